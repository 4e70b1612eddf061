import type { Ctx } from '../../../platform/ctx.ts'
import { sqlState } from '../../../platform/db/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { queueText } from '../../../platform/sms/text-messages.ts'
import { record } from '../../audit/index.ts'
import { voidCodes } from '../codes/one-time-codes.queries.ts'
import { type CodeRow, issueCode, redeemCode } from '../codes/one-time-codes.ts'
import { NoOtherWayIn, PhoneTaken, WrongCode } from '../errors.ts'
import { requireOwnSignIn } from '../factors/own-sign-in.ts'
import { sendLetter } from '../letters.ts'
import { say } from '../messages.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { findLanguage, findSecret } from '../people/people.queries.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import { holdPerson } from './email-addresses.queries.ts'
import { dialled, normalPhone, refuseWithoutPhones } from './phone-numbers.ts'
import { clearPhone, findPhone, setPhone } from './phones.queries.ts'

export type MyPhone = { phone: string | null; isProven: boolean }

export async function myPhone(ctx: Ctx): Promise<MyPhone> {
  const found = ctx.actor.userId ? await findPhone(ctx.db, ctx.actor.userId) : null
  if (!found) throw NotFound()
  return { ...found, phone: found.phone && dialled(found.phone) }
}

/**
 * Sends a code to a number that whoever asks wants to have, whether or not somebody else has it.
 * @throws ProofTooOld, OwnSignInNeeded, NoPhoneNumber, PhoneSignInOff, CodeSentLately
 */
export async function askForPhoneCode(ctx: Ctx, given: string): Promise<void> {
  requireRecentProof(ctx)
  await requireOwnSignIn(ctx)
  refuseWithoutPhones(ctx.app)
  const userId = ctx.actor.userId ?? ''
  const phone = normalPhone(given)
  const { code, expiresAt } = await issueCode(ctx, { type: 'phone_change_token', address: phone, userId })
  const organization = await findById(ctx.db, ctx.organizationId)
  const locale = await findLanguage(ctx.db, ctx.organizationId, userId)
  const text = say(locale, 'phone_code.text', { code, organization: organization?.name ?? 'Stoa' })
  await queueText(ctx, { to: dialled(phone), userId, type: 'identity.phone_code', text, until: expiresAt })
}

/**
 * Makes a number that of whoever asks, by the code sent to it. Of two people who prove it at the same time one gets it.
 * Opens its own transactions.
 * @throws WrongCode, OwnSignInNeeded, PhoneTaken, NoPhoneNumber, TooManyRequests
 */
export async function proveMyPhone(ctx: Ctx, given: { phone: string; code: string }): Promise<MyPhone> {
  const address = normalPhone(given.phone)
  const code = given.code.replace(/\D/g, '')
  try {
    return await redeemCode(ctx, { types: ['phone_change_token'], address, code }, take)
  } catch (error) {
    if (sqlState(error) === '23505') throw PhoneTaken()
    throw error
  }
}

async function take(ctx: Ctx, row: CodeRow): Promise<MyPhone> {
  await requireOwnSignIn(ctx)
  const userId = ctx.actor.userId ?? ''
  if (row.userId !== userId || !(await holdPerson(ctx.db, userId))) throw WrongCode()
  await setPhone(ctx.db, userId, row.relatesTo)
  await voidCodes(ctx.db, row.relatesTo, ['phone_token', 'phone_change_token'])
  await tellOfChange(ctx, userId, dialled(row.relatesTo))
  return { phone: dialled(row.relatesTo), isProven: true }
}

/**
 * Takes the phone number of whoever asks away.
 * @throws ProofTooOld, OwnSignInNeeded, NoOtherWayIn when there is no address to sign in with
 */
export async function removeMyPhone(ctx: Ctx): Promise<void> {
  requireRecentProof(ctx)
  await requireOwnSignIn(ctx)
  const userId = ctx.actor.userId ?? ''
  if (!(await holdPerson(ctx.db, userId))) throw NotFound()
  const person = await findSecret(ctx.db, userId)
  if (!person?.email) throw NoOtherWayIn()
  const before = await clearPhone(ctx.db, userId)
  if (!before) return
  await voidCodes(ctx.db, before, ['phone_token', 'phone_change_token'])
  await tellOfChange(ctx, userId, null)
}

async function tellOfChange(ctx: Ctx, userId: string, phone: string | null) {
  await record(ctx, 'identity.phone_changed', { entityType: 'person', entityId: userId, after: { phone } })
  const person = await findSecret(ctx.db, userId)
  if (!person?.email) return
  const organization = await findById(ctx.db, ctx.organizationId)
  const locale = await findLanguage(ctx.db, ctx.organizationId, userId)
  const to = { email: person.email, userId, locale, path: '/account/security' }
  const said = { when: ctx.now, phone: phone ?? say(locale, 'phone.none') }
  await sendLetter(ctx, 'phone_changed', to, organization, said)
}
