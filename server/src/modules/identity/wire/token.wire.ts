import { type Static, Type } from 'typebox'
import { type Ctx, createCtx, withTransaction } from '../../../platform/ctx.ts'
import { redeemFlow } from '../codes/flow-states.ts'
import { connectOfFlow } from '../providers/links.ts'
import { firstTokens, refresh } from '../sessions/refresh-tokens.ts'
import { type ProofMethod, signIn } from '../sessions/sessions.ts'
import { AddressText, Secret, Word } from './bodies.ts'
import { checkedPhone } from './checks.ts'
import { EmailProviderDisabled, PhoneProviderDisabled, ValidationFailed, Web3Disabled } from './errors.ts'
import { byIdToken } from './id-token.wire.ts'
import { countHit } from './limits.ts'
import { signInByPhone } from './phone-passwords.ts'
import { type WireInput, wireRoute } from './route.ts'
import { enter, sessionView } from './session-view.ts'

const TokenBody = Type.Object({
  email: AddressText,
  phone: AddressText,
  password: Secret,
  refresh_token: Secret,
  auth_code: Secret,
  code_verifier: Secret,
  provider: Word,
  client_id: Word,
  issuer: Word,
  id_token: Type.Optional(Type.String({ maxLength: 20_000 })),
  access_token: Type.Optional(Type.String({ maxLength: 20_000 })),
  nonce: Word,
  link_identity: Type.Optional(Type.Boolean()),
})
const TokenQuery = Type.Object({ grant_type: Type.Optional(Type.String()) })

export type TokenInput = WireInput<undefined, typeof TokenQuery, typeof TokenBody>
/** Trades what was proven for a session. Opens its own transactions. */
export type Grant = (ctx: Ctx, body: Static<typeof TokenBody>, input: TokenInput) => Promise<unknown>

const triesWithAddress = {
  max: 15,
  windowSeconds: 600,
  by: ({ body }: { body: unknown }) => {
    const { email, phone } = body as { email?: string; phone?: string }
    return (email ?? phone ?? '').trim()
  },
}

const byPassword: Grant = async (ctx, body, input) => {
  const { auth } = ctx.app.config
  if (body.email && body.phone)
    throw ValidationFailed({ reason: 'Only an email address or phone number should be provided on login.' })
  if (!body.email && !body.phone) throw ValidationFailed({ reason: 'missing email or phone' })
  if (!body.password) throw ValidationFailed({ reason: 'missing password' })
  if (body.email ? !auth.emailEnabled : !auth.phoneEnabled)
    throw body.email ? EmailProviderDisabled() : PhoneProviderDisabled()
  await countHit(ctx.app, 'password', triesWithAddress, input)
  const entered = body.email
    ? await signIn(ctx, body.email, body.password, 'app')
    : await signInByPhone(ctx, checkedPhone(body.phone ?? ''), body.password)
  const session = { sessionId: entered.sessionId, userId: entered.person.id }
  return withTransaction(ctx.app, ctx, async (tx) =>
    sessionView(tx, await firstTokens(tx, session, 'password')),
  )
}

const byRefreshToken: Grant = async (ctx, body, { arrivedAt }) => {
  if (!body.refresh_token) throw ValidationFailed({ reason: 'refresh_token required' })
  const tokens = await refresh(ctx, body.refresh_token, arrivedAt)
  return sessionView(createCtx(ctx.app, ctx), tokens)
}

const byCode: Grant = (ctx, body) => {
  const { auth_code: code, code_verifier: verifier } = body
  if (!code || !verifier)
    throw ValidationFailed({
      reason: 'invalid request: both auth code and code verifier should be non-empty',
    })
  return withTransaction(ctx.app, ctx, async (tx) => {
    const flow = await redeemFlow(tx, code, verifier)
    const there = { ...tx, organizationId: flow.organizationId ?? tx.organizationId }
    await connectOfFlow(there, flow.flowId)
    const session = await enter(there, flow.userId, {
      method: flow.authenticationMethod as ProofMethod,
      ...(flow.ssoProviderId ? { ssoProviderId: flow.ssoProviderId } : {}),
      ...(isMethodItself(flow.providerType) ? {} : { provider: flow.providerType }),
    })
    return {
      ...session,
      ...(flow.providerAccessToken ? { provider_token: flow.providerAccessToken } : {}),
      ...(flow.providerRefreshToken ? { provider_refresh_token: flow.providerRefreshToken } : {}),
    }
  })
}

const isMethodItself = (providerType: string) => ['email', 'magiclink', 'recovery'].includes(providerType)

const grants: Record<string, Grant> = {
  password: byPassword,
  refresh_token: byRefreshToken,
  pkce: byCode,
  id_token: byIdToken,
  web3: async () => {
    throw Web3Disabled()
  },
}

const token = wireRoute({
  method: 'POST',
  path: '/token',
  allow: 'anyone',
  limits: ['tokenRefresh'],
  query: TokenQuery,
  body: TokenBody,
  transaction: false,
  handle(ctx, input) {
    const name = input.query.grant_type ?? ''
    const grant = Object.hasOwn(grants, name) ? grants[name] : undefined
    if (!grant) throw ValidationFailed({ reason: 'unsupported_grant_type' })
    return grant(ctx, input.body, input)
  },
})

export const tokenRoutes = [token]
