import { Type } from 'typebox'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { record } from '../../audit/index.ts'
import { redeemCode } from '../codes/one-time-codes.ts'
import { voidTokens } from '../codes/one-time-tokens.queries.ts'
import { WrongCode } from '../errors.ts'
import { requireOwnSignIn } from '../factors/own-sign-in.ts'
import { sendLetter } from '../letters.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { ownWords } from '../passwords/own-words.ts'
import { hashPassword, passwordFits } from '../passwords/passwords.ts'
import { findLanguage, replacePassword } from '../people/people.queries.ts'
import { deleteSession, deleteSessions } from '../sessions/sessions.queries.ts'
import { AddressText, checkedMetadata, flowOf, Metadata, Pkce, Secret, Word } from './bodies.ts'
import { checkedEmail, checkedPhone, refuseWeak } from './checks.ts'
import {
  CurrentPasswordMismatch,
  ReauthenticationNeeded,
  ReauthenticationNotValid,
  SamePassword,
  UserSsoManaged,
  ValidationFailed,
} from './errors.ts'
import { requireOwnSession } from './own-session.ts'
import { redirectTarget } from './redirects.ts'
import { wireRoute } from './route.ts'
import { channelOf, refuseWithoutSms } from './texts.ts'
import { findToChange, mergeMetadata, type UserToChange } from './user-changes.queries.ts'
import { beginEmailChange, beginPhoneChange, reauthenticationAddress } from './user-changes.ts'
import { userView } from './user-view.ts'

const mostMetadata = 64 * 1024
const day = 24 * 3600_000

const read = wireRoute({
  method: 'GET',
  path: '/user',
  allow: 'user',
  whileOnHold: true,
  handle: (ctx) => userView(ctx, ctx.actor.userId ?? ''),
})

const change = wireRoute({
  method: 'PUT',
  path: '/user',
  allow: 'user',
  body: Type.Object({
    email: AddressText,
    phone: AddressText,
    password: Secret,
    current_password: Secret,
    nonce: Word,
    data: Metadata,
    channel: Word,
    ...Pkce,
  }),
  limits: [{ max: 100, windowSeconds: 300 }],
  transaction: false,
  async handle(ctx, { body, request }) {
    const user = await findToChange(ctx.db, ctx.actor.userId ?? '')
    if (!user) throw NotFound()
    const email = body.email ? checkedEmail(body.email) : null
    const phone = body.phone ? checkedPhone(body.phone) : null
    const channel = channelOf(body.channel)
    const data = body.data && checkedMetadata(body.data)
    if (email || phone || body.password) {
      if (user.isSsoUser) throw UserSsoManaged()
      requireOwnSession(ctx)
      await requireOwnSignIn(ctx)
    }
    if (phone && !ctx.app.config.auth.smsAutoconfirm) refuseWithoutSms(ctx)
    const encryptedPassword = body.password
      ? await newPassword(ctx, user, { password: body.password, email, phone, ...body })
      : null
    await withTransaction(ctx.app, ctx, async (tx) => {
      if (encryptedPassword) await setPassword(tx, user, encryptedPassword)
      if (data && !(await mergeMetadata(tx.db, user.id, data, mostMetadata)))
        throw ValidationFailed({ reason: `User metadata may have at most ${mostMetadata} characters` })
      if (email && email !== user.email?.toLowerCase()) {
        const redirectTo = redirectTarget(tx.app, request)
        const flowId = await flowOf(tx, body, {
          providerType: 'email',
          authenticationMethod: 'email_change',
          redirectTo,
          seconds: tx.app.config.auth.mailerOtpSeconds,
        })
        await beginEmailChange(tx, user, email, { redirectTo, flowId })
      }
      if (phone && phone !== user.phone) await beginPhoneChange(tx, user, phone, channel)
    })
    return userView(ctx, user.id)
  },
})

/**
 * Checks that the person may have the new password and hashes it. Not in a transaction.
 * @throws WeakPassword, SamePassword, CurrentPasswordMismatch, ReauthenticationNeeded, ReauthenticationNotValid
 */
async function newPassword(
  ctx: Ctx,
  user: UserToChange,
  given: {
    password: string
    email: string | null
    phone: string | null
    current_password?: string
    nonce?: string
  },
): Promise<string> {
  const { password, current_password: current } = given
  if (user.isAnonymous && !given.email && !given.phone)
    throw ValidationFailed({
      reason: 'Updating password of an anonymous user without an email or phone is not allowed',
    })
  const address = user.email ?? given.email ?? ''
  refuseWeak(ctx.app, password, await ownWords(ctx, address))
  if (current && !(await passwordFits(user.encryptedPassword, current))) throw CurrentPasswordMismatch()
  const { authenticatedAt } = ctx.actor
  const isFresh = authenticatedAt !== null && ctx.now.getTime() - authenticatedAt.getTime() < day
  if (ctx.app.config.auth.passwordNeedsReauthentication && !isFresh) await spendNonce(ctx, user, given.nonce)
  if (user.encryptedPassword && (await passwordFits(user.encryptedPassword, password))) throw SamePassword()
  return hashPassword(password)
}

async function spendNonce(ctx: Ctx, user: UserToChange, nonce: string | undefined) {
  const address = reauthenticationAddress(user)
  if (!nonce || !address) throw ReauthenticationNeeded()
  await redeemCode(ctx, { types: ['reauthentication_token'], address, code: nonce }, async (_tx, row) => {
    if (row.userId !== user.id) throw WrongCode()
  }).catch((error: { code?: string }) => {
    throw error.code === WrongCode.code ? ReauthenticationNotValid() : error
  })
}

/** Every other session ends, so that whoever knew the old password is out. */
async function setPassword(ctx: Ctx, user: UserToChange, encryptedPassword: string) {
  if (!(await replacePassword(ctx.db, user.id, user.encryptedPassword, encryptedPassword)))
    throw SamePassword()
  await deleteSessions(ctx.db, user.id, ctx.actor.sessionId)
  await record(ctx, 'identity.password_changed', { entityType: 'person', entityId: user.id })
  if (!user.email || !user.emailConfirmed) return
  await voidTokens(ctx.db, user.email.toLowerCase())
  const organization = await findById(ctx.db, ctx.organizationId)
  const locale = await findLanguage(ctx.db, ctx.organizationId, user.id)
  const to = { email: user.email, userId: user.id, locale, path: '/forgot-password' }
  await sendLetter(ctx, 'password_changed', to, organization, { when: ctx.now })
}

const scopes = ['global', 'local', 'others']

const logout = wireRoute({
  method: 'POST',
  path: '/logout',
  allow: 'user',
  whileOnHold: true,
  query: Type.Object({ scope: Type.Optional(Type.String()) }),
  async handle(ctx, { query }) {
    const scope = query.scope || 'global'
    if (!scopes.includes(scope))
      throw ValidationFailed({ reason: `Unsupported logout scope "${scope.slice(0, 50)}"` })
    const userId = ctx.actor.userId ?? ''
    const { sessionId } = ctx.actor
    if (sessionId && scope === 'local') await deleteSession(ctx.db, userId, sessionId)
    else await deleteSessions(ctx.db, userId, scope === 'others' ? sessionId : null)
    await record(ctx, 'identity.signed_out', {
      entityType: 'person',
      entityId: userId,
      metadata: { scope },
    })
  },
})

export const userRoutes = [read, change, logout]
