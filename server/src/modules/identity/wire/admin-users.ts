import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { type App, type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { constraintOf } from '../../../platform/db/database.ts'
import { announce } from '../../../platform/events/events.ts'
import { defineJob, enqueue } from '../../../platform/jobs/jobs.ts'
import { removeMailsOf } from '../../../platform/mail/mails.queries.ts'
import { record } from '../../audit/index.ts'
import { erasePerson } from '../account/account-deletion.queries.ts'
import { eraseEverywhere, erasePersonalData, nameOfTheErased } from '../account/account-deletion.ts'
import { EmailTaken, NoSuchRole } from '../errors.ts'
import { personChanged, personSignedUp } from '../events.ts'
import { joinOpenly, joinOrganization } from '../joining/registration.ts'
import { sendLetter } from '../letters.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { banPerson, liftBanOf } from '../people/bans.ts'
import { changeRoles, memberOf, removeMember } from '../people/members.ts'
import { findLanguage } from '../people/people.queries.ts'
import { findRoleByKey } from '../people/roles.queries.ts'
import { readAccessToken } from '../sessions/access-tokens.ts'
import { deleteSessions } from '../sessions/sessions.queries.ts'
import {
  deleteErased,
  holdMember,
  insertUser,
  isProvenAddress,
  type MemberHere,
  type NewUser,
  type UserChanges,
  updateUser,
  voidTokensOf,
} from './admin-users.queries.ts'
import { nameIn } from './bodies.ts'
import { bearerOf } from './callers.ts'
import { defineWireError, NoSuchUser, PhoneExists, ValidationFailed } from './errors.ts'
import { type CheckedUser, checked, type GivenUser } from './given-users.ts'

const IdTaken = defineWireError('conflict', 409, 'A user with this id exists already')
const Shared = defineWireError(
  'person_belongs_elsewhere',
  403,
  'This person belongs to another organization, too: how they sign in is not this organization’s to change',
)

/** Whether a service's key is for one organization only; that of the whole installation may change anybody. */
export async function isBoundKey(app: App, request: FastifyRequest): Promise<boolean> {
  const token = bearerOf(request) ?? String(request.headers.apikey)
  return typeof (await readAccessToken(app, token)).organization_id === 'string'
}

/**
 * Makes a person and a member of the organization. The service vouches for what it says is confirmed. Opens its
 * own transaction.
 * @returns the user's id
 * @throws EmailTaken, PhoneExists, IdTaken, NoSuchRole, ValidationFailed, WeakPassword
 */
export async function createPerson(ctx: Ctx, given: GivenUser): Promise<string> {
  const { id, email, phone, encryptedPassword, bannedUntil } = await checked(ctx, given)
  if (!email && !phone)
    throw ValidationFailed({ reason: 'Cannot create a user without either an email or phone' })
  return withTransaction(ctx.app, ctx, async (tx) => {
    const userId = await makePerson(tx, {
      id: id ?? null,
      email: email ?? null,
      phone: phone ?? null,
      encryptedPassword: encryptedPassword ?? null,
      emailConfirmed: email !== undefined && given.email_confirm === true,
      phoneConfirmed: phone !== undefined && given.phone_confirm === true,
      isInvited: false,
      appMetaData: given.app_metadata ?? {},
      userMetaData: given.user_metadata ?? {},
      role: given.role,
    })
    await record(tx, 'identity.person_created', {
      entityType: 'person',
      entityId: userId,
      after: { email: email ?? null, phone: phone ?? null, emailConfirmed: given.email_confirm === true },
    })
    if (bannedUntil) await ban(tx, userId, bannedUntil)
    return userId
  })
}

/** A new member of the organization; in the caller's transaction. */
export async function makePerson(
  ctx: Ctx,
  person: Omit<NewUser, 'name'> & { role?: string | undefined },
): Promise<string> {
  const { role, ...user } = person
  if (person.email && (await isProvenAddress(ctx.db, person.email, null))) throw EmailTaken()
  const userId = await named(insertUser(ctx.db, { ...user, name: nameIn(person.userMetaData) }))
  if (isRole(role)) await joinOrganization(ctx, userId, role)
  else await joinOpenly(ctx, userId)
  if (person.emailConfirmed || person.phoneConfirmed) await announce(ctx, personSignedUp, { userId })
  return userId
}

/** Apps send the role their database knows; other words name a role of the organization. */
const isRole = (key: string | undefined): key is string => !!key && key !== 'authenticated'

/** Says what is taken instead of which index was violated. */
async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    switch (constraintOf(error)) {
      case 'users_email':
      case 'user_emails_verified':
        throw EmailTaken()
      case 'users_phone':
        throw PhoneExists()
      case 'users_pkey':
        throw IdTaken()
      default:
        throw error
    }
  }
}

/**
 * Holds a member whose sign-in is the organization's to change.
 * @throws NoSuchUser, Shared
 */
export async function holdOwn(ctx: Ctx, userId: string, boundKey: boolean): Promise<MemberHere> {
  const member = await holdMember(ctx.db, ctx.organizationId, userId)
  if (!member) throw NoSuchUser()
  if (member.belongsElsewhere && boundKey) throw Shared()
  return member
}

const merged = (before: Record<string, unknown>, given: Record<string, unknown> | undefined) =>
  given && Object.fromEntries(Object.entries({ ...before, ...given }).filter(([, value]) => value !== null))

/**
 * Changes a member. A new password ends every session of theirs. Opens its own transaction.
 * @throws NoSuchUser, Shared, EmailTaken, PhoneExists, NoSuchRole, ValidationFailed, WeakPassword
 */
export async function updatePerson(
  ctx: Ctx,
  userId: string,
  given: GivenUser,
  boundKey: boolean,
): Promise<void> {
  const { bannedUntil, id: _, ...facts } = await checked(ctx, given)
  await withTransaction(ctx.app, ctx, async (tx) => {
    const member = await holdMember(tx.db, tx.organizationId, userId)
    if (!member) throw NoSuchUser()
    const changes = changesOf(member, given, facts)
    if (Object.keys(changes).length > 0) {
      if (member.belongsElsewhere && boundKey) throw Shared()
      await change(tx, member, changes)
    }
    if (isRole(given.role)) await giveRole(tx, userId, given.role)
    if (bannedUntil === null) await liftBanOf(tx, await memberOf(tx, userId))
    if (bannedUntil) await ban(tx, userId, bannedUntil)
  })
}

function changesOf(
  member: MemberHere,
  given: GivenUser,
  facts: Omit<CheckedUser, 'id' | 'bannedUntil'>,
): UserChanges {
  const email = facts.email === member.email?.toLowerCase() ? undefined : facts.email
  const phone = facts.phone === member.phone ? undefined : facts.phone
  const appMetaData = merged(member.appMetaData, given.app_metadata)
  const userMetaData = merged(member.userMetaData, given.user_metadata)
  const name = given.user_metadata && nameIn(given.user_metadata)
  return {
    ...(email && { email }),
    ...(phone && { phone }),
    ...(given.email_confirm && (email ?? member.email) && { emailConfirmed: true as const }),
    ...(given.phone_confirm && (phone ?? member.phone) && { phoneConfirmed: true as const }),
    ...(facts.encryptedPassword && { encryptedPassword: facts.encryptedPassword }),
    ...(appMetaData && { appMetaData }),
    ...(userMetaData && { userMetaData }),
    ...(name && { name }),
  }
}

async function change(ctx: Ctx, member: MemberHere, changes: UserChanges): Promise<void> {
  if (changes.email && (await isProvenAddress(ctx.db, changes.email, member.id))) throw EmailTaken()
  await named(updateUser(ctx.db, member.id, changes))
  if (changes.encryptedPassword || changes.email || changes.phone)
    await voidTokensOf(ctx.db, member.id, member.email?.toLowerCase() ?? null)
  if (changes.encryptedPassword) {
    await deleteSessions(ctx.db, member.id, null)
    if (member.email && member.emailConfirmed) await tellOfPassword(ctx, member.id, member.email)
  }
  await announce(ctx, personChanged, { userId: member.id })
  await record(ctx, 'identity.person_changed', {
    entityType: 'person',
    entityId: member.id,
    before: { email: member.email, phone: member.phone },
    after: { email: changes.email ?? member.email, phone: changes.phone ?? member.phone },
    metadata: { changed: Object.keys(changes) },
  })
}

/** In case somebody has a key who should not. */
async function tellOfPassword(ctx: Ctx, userId: string, email: string): Promise<void> {
  const organization = await findById(ctx.db, ctx.organizationId)
  const locale = await findLanguage(ctx.db, ctx.organizationId, userId)
  const to = { email, userId, locale, path: '/forgot-password' }
  await sendLetter(ctx, 'password_changed', to, organization, { when: ctx.now })
}

async function giveRole(ctx: Ctx, userId: string, key: string): Promise<void> {
  const role = await findRoleByKey(ctx.db, ctx.organizationId, key)
  if (!role) throw NoSuchRole()
  await changeRoles(ctx, await memberOf(ctx, userId), [role.id])
}

const ban = async (ctx: Ctx, userId: string, until: Date) =>
  banPerson(ctx, await memberOf(ctx, userId), 'Banned by the service', until)

/**
 * Takes a person out of the organization. Who belongs to no other one is deleted with it: nobody from this
 * transaction on; what is kept of them follows in a job. Softly deleted, what they did stays, under no name.
 * @throws NoSuchUser, LastOwner, LiftBanFirst
 */
export async function removePerson(ctx: Ctx, userId: string, softly: boolean): Promise<void> {
  const member = await holdMember(ctx.db, ctx.organizationId, userId)
  if (!member) throw NoSuchUser()
  const here = await memberOf(ctx, userId)
  if (member.belongsElsewhere) return removeMember(ctx, here)
  await liftBanOf(ctx, here)
  await removeMember(ctx, here)
  await erasePerson(ctx.db, userId, nameOfTheErased)
  await removeMailsOf(ctx.db, null, userId)
  await record(ctx, 'identity.person_deleted', {
    entityType: 'person',
    entityId: userId,
    metadata: { softly },
  })
  if (softly) await enqueue(ctx, erasePersonalData, { userId }, { key: userId })
  else await enqueue(ctx, deleteForGood, { userId }, { key: userId })
}

/** Erases what organizations keep of somebody, then their row with everything that hangs on it. */
export const deleteForGood = defineJob({
  name: 'identity.delete_for_good',
  schema: Type.Object({ userId: Type.String() }),
  transaction: false,
  retries: 20,
  expireSeconds: 3600,
  async handle(ctx, { userId }) {
    await eraseEverywhere(ctx, userId)
    await deleteErased(ctx.db, userId)
  },
})
