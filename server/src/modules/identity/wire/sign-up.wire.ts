import { isIP } from 'node:net'
import { Type } from 'typebox'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { createPerson } from '../codes/arrivals.ts'
import { hasRivalSignUp } from '../codes/one-time-codes.queries.ts'
import { ownWords } from '../passwords/own-words.ts'
import { hashPassword } from '../passwords/passwords.ts'
import { newPersonId } from '../people/people.queries.ts'
import { AddressText, checkedMetadata, flowOf, Metadata, nameIn, Pkce, Secret, Word } from './bodies.ts'
import { checkedEmail, checkedPhone, refuseWeak } from './checks.ts'
import { askForCode } from './code-jobs.ts'
import { refuseClosed, takesAnonymous } from './doors.ts'
import {
  AnonymousDisabled,
  EmailProviderDisabled,
  PhoneProviderDisabled,
  SignupDisabled,
  UserAlreadyExists,
  ValidationFailed,
} from './errors.ts'
import { countHit } from './limits.ts'
import { redirectTarget } from './redirects.ts'
import { wireRoute } from './route.ts'
import { enter } from './session-view.ts'
import { channelOf, refuseWithoutSms } from './texts.ts'
import type { UserView } from './user-view.ts'

const SignUpBody = Type.Object({
  email: AddressText,
  phone: AddressText,
  password: Secret,
  data: Metadata,
  channel: Word,
  ...Pkce,
})

const signUp = wireRoute({
  method: 'POST',
  path: '/signup',
  allow: 'anyone',
  body: SignUpBody,
  // Hashing a password takes longer than a transaction may.
  transaction: false,
  async handle(ctx, input) {
    const { body } = input
    const { auth } = ctx.app.config
    if (!body.email && !body.phone) {
      await countHit(ctx.app, '', 'anonymous', input)
      return signUpAnonymously(ctx, checkedMetadata(body.data))
    }
    await countHit(ctx.app, '', 'otp', input)
    await refuseClosed(ctx)
    if (!body.password) throw ValidationFailed({ reason: 'Signup requires a valid password' })
    if (body.email && body.phone)
      throw ValidationFailed({
        reason: 'Only an email address or phone number should be provided on signup.',
      })
    if (body.email ? !auth.emailEnabled : !auth.phoneEnabled)
      throw body.email ? EmailProviderDisabled() : PhoneProviderDisabled()
    const address = body.email ? checkedEmail(body.email) : checkedPhone(body.phone ?? '')
    const channel = channelOf(body.channel)
    refuseWeak(ctx.app, body.password, await ownWords(ctx, address))
    const data = checkedMetadata(body.data)
    const wish = {
      userId: await newPersonId(ctx.db),
      name: nameIn(data),
      encryptedPassword: await hashPassword(body.password),
      data,
    }
    if (body.email ? auth.mailerAutoconfirm : auth.smsAutoconfirm)
      return withTransaction(ctx.app, ctx, async (tx) => {
        const userId = await createPerson(tx, address, wish)
        if (!userId) throw UserAlreadyExists()
        return enter(tx, userId, { method: 'password' })
      })
    if (body.phone) refuseWithoutSms(ctx)
    await withTransaction(ctx.app, ctx, async (tx) => {
      const redirectTo = redirectTarget(tx.app, input.request)
      const flowId = body.email
        ? await flowOf(tx, body, {
            providerType: 'email',
            authenticationMethod: 'email/signup',
            redirectTo,
            seconds: auth.mailerOtpSeconds,
          })
        : null
      const type = body.email ? 'confirmation_token' : 'phone_token'
      // Two people chose a password for one address, and whoever opens the mail knows of one: it is nobody's.
      const isContested = await hasRivalSignUp(tx.db, type, address, tx.ip && isIP(tx.ip) ? tx.ip : null)
      await askForCode(tx, {
        type,
        address,
        pending: { ...wish, channel, ...(isContested ? { encryptedPassword: null } : {}) },
        redirectTo,
        flowId,
      })
    })
    return waitingUser(ctx, wish.userId, address, data)
  },
})

async function signUpAnonymously(ctx: Ctx, data: Record<string, unknown>) {
  if (!(await takesAnonymous(ctx))) throw AnonymousDisabled()
  await refuseClosed(ctx)
  return withTransaction(ctx.app, ctx, async (tx) => {
    const userId = await createPerson(tx, null, { name: nameIn(data), data })
    if (!userId) throw SignupDisabled()
    return enter(tx, userId, { method: 'anonymous' })
  })
}

/**
 * Somebody who has to prove their address first. Looks the same when the address has an account, and its id
 * means nothing until it is proven.
 */
function waitingUser(ctx: Ctx, id: string, address: string, data: Record<string, unknown>): UserView {
  const provider = address.includes('@') ? 'email' : 'phone'
  const now = ctx.now.toISOString()
  return {
    id,
    aud: ctx.app.config.auth.jwtAudience,
    role: 'authenticated',
    email: provider === 'email' ? address : '',
    phone: provider === 'phone' ? address : '',
    confirmation_sent_at: now,
    app_metadata: { provider, providers: [provider] },
    user_metadata: data,
    identities: [
      {
        identity_id: id,
        id,
        user_id: id,
        identity_data: { [provider]: address, sub: id },
        provider,
        created_at: now,
        updated_at: now,
        ...(provider === 'email' ? { email: address } : {}),
      },
    ],
    created_at: now,
    updated_at: now,
    is_anonymous: false,
  }
}

export const signUpRoutes = [signUp]
