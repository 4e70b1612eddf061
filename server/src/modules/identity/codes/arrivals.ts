import { type Ctx, noOrganization } from '../../../platform/ctx.ts'
import { constraintOf } from '../../../platform/db/database.ts'
import { announce } from '../../../platform/events/events.ts'
import { record } from '../../audit/index.ts'
import { EmailTaken, LinkNotValid, SignUpClosed } from '../errors.ts'
import { personSignedUp } from '../events.ts'
import { joinOpenly } from '../joining/registration.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { findByEmail, newPersonId } from '../people/people.queries.ts'
import {
  type ArrivingPerson,
  findByPhone,
  insertArriving,
  releaseClaim,
  takeOver,
} from './arrivals.queries.ts'
import type { CodePending, CodeRow, CodeType } from './one-time-codes.queries.ts'
import { voidCodes } from './one-time-codes.queries.ts'

/** Everything that may be under way to an address; void once somebody proved it is theirs. */
const toAnAddress: readonly CodeType[] = [
  'confirmation_token',
  'magiclink_token',
  'recovery_token',
  'invite_token',
  'email_change_token_new',
  'email_address_token',
  'phone_token',
  'phone_change_token',
]

/**
 * Somebody proved an address or phone number by what was sent to it: they are the person who has it, or they
 * come to be now, when that was what they asked for. Whatever was planted under an address nobody had proven
 * (password, sessions, factors, identities) is gone. In the transaction that used the link or code up.
 * @returns the user's id, and whether they are new
 * @throws LinkNotValid, SignUpClosed
 */
export async function arrive(ctx: Ctx, row: CodeRow): Promise<{ userId: string; isNew: boolean }> {
  const found = await ownerOf(ctx, row.relatesTo)
  // The address may have gone to somebody else since the message was sent.
  if (row.userId !== null && row.userId !== found?.id) throw LinkNotValid()
  const known = found && !found.confirmed && (await release(ctx, found.id, row.relatesTo)) ? null : found
  if (known?.confirmed) {
    if (row.type === 'confirmation_token') throw LinkNotValid()
    return { userId: known.id, isNew: false }
  }
  if (known) {
    await takeOver(ctx.db, known.id, {
      ...addressOf(row.relatesTo),
      name: row.pending.name || null,
      encryptedPassword: row.pending.encryptedPassword ?? null,
      data: row.pending.data ?? null,
    })
    await settle(ctx, known.id, row.relatesTo)
    return { userId: known.id, isNew: true }
  }
  if (!row.pending.userId) throw LinkNotValid()
  const userId = await createPerson(ctx, row.relatesTo, row.pending)
  if (!userId) throw LinkNotValid()
  return { userId, isNew: true }
}

const ownerOf = (ctx: Ctx, address: string) =>
  address.includes('@') ? findByEmail(ctx.db, address) : findByPhone(ctx.db, address)

/** Somebody who has proven who they are in another way only claimed this address: it is taken from them. */
const release = (ctx: Ctx, userId: string, address: string) =>
  releaseClaim(ctx.db, userId, address.includes('@') ? 'email' : 'phone')

const addressOf = (address: string) =>
  address.includes('@') ? { email: address, phone: null } : { email: null, phone: address }

/**
 * Makes a person with a proven address or number (or, anonymously, with neither) and lets them join the
 * organization. In the caller's transaction.
 * @returns the user's id; null when somebody has the address
 * @throws SignUpClosed, EmailTaken
 */
export async function createPerson(
  ctx: Ctx,
  address: string | null,
  wish: CodePending,
): Promise<string | null> {
  const person: ArrivingPerson = {
    ...(address === null ? { email: null, phone: null } : addressOf(address)),
    name: wish.name ?? '',
    encryptedPassword: wish.encryptedPassword ?? null,
    data: wish.data ?? {},
  }
  const id = wish.userId ?? (await newPersonId(ctx.db))
  const isMade = await insertArriving(ctx.db, id, person).catch((error: unknown) => {
    // Somebody else was proven to have it at the same moment.
    throw constraintOf(error) ? EmailTaken() : error
  })
  if (!isMade) return null
  await settle(ctx, id, address)
  return id
}

async function settle(ctx: Ctx, userId: string, address: string | null) {
  if (address !== null) await voidCodes(ctx.db, address, toAnAddress)
  await announce(ctx, personSignedUp, { userId })
  await record(ctx, 'identity.person_signed_up', { entityType: 'person', entityId: userId })
  await joinWhereOpen(ctx, userId)
}

/** The door of the organization may have closed since the message was sent. */
async function joinWhereOpen(ctx: Ctx, userId: string) {
  if (ctx.organizationId === noOrganization) throw SignUpClosed()
  const organization = await findById(ctx.db, ctx.organizationId)
  if (organization?.signUp === 'open') await joinOpenly(ctx, userId)
}
