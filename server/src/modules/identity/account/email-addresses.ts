import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { sqlState } from '../../../platform/db/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { announce } from '../../../platform/events/events.ts'
import { hashToken } from '../../../platform/keys.ts'
import { record } from '../../audit/index.ts'
import { type CodeRow, issueCode, redeemCode, redeemLink } from '../codes/one-time-codes.ts'
import { consumeToken, voidTokens } from '../codes/one-time-tokens.queries.ts'
import { issueToken } from '../codes/one-time-tokens.ts'
import {
  AddressNotProven,
  AddressProven,
  EmailTaken,
  LinkNotValid,
  PrimaryAddressStays,
  TooManyAddresses,
} from '../errors.ts'
import { personChanged } from '../events.ts'
import { requireOwnSignIn } from '../factors/own-sign-in.ts'
import { normalEmail } from '../joining/registration.ts'
import { type LetterKind, sendLetter } from '../letters.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { findByEmail, findLanguage, findSecret } from '../people/people.queries.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import { deleteSessions } from '../sessions/sessions.queries.ts'
import {
  type AddressRow,
  deleteAddress,
  findAddress,
  findAddresses,
  holdPerson,
  insertAddress,
  proveAddress,
  removeWaysInSince,
  restoreAddress,
  setPrimary,
} from './email-addresses.queries.ts'

const mostAddresses = 10
const day = 24 * 3600_000
/** What came to an account within these days before its main address changed is undone with the change. */
const undoneDays = 7

/**
 * Notes a further address of whoever asks and mails a link and a code to it. Does and says the same when it is
 * somebody else's: they get a mail that says so, without a link.
 * @throws ProofTooOld, OwnSignInNeeded, TooManyAddresses, AddressProven, CodeSentLately
 */
export async function addAddress(ctx: Ctx, given: string): Promise<AddressRow> {
  requireRecentProof(ctx)
  await requireOwnSignIn(ctx)
  const userId = await oneselfHeld(ctx)
  const email = normalEmail(given)
  const known = await findAddresses(ctx.db, userId)
  const mine = known.find((address) => address.email.toLowerCase() === email)
  if (mine?.isVerified) throw AddressProven()
  if (!mine && known.length >= mostAddresses) throw TooManyAddresses({ limit: mostAddresses })
  const address = mine ?? (await insertAddress(ctx.db, userId, email))
  const { link, code } = await issueCode(ctx, { type: 'email_address_token', address: email, userId })
  const owner = await findByEmail(ctx.db, email)
  if (owner?.confirmed) await write(ctx, 'address_in_use', email, userId, '/forgot-password')
  else await write(ctx, 'prove_address', email, userId, `/account/addresses/prove?token=${link}`, { code })
  if (!mine)
    await record(ctx, 'identity.address_added', { entityType: 'person', entityId: userId, after: { email } })
  return address
}

/**
 * Proves an address of whoever asks, by the link or by the code of the mail. Of two people who prove the same one at
 * the same time one gets it. Opens its own transactions.
 * @throws LinkNotValid, WrongCode, EmailTaken, OwnSignInNeeded, TooManyRequests
 */
export async function proveMyAddress(
  ctx: Ctx,
  proof: { token: string } | { email: string; code: string },
): Promise<AddressRow> {
  try {
    if ('code' in proof) {
      const given = {
        types: ['email_address_token'] as const,
        address: normalEmail(proof.email),
        code: proof.code.replace(/\D/g, ''),
      }
      return await redeemCode(ctx, given, (tx, row) => take(tx, row))
    }
    return await withTransaction(ctx.app, ctx, async (tx) => {
      const { row } = await redeemLink(tx, ['email_address_token'], proof.token)
      return take(tx, row)
    })
  } catch (error) {
    if (sqlState(error) === '23505') throw EmailTaken()
    throw error
  }
}

async function take(ctx: Ctx, row: CodeRow): Promise<AddressRow> {
  await requireOwnSignIn(ctx)
  const userId = await oneselfHeld(ctx)
  // Whoever opens a link that somebody else asked for must not become part of their account.
  if (row.userId !== userId) throw LinkNotValid()
  const before = await findAddresses(ctx.db, userId)
  if (!before.some((address) => address.email.toLowerCase() === row.relatesTo)) throw LinkNotValid()
  const address = await proveAddress(ctx.db, userId, row.relatesTo)
  if (!address) throw EmailTaken()
  await voidTokens(ctx.db, row.relatesTo)
  await record(ctx, 'identity.address_proven', {
    entityType: 'person',
    entityId: userId,
    after: { email: address.email },
  })
  const primary = before.find(({ isPrimary }) => isPrimary)
  if (primary)
    await write(ctx, 'address_added', primary.email, userId, '/account/addresses', { address: address.email })
  else await setPrimary(ctx.db, userId, address)
  return (await findAddress(ctx.db, userId, address.id)) ?? address
}

/**
 * Makes a proven address of whoever asks the main one. The one before is told, with a link that undoes it for a week.
 * @throws ProofTooOld, OwnSignInNeeded, NotFound, AddressNotProven
 */
export async function makePrimary(ctx: Ctx, addressId: string): Promise<AddressRow> {
  requireRecentProof(ctx)
  await requireOwnSignIn(ctx)
  const userId = await oneselfHeld(ctx)
  const address = await findAddress(ctx.db, userId, addressId)
  if (!address) throw NotFound()
  if (!address.isVerified) throw AddressNotProven()
  if (address.isPrimary) return address
  const { email: before } = (await findSecret(ctx.db, userId)) ?? { email: null }
  await setPrimary(ctx.db, userId, address)
  await announce(ctx, personChanged, { userId })
  await record(ctx, 'identity.primary_address_changed', {
    entityType: 'person',
    entityId: userId,
    before: { email: before },
    after: { email: address.email },
  })
  if (before) {
    const about = { userId, organizationId: null, relatesTo: before.toLowerCase() }
    const token = await issueToken(ctx, 'address_undo_token', about)
    const said = { address: address.email, when: ctx.now }
    await write(ctx, 'primary_changed', before, userId, `/undo-address?token=${token}`, said)
  }
  return { ...address, isPrimary: true }
}

/**
 * Removes an address of whoever asks.
 * @throws ProofTooOld, OwnSignInNeeded, NotFound, PrimaryAddressStays
 */
export async function removeAddress(ctx: Ctx, addressId: string): Promise<void> {
  requireRecentProof(ctx)
  await requireOwnSignIn(ctx)
  const userId = await oneselfHeld(ctx)
  const address = await findAddress(ctx.db, userId, addressId)
  if (!address) throw NotFound()
  if (address.isPrimary || !(await deleteAddress(ctx.db, userId, addressId))) throw PrimaryAddressStays()
  await voidTokens(ctx.db, address.email.toLowerCase())
  await record(ctx, 'identity.address_removed', {
    entityType: 'person',
    entityId: userId,
    before: { email: address.email },
  })
  if (address.isVerified) await write(ctx, 'address_removed', address.email, userId, '/account/addresses')
}

/**
 * Undoes a change of the main address by the link the old one got: whoever owns it did not want the change, so
 * somebody else was in. Every sign-in ends, what came to the account around the change goes, and a link to choose a
 * new password is on its way. In the caller's transaction.
 * @throws LinkNotValid
 */
export async function undoPrimary(ctx: Ctx, link: string): Promise<void> {
  const token = await consumeToken(ctx.db, 'address_undo_token', hashToken(link))
  if (!token?.userId || !(await holdPerson(ctx.db, token.userId))) throw LinkNotValid()
  const { userId, relatesTo, createdAt } = { ...token, userId: token.userId }
  const before = await findAddresses(ctx.db, userId)
  const address = await restoreAddress(ctx.db, userId, relatesTo)
  if (!address) throw LinkNotValid()
  await setPrimary(ctx.db, userId, address)
  for (const { id, isPrimary } of before)
    if (isPrimary && id !== address.id) await deleteAddress(ctx.db, userId, id)
  await removeWaysInSince(ctx.db, userId, address.id, new Date(createdAt.getTime() - undoneDays * day))
  await deleteSessions(ctx.db, userId, null)
  await voidTokens(ctx.db, relatesTo)
  await announce(ctx, personChanged, { userId })
  await record(ctx, 'identity.primary_address_restored', {
    entityType: 'person',
    entityId: userId,
    before: { email: before.find(({ isPrimary }) => isPrimary)?.email ?? null },
    after: { email: address.email },
  })
  const reset = await issueToken(ctx, 'recovery_token', { userId, organizationId: null, relatesTo })
  await write(ctx, 'reset_password', address.email, userId, `/reset-password?token=${reset}`)
}

async function oneselfHeld(ctx: Ctx): Promise<string> {
  const { userId } = ctx.actor
  if (!userId || !(await holdPerson(ctx.db, userId))) throw NotFound()
  return userId
}

async function write(
  ctx: Ctx,
  kind: LetterKind,
  email: string,
  userId: string,
  path: string,
  params: Record<string, string | Date> = {},
): Promise<void> {
  const organization = await findById(ctx.db, ctx.organizationId)
  const locale = await findLanguage(ctx.db, ctx.organizationId, userId)
  await sendLetter(ctx, kind, { email, userId, locale, path }, organization, params)
}
