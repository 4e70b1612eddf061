import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Ctx } from '../../../platform/ctx.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { findByPhone } from '../codes/arrivals.queries.ts'
import type { CodePending } from '../codes/one-time-codes.ts'
import { findByEmail, newPersonId } from '../people/people.queries.ts'
import { AddressText, checkedMetadata, flowOf, Metadata, nameIn, Pkce, Word } from './bodies.ts'
import { checkedEmail, checkedPhone } from './checks.ts'
import { askForCode } from './code-jobs.ts'
import { isOpen } from './doors.ts'
import { EmailProviderDisabled, OtpDisabled, PhoneProviderDisabled, ValidationFailed } from './errors.ts'
import { redirectTarget } from './redirects.ts'
import { wireRoute } from './route.ts'
import { channelOf, refuseWithoutSms } from './texts.ts'
import { resendChange, sendReauthentication } from './user-changes.ts'

type Given = { email?: string; phone?: string }

/** The one address or number of a request. */
function addressOf(ctx: Ctx, { email, phone }: Given): { address: string; byMail: boolean } {
  const { auth } = ctx.app.config
  if (email && phone)
    throw ValidationFailed({ reason: 'Only an email address or phone number should be provided' })
  if (email) {
    if (!auth.emailEnabled) throw EmailProviderDisabled()
    return { address: checkedEmail(email), byMail: true }
  }
  if (!phone) throw ValidationFailed({ reason: 'One of email or phone must be set' })
  if (!auth.phoneEnabled) throw PhoneProviderDisabled()
  return { address: checkedPhone(phone), byMail: false }
}

type OtpBody = Given & {
  create_user?: boolean
  data?: Record<string, unknown>
  channel?: string
  code_challenge?: string
  code_challenge_method?: string
}

async function sendOtp(ctx: Ctx, body: OtpBody, request: FastifyRequest) {
  const { address, byMail } = addressOf(ctx, body)
  const channel = channelOf(body.channel)
  const data = checkedMetadata(body.data)
  if (!byMail) refuseWithoutSms(ctx)
  const mayBegin = body.create_user !== false && (await isOpen(ctx))
  if (!mayBegin) await refuseUnknown(ctx, address)
  const redirectTo = redirectTarget(ctx.app, request)
  const newcomer: CodePending = mayBegin
    ? { userId: await newPersonId(ctx.db), name: nameIn(data), data, channel }
    : { channel }
  await askForCode(ctx, {
    type: byMail ? 'magiclink_token' : 'phone_token',
    address,
    pending: newcomer,
    redirectTo,
    flowId: byMail
      ? await flowOf(ctx, body, {
          providerType: 'magiclink',
          authenticationMethod: 'magiclink',
          redirectTo,
          seconds: ctx.app.config.auth.mailerOtpSeconds,
        })
      : null,
  })
  return {}
}

/**
 * Where addresses count as proven without proof, signing up tells who has an account anyway; there, and only
 * there, somebody unknown is told that they get no code.
 */
async function refuseUnknown(ctx: Ctx, address: string) {
  const { auth } = ctx.app.config
  const byMail = address.includes('@')
  if (byMail ? !auth.mailerAutoconfirm : !auth.smsAutoconfirm) return
  const known = byMail ? await findByEmail(ctx.db, address) : await findByPhone(ctx.db, address)
  if (!known) throw OtpDisabled()
}

const otp = wireRoute({
  method: 'POST',
  path: '/otp',
  allow: 'anyone',
  limits: ['otp'],
  body: Type.Object({
    email: AddressText,
    phone: AddressText,
    create_user: Type.Optional(Type.Boolean()),
    data: Metadata,
    channel: Word,
    ...Pkce,
  }),
  handle: (ctx, { body, request }) => sendOtp(ctx, body, request),
})

const magicLink = wireRoute({
  method: 'POST',
  path: '/magiclink',
  allow: 'anyone',
  limits: ['otp'],
  body: Type.Object({ email: AddressText, data: Metadata, ...Pkce }),
  handle: (ctx, { body, request }) => sendOtp(ctx, { email: '', ...body }, request),
})

const recover = wireRoute({
  method: 'POST',
  path: '/recover',
  allow: 'anyone',
  limits: ['otp'],
  body: Type.Object({ email: AddressText, ...Pkce }),
  async handle(ctx, { body, request }) {
    if (!body.email) throw ValidationFailed({ reason: 'Password recovery requires an email' })
    const { address } = addressOf(ctx, { email: body.email })
    const redirectTo = redirectTarget(ctx.app, request)
    const about = {
      providerType: 'recovery',
      authenticationMethod: 'recovery',
      redirectTo,
      seconds: ctx.app.config.auth.mailerOtpSeconds,
    }
    const flowId = await flowOf(ctx, body, about)
    await askForCode(ctx, { type: 'recovery_token', address, redirectTo, flowId })
    return {}
  },
})

const resend = wireRoute({
  method: 'POST',
  path: '/resend',
  allow: 'anyone',
  limits: ['otp'],
  body: Type.Object({ type: Word, email: AddressText, phone: AddressText, ...Pkce }),
  async handle(ctx, { body, request }) {
    const { type } = body
    const byMail = type === 'signup' || type === 'email_change'
    if (!byMail && type !== 'sms' && type !== 'phone_change')
      throw ValidationFailed({
        reason: 'Missing one of these types: signup, email_change, sms, phone_change',
      })
    if (byMail ? !body.email : !body.phone)
      throw ValidationFailed({
        reason: byMail ? 'Type provided requires an email address' : 'Type provided requires a phone number',
      })
    const { address } = addressOf(ctx, body)
    if (type === 'email_change' || type === 'phone_change') {
      await enqueue(ctx, resendChange, { type, address })
      return {}
    }
    const redirectTo = redirectTarget(ctx.app, request)
    const about = {
      providerType: 'email',
      authenticationMethod: 'email/signup',
      redirectTo,
      seconds: ctx.app.config.auth.mailerOtpSeconds,
    }
    await askForCode(ctx, {
      type: type === 'signup' ? 'confirmation_token' : 'phone_token',
      address,
      inherits: type === 'signup' ? ['confirmation_token', 'magiclink_token'] : ['phone_token'],
      redirectTo,
      flowId: byMail ? await flowOf(ctx, body, about) : null,
    })
    return {}
  },
})

const reauthenticate = (['GET', 'POST'] as const).map((method) =>
  wireRoute({
    method,
    path: '/reauthenticate',
    allow: 'user',
    limits: ['otp'],
    transaction: true,
    async handle(ctx) {
      await sendReauthentication(ctx)
      return {}
    },
  }),
)

/** Everything that sends a link or a code. */
export const codeRoutes = [otp, magicLink, recover, resend, ...reauthenticate]
