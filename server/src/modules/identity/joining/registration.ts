import type { Ctx } from '../../../platform/ctx.ts'
import { type FieldError, InvalidInput } from '../../../platform/errors.ts'
import { announce } from '../../../platform/events/events.ts'
import { isAddress } from '../../../platform/mail/mailer.ts'
import { record } from '../../audit/index.ts'
import { Banned, EmailTaken, MembershipInactive, NoSuchRole } from '../errors.ts'
import { personJoined } from '../events.ts'
import { insertMembership } from '../organizations/organizations.queries.ts'
import { hashPassword, refuseWeakPassword } from '../passwords/passwords.ts'
import { findOpenBan } from '../people/bans.queries.ts'
import { insertPerson } from '../people/people.queries.ts'
import { findDefaultRole, findRoleByKey } from '../people/roles.queries.ts'
import { takeKeptPlace } from '../scim/stand-ins.ts'
import { findDoorsteps } from '../sessions/sessions.queries.ts'

/** An address as it is stored and compared. */
export const normalEmail = (email: string): string => email.trim().toLowerCase()

export type NewPerson = {
  email: string
  name: string
  /** In clear; null for somebody who cannot sign in until they choose one. */
  password: string | null
  /** Key of a role of the organization: owner, admin, mentor, student, or one of its own. */
  role: string
  language?: string
  timeZone?: string
}

/**
 * Makes a person whose address counts as proven, and a member of the organization: for seeds, imports and the
 * command line, not for what strangers send.
 * @returns the user's id
 * @throws EmailTaken
 */
export async function registerPerson(ctx: Ctx, person: NewPerson): Promise<string> {
  const id = await insertPerson(ctx.db, {
    email: normalEmail(person.email),
    name: person.name,
    encryptedPassword: person.password === null ? null : await hashPassword(person.password),
    language: person.language ?? null,
    timeZone: person.timeZone ?? null,
  })
  if (!id) throw EmailTaken()
  await joinOrganization(ctx, id, person.role)
  return id
}

/**
 * The same for a person somebody types in: the password must not be weak.
 * @throws EmailTaken, NoSuchRole, InvalidInput, PasswordCommon, PasswordTooLong
 */
export async function createUser(
  ctx: Ctx,
  person: NewPerson & { password: string },
): Promise<{ userId: string }> {
  const email = normalEmail(person.email)
  const fields: FieldError[] = []
  if (!isAddress(email))
    fields.push({ pointer: '/email', code: 'format', message: 'is not an email address' })
  if (!person.name.trim()) fields.push({ pointer: '/name', code: 'minLength', message: 'is empty' })
  const { passwordMinLength } = ctx.app.config.auth
  if ([...person.password].length < passwordMinLength) {
    const message = `has fewer than ${passwordMinLength} characters`
    fields.push({ pointer: '/password', code: 'minLength', message })
  }
  if (fields.length > 0) throw InvalidInput({}, { fields })
  refuseWeakPassword(ctx.app, person.password, [email, email.split('@')[0] ?? '', person.name])
  const id = await registerPerson(ctx, { ...person, name: person.name.trim() })
  await record(ctx, 'identity.person_created', {
    entityType: 'person',
    entityId: id,
    after: { role: person.role },
  })
  return { userId: id }
}

/**
 * Makes a person a member with a role; somebody who belongs already stays as they are.
 * @throws NoSuchRole
 */
export async function joinOrganization(ctx: Ctx, userId: string, roleKey: string): Promise<void> {
  const role = await findRoleByKey(ctx.db, ctx.organizationId, roleKey)
  if (!role) throw NoSuchRole()
  const { membershipId, isNew } = await insertMembership(ctx.db, ctx.organizationId, userId, role.id)
  if (isNew) await announce(ctx, personJoined, { userId, membershipId })
}

/**
 * Somebody comes in by themselves, with the default role.
 * @throws Banned, MembershipInactive
 */
export async function joinOpenly(ctx: Ctx, userId: string): Promise<void> {
  const here = (await findDoorsteps(ctx.db, userId, ctx.organizationId)).find((doorstep) => doorstep.isHere)
  if (here?.status === 'inactive') throw MembershipInactive()
  const ban = here?.status === 'banned' ? here : await findOpenBan(ctx.db, ctx.organizationId, userId)
  if (ban) throw Banned({ reason: ban.reason ?? '' })
  if ((await takeKeptPlace(ctx, userId)) === 'closed') throw MembershipInactive()
  const role = await findDefaultRole(ctx.db, ctx.organizationId)
  if (!role) throw NoSuchRole()
  const { membershipId, isNew } = await insertMembership(ctx.db, ctx.organizationId, userId, role.id)
  if (!isNew) return
  await announce(ctx, personJoined, { userId, membershipId })
  await record(ctx, 'identity.person_joined', { entityType: 'person', entityId: userId })
}
