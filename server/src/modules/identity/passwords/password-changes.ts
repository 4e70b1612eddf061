import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { hashToken } from '../../../platform/keys.ts'
import { record } from '../../audit/index.ts'
import { voidCodesOf } from '../codes/one-time-codes.queries.ts'
import { consumeToken, findToken, voidTokens } from '../codes/one-time-tokens.queries.ts'
import { hadEnoughLinks, issueToken } from '../codes/one-time-tokens.ts'
import { LinkNotValid, WrongPassword } from '../errors.ts'
import { sendLetter } from '../letters.ts'
import { findById } from '../organizations/organizations.queries.ts'
import {
  confirmPerson,
  findByEmail,
  findLanguage,
  findSecret,
  hasAddress,
  type PersonSecret,
  replacePassword,
} from '../people/people.queries.ts'
import { deleteSessions } from '../sessions/sessions.queries.ts'
import { ownWords } from './own-words.ts'
import { hashPassword, passwordFits, refuseWeakPassword } from './passwords.ts'

/** Sends a reset link when somebody has the address; nobody learns whether. */
export async function sendResetLink(ctx: Ctx, email: string): Promise<void> {
  const person = await findByEmail(ctx.db, email)
  if (!person || (await hadEnoughLinks(ctx, email))) return
  const organization = await findById(ctx.db, ctx.organizationId)
  const token = await issueToken(ctx, 'recovery_token', {
    userId: person.id,
    organizationId: organization?.id ?? null,
    relatesTo: email,
  })
  const locale = await findLanguage(ctx.db, ctx.organizationId, person.id)
  const to = { email, userId: person.id, locale, path: `/reset-password?token=${token}` }
  await sendLetter(ctx, 'reset_password', to, organization)
}

/**
 * Sets a new password by a link and ends every session of the person. The link also proves the address. Opens
 * its own transaction.
 * @throws LinkNotValid, PasswordCommon, PasswordTooLong
 */
export async function resetPassword(ctx: Ctx, link: string, password: string): Promise<void> {
  const tokenHash = hashToken(link)
  const found = await findToken(ctx.db, 'recovery_token', tokenHash)
  if (!found) throw LinkNotValid()
  refuseWeakPassword(ctx.app, password, await ownWords(ctx, found.relatesTo))
  const encryptedPassword = await hashPassword(password)
  await withTransaction(ctx.app, ctx, async (tx) => {
    const token = await consumeToken(tx.db, 'recovery_token', tokenHash)
    const person = token?.userId ? await findSecret(tx.db, token.userId) : null
    // An address that was given up since takes its links along.
    if (!token || !person || !(await hasAddress(tx.db, person.id, token.relatesTo))) throw LinkNotValid()
    if (!person.confirmed)
      await confirmPerson(tx.db, person.id, token.relatesTo, { name: null, encryptedPassword })
    else if (!(await replacePassword(tx.db, person.id, person.encryptedPassword, encryptedPassword)))
      throw LinkNotValid()
    const there = { ...tx, organizationId: token.organizationId ?? tx.organizationId }
    await deleteSessions(tx.db, person.id, null)
    await voidTokens(tx.db, token.relatesTo)
    await voidCodesOf(tx.db, person.id, waysIn)
    await tellOfChange(there, person, 'identity.password_reset')
  })
}

/**
 * Changes the password of whoever asks and ends their other sessions. Opens its own transaction.
 * @throws WrongPassword, PasswordCommon, PasswordTooLong
 */
export async function changePassword(ctx: Ctx, current: string, next: string): Promise<void> {
  const person = ctx.actor.userId ? await findSecret(ctx.db, ctx.actor.userId) : null
  if (!person) throw NotFound()
  if (!(await passwordFits(person.encryptedPassword, current))) throw WrongPassword()
  refuseWeakPassword(ctx.app, next, await ownWords(ctx, person.email ?? '', person.name))
  const encryptedPassword = await hashPassword(next)
  await withTransaction(ctx.app, ctx, async (tx) => {
    // Whoever changed it first wins; the old password is not the present one any more.
    if (!(await replacePassword(tx.db, person.id, person.encryptedPassword, encryptedPassword)))
      throw WrongPassword()
    await deleteSessions(tx.db, person.id, ctx.actor.sessionId)
    if (person.email) await voidTokens(tx.db, person.email.toLowerCase())
    await voidCodesOf(tx.db, person.id, waysIn)
    await tellOfChange(tx, person, 'identity.password_changed')
  })
}

/** Links and codes that were on their way open nothing after a change of the password. */
const waysIn = ['recovery_token', 'magiclink_token', 'phone_token', 'reauthentication_token'] as const

async function tellOfChange(ctx: Ctx, person: PersonSecret, action: string) {
  await record(ctx, action, { entityType: 'person', entityId: person.id })
  if (!person.email) return
  const organization = await findById(ctx.db, ctx.organizationId)
  const locale = await findLanguage(ctx.db, ctx.organizationId, person.id)
  const to = { email: person.email, userId: person.id, locale, path: '/forgot-password' }
  await sendLetter(ctx, 'password_changed', to, organization, { when: ctx.now })
}
