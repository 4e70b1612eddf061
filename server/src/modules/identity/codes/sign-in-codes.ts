import { Type } from 'typebox'
import { type Ctx, noOrganization, withTransaction } from '../../../platform/ctx.ts'
import { InvalidInput } from '../../../platform/errors.ts'
import { defineJob, enqueue } from '../../../platform/jobs/jobs.ts'
import { queueText } from '../../../platform/sms/text-messages.ts'
import { dialled, normalPhone, refuseWithoutPhones } from '../account/phone-numbers.ts'
import { WrongCode } from '../errors.ts'
import { normalEmail } from '../joining/registration.ts'
import { sendLetter } from '../letters.ts'
import { say } from '../messages.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { findByEmail, findLanguage, newPersonId } from '../people/people.queries.ts'
import { type Entered, openSession } from '../sessions/sessions.ts'
import { findByPhone } from './arrivals.queries.ts'
import { arrive } from './arrivals.ts'
import { type CodeRow, findPrepared } from './one-time-codes.queries.ts'
import { arm, codeSeconds, drop, prepareCode, redeemCode, redeemLink } from './one-time-codes.ts'

/** An email address or a phone number. */
type Given = { email?: string | undefined; phone?: string | undefined }

/**
 * The one address of a request, as it is stored.
 * @throws InvalidInput, NoPhoneNumber, PhoneSignInOff
 */
function addressOf(ctx: Ctx, { email, phone }: Given): string {
  if (email && phone) throw oneOfBoth()
  if (email) return normalEmail(email)
  if (!phone) throw oneOfBoth()
  refuseWithoutPhones(ctx.app)
  return normalPhone(phone)
}

const oneOfBoth = () =>
  InvalidInput(
    {},
    { fields: [{ pointer: '/email', code: 'required', message: 'give an address or a phone number' }] },
  )

/**
 * Takes a wish to sign in by a code. Whether anybody has the address is looked up in a job, so neither the answer nor
 * its time tells; somebody new gets a code only where everybody may sign up, and begins to exist when they use it.
 * @throws InvalidInput, NoPhoneNumber, PhoneSignInOff, CodeSentLately
 */
export async function askForCode(
  ctx: Ctx,
  given: Given,
  next: string | null,
): Promise<{ codeLength: number; seconds: number }> {
  const address = addressOf(ctx, given)
  const id = await prepareCode(ctx, {
    type: given.email ? 'magiclink_token' : 'phone_token',
    address,
    userId: null,
    redirectTo: next,
  })
  await enqueue(ctx, sendSignInCode, { id })
  const { auth } = ctx.app.config
  return {
    codeLength: given.email ? auth.mailerOtpLength : auth.smsOtpLength,
    seconds: codeSeconds(ctx.app, address),
  }
}

export const sendSignInCode = defineJob({
  name: 'identity.send_sign_in_code',
  schema: Type.Object({ id: Type.String() }),
  async handle(ctx, { id }) {
    const row = await findPrepared(ctx.db, id)
    if (row) await send({ ...ctx, organizationId: row.organizationId ?? noOrganization }, row)
  },
})

async function send(ctx: Ctx, row: CodeRow): Promise<void> {
  const address = row.relatesTo
  const byMail = address.includes('@')
  const known = byMail ? await findByEmail(ctx.db, address) : await findByPhone(ctx.db, address)
  const organization = await findById(ctx.db, ctx.organizationId)
  if (!known && organization?.signUp !== 'open') return drop(ctx, row.id)
  const issued = await arm(ctx, { id: row.id, type: row.type, address }, known?.id ?? null)
  if (!issued) return
  const userId = known?.id ?? null
  const locale = await findLanguage(ctx.db, ctx.organizationId, userId)
  if (!byMail) {
    const text = say(locale, 'phone_code.text', {
      code: issued.code,
      organization: organization?.name ?? 'Stoa',
    })
    await queueText(ctx, {
      to: dialled(address),
      userId,
      type: 'identity.sign_in_code',
      text,
      until: issued.expiresAt,
    })
    return
  }
  const next = row.redirectTo ? `&next=${encodeURIComponent(row.redirectTo)}` : ''
  // The page behind the link has a button: programs that open links in mails do not use it up.
  const to = { email: address, userId, locale, path: `/sign-in/link?token=${issued.link}${next}` }
  const minutes = Math.round(codeSeconds(ctx.app, address) / 60)
  await sendLetter(ctx, known ? 'sign_in_code' : 'sign_up_code', to, organization, {
    code: issued.code,
    minutes,
  })
}

/**
 * Signs in by the code, with the address it was sent to, or by the link, also on another device than it was asked for
 * on. Opens its own transactions: a wrong try counts, however the rest ends.
 * @throws WrongCode, LinkNotValid, TooManyRequests, Banned, MembershipInactive, SignUpClosed, InvalidInput
 */
export async function redeemSignInCode(
  ctx: Ctx,
  given: Given & { code?: string | undefined; token?: string | undefined; name?: string | undefined },
): Promise<Entered> {
  const { token, code } = given
  const name = given.name?.trim() ?? null
  if (token) {
    return withTransaction(ctx.app, ctx, async (tx) => {
      const { ctx: there, row } = await redeemLink(tx, ['magiclink_token'], token)
      return enter(there, row, name, 'magiclink')
    })
  }
  const address = addressOf(ctx, given)
  if (!code) throw WrongCode()
  const types = given.email ? (['magiclink_token'] as const) : (['phone_token'] as const)
  const digits = code.replace(/\D/g, '')
  return redeemCode(ctx, { types, address, code: digits }, (tx, row) => enter(tx, row, name, 'otp'))
}

async function enter(
  ctx: Ctx,
  row: CodeRow,
  name: string | null,
  method: 'otp' | 'magiclink',
): Promise<Entered> {
  const pending = { ...row.pending }
  // A newcomer says their name along with the code, or goes by their address for now.
  pending.userId ??= await newPersonId(ctx.db)
  pending.name ||= name ?? row.relatesTo.split('@')[0] ?? ''
  const { userId } = await arrive(ctx, { ...row, pending })
  return openSession(ctx, userId, { method })
}
