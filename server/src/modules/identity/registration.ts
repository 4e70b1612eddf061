import type { Ctx } from '../../platform/ctx.ts'
import { announce } from '../../platform/events/events.ts'
import { EmailTaken } from './errors.ts'
import { personJoined } from './events.ts'
import { insertMembership } from './organizations.queries.ts'
import { hashPassword } from './passwords.ts'
import { insertPerson } from './people.queries.ts'

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

/** Makes a person a member with a role; somebody who belongs already stays as they are. */
export async function joinOrganization(ctx: Ctx, userId: string, roleKey: string): Promise<void> {
  const { membershipId, isNew } = await insertMembership(ctx.db, ctx.organizationId, userId, roleKey)
  if (isNew) await announce(ctx, personJoined, { userId, membershipId })
}
