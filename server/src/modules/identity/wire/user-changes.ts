import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { type Ctx, noOrganization } from '../../../platform/ctx.ts'
import { constraintOf } from '../../../platform/db/database.ts'
import { announce } from '../../../platform/events/events.ts'
import { defineJob } from '../../../platform/jobs/jobs.ts'
import { record } from '../../audit/index.ts'
import { findByPhone } from '../codes/arrivals.queries.ts'
import { acceptHalf, type CodeRow, voidCodes, voidCodesOf } from '../codes/one-time-codes.queries.ts'
import { issueCode } from '../codes/one-time-codes.ts'
import { LinkNotValid } from '../errors.ts'
import { personChanged } from '../events.ts'
import { findByEmail } from '../people/people.queries.ts'
import { askForCode, paced } from './code-jobs.ts'
import { EmailExists, PhoneExists, ValidationFailed } from './errors.ts'
import { sendCode, textCode } from './letters.ts'
import {
  findOpenChange,
  findToChange,
  holdPerson,
  isEmailTaken,
  isPhoneTaken,
  setEmail,
  setPhone,
  type UserToChange,
} from './user-changes.queries.ts'

/**
 * Begins a change of address: both the present and the new one have to agree. Somebody else's address gets no
 * mail, and whoever asks is not told. In the caller's transaction.
 * @throws OverEmailRate, EmailExists
 */
export async function beginEmailChange(
  ctx: Ctx,
  user: UserToChange,
  email: string,
  about: { redirectTo: string | null; flowId: string | null },
): Promise<void> {
  if (ctx.app.config.auth.mailerAutoconfirm) {
    if (await isEmailTaken(ctx.db, email, user.id)) throw EmailExists()
    return applyEmail(ctx, user.id, email)
  }
  await voidCodesOf(ctx.db, user.id, ['email_change_token_new', 'email_change_token_current'])
  const changeId = randomUUID()
  const { redirectTo, flowId } = about
  const pending = { newAddress: email, changeId }
  const halves = [
    { type: 'email_change_token_new', address: email },
    ...(user.email && asksBoth(ctx, user)
      ? [{ type: 'email_change_token_current' as const, address: user.email.toLowerCase() }]
      : []),
  ] as const
  for (const { type, address } of halves) {
    await askForCode(ctx, { type, address, userId: user.id, pending, redirectTo, flowId })
  }
}

/** The address somebody has agrees, too, unless the operator does without or it was never proven. */
const asksBoth = (ctx: Ctx, user: UserToChange): boolean =>
  ctx.app.config.auth.secureEmailChange && user.email !== null && user.emailConfirmed

/**
 * One of the two addresses agreed.
 * @returns whether the change is complete
 * @throws LinkNotValid, EmailExists
 */
export async function acceptEmailChange(ctx: Ctx, row: CodeRow): Promise<boolean> {
  const { newAddress, changeId } = row.pending
  if (!row.userId || !newAddress || !changeId) throw LinkNotValid()
  await holdPerson(ctx.db, row.userId)
  const user = await findToChange(ctx.db, row.userId)
  if (!user) throw LinkNotValid()
  const otherAgreed = await acceptHalf(ctx.db, row.id, changeId, user.id)
  if (asksBoth(ctx, user) && !otherAgreed) return false
  await applyEmail(ctx, user.id, newAddress)
  return true
}

async function applyEmail(ctx: Ctx, userId: string, email: string) {
  const before = await findToChange(ctx.db, userId)
  await setEmail(ctx.db, userId, email).catch((error: unknown) => {
    throw constraintOf(error) ? EmailExists() : error
  })
  const everything = ['confirmation_token', 'magiclink_token', 'recovery_token'] as const
  await voidCodes(ctx.db, email, everything)
  if (before?.email) await voidCodes(ctx.db, before.email.toLowerCase(), everything)
  await voidCodesOf(ctx.db, userId, ['email_change_token_new', 'email_change_token_current'])
  await tellOfChange(ctx, userId, 'identity.email_changed')
}

/**
 * Begins a change of phone number. Somebody else's number gets no message, and whoever asks is not told.
 * @throws OverSmsRate, PhoneExists
 */
export async function beginPhoneChange(
  ctx: Ctx,
  user: UserToChange,
  phone: string,
  channel: 'sms' | 'whatsapp',
): Promise<void> {
  if (ctx.app.config.auth.smsAutoconfirm) {
    if (await isPhoneTaken(ctx.db, phone, user.id)) throw PhoneExists()
    return applyPhone(ctx, user.id, phone)
  }
  await voidCodesOf(ctx.db, user.id, ['phone_change_token'])
  const pending = { newAddress: phone, channel }
  await askForCode(ctx, { type: 'phone_change_token', address: phone, userId: user.id, pending })
}

/**
 * The new number agreed.
 * @throws LinkNotValid, PhoneExists
 */
export async function acceptPhoneChange(ctx: Ctx, row: CodeRow): Promise<void> {
  if (!row.userId || !row.pending.newAddress) throw LinkNotValid()
  await applyPhone(ctx, row.userId, row.pending.newAddress)
}

async function applyPhone(ctx: Ctx, userId: string, phone: string) {
  await setPhone(ctx.db, userId, phone).catch((error: unknown) => {
    throw constraintOf(error) ? PhoneExists() : error
  })
  await voidCodes(ctx.db, phone, ['phone_token', 'phone_change_token'])
  await tellOfChange(ctx, userId, 'identity.phone_changed')
}

async function tellOfChange(ctx: Ctx, userId: string, action: string) {
  if (ctx.organizationId === noOrganization) return
  await announce(ctx, personChanged, { userId })
  await record(ctx, action, { entityType: 'person', entityId: userId })
}

/**
 * Sends a code that proves once more that it is the person who asks.
 * @throws ValidationFailed, OverEmailRate, OverSmsRate
 */
export async function sendReauthentication(ctx: Ctx): Promise<void> {
  const user = await findToChange(ctx.db, ctx.actor.userId ?? '')
  const address = reauthenticationAddress(user)
  if (!user || !address)
    throw ValidationFailed({
      reason: 'Reauthentication requires the user to have an email or a phone number',
    })
  const wish = { type: 'reauthentication_token', address, userId: user.id } as const
  const issued = await paced(address, () => issueCode(ctx, wish))
  if (!address.includes('@')) return textCode(ctx, { phone: address, userId: user.id }, issued)
  await sendCode(ctx, { email: address, userId: user.id }, issued, { type: wish.type, redirectTo: null })
}

/** Where the code that proves somebody once more goes. */
export function reauthenticationAddress(user: UserToChange | null): string | null {
  if (user?.email && user.emailConfirmed) return user.email.toLowerCase()
  return user?.phone && user.phoneConfirmed ? user.phone : null
}

/** Sends what confirms a change of address or number once more, when somebody began one. */
export const resendChange = defineJob({
  name: 'identity.resend_change',
  schema: Type.Object({
    type: Type.Union([Type.Literal('email_change'), Type.Literal('phone_change')]),
    address: Type.String(),
  }),
  async handle(ctx, { type, address }) {
    const byMail = type === 'email_change'
    const known = byMail ? await findByEmail(ctx.db, address) : await findByPhone(ctx.db, address)
    const user = known && (await findToChange(ctx.db, known.id))
    if (!user) return
    const change = await findOpenChange(
      ctx.db,
      user.id,
      byMail ? 'email_change_token_new' : 'phone_change_token',
    )
    if (!change) return
    const again = byMail
      ? beginEmailChange(ctx, user, change.newAddress, {
          redirectTo: change.redirectTo,
          flowId: change.flowStateId,
        })
      : beginPhoneChange(ctx, user, change.newAddress, 'sms')
    // Asked for too soon: nothing more is sent, and nobody is told.
    await again.catch((error: { code?: string }) => {
      if (!String(error.code).startsWith('wire.over_')) throw error
    })
  },
})
