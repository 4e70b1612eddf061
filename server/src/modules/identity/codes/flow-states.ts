import { createHash } from 'node:crypto'
import { type Ctx, noOrganization } from '../../../platform/ctx.ts'
import { hashToken, randomToken } from '../../../platform/keys.ts'
import { FlowNotFound, WrongVerifier } from '../errors.ts'
import { consumeFlow, findSsoOfFlow, insertFlow, isFlowCodeOpen, setFlowCode } from './flow-states.queries.ts'

/** What an app begins a sign-in with when it uses PKCE (RFC 7636). */
export type FlowStart = {
  challenge: string
  method: 's256' | 'plain'
  /** What the person comes by: `email`, `google`, `sso/saml`. */
  providerType: string
  /** How the session will say they came in, such as `magiclink` or `oauth`. */
  authenticationMethod: string
  redirectTo: string | null
  /** How long the person has to arrive. */
  seconds?: number
}

/** Whom a redeemed code is for. */
export type RedeemedFlow = {
  flowId: string
  userId: string
  organizationId: string | null
  providerType: string
  authenticationMethod: string
  /** The single sign-on they came by. */
  ssoProviderId: string | null
  /** Tokens of the provider, in clear. */
  providerAccessToken: string | null
  providerRefreshToken: string | null
}

const purpose = 'flow-state'
const codeSeconds = 300

const inSeconds = (ctx: Ctx, seconds: number) => new Date(ctx.now.getTime() + seconds * 1000)

/** Remembers the challenge of an app. Nothing comes of it until somebody arrives. */
export const beginFlow = (ctx: Ctx, start: FlowStart): Promise<string> =>
  insertFlow(ctx.db, {
    organizationId: ctx.organizationId === noOrganization ? null : ctx.organizationId,
    codeChallenge: start.challenge,
    codeChallengeMethod: start.method,
    providerType: start.providerType,
    authenticationMethod: start.authenticationMethod,
    redirectTo: start.redirectTo,
    expiresAt: inSeconds(ctx, start.seconds ?? 600),
  })

/**
 * The person arrived: makes the code their app redeems with its verifier within five minutes. Once a flow.
 * @param tokens of the provider, for the app to have; kept sealed
 * @throws FlowNotFound
 */
export async function issueFlowCode(
  ctx: Ctx,
  flowId: string,
  userId: string,
  tokens: { accessToken?: string | null; refreshToken?: string | null } = {},
): Promise<string> {
  const code = randomToken()
  const sealed = (token: string | null | undefined) => (token ? ctx.app.keys.seal(purpose, token) : null)
  const isSet = await setFlowCode(ctx.db, flowId, {
    userId,
    codeHash: hashToken(code),
    accessToken: sealed(tokens.accessToken),
    refreshToken: sealed(tokens.refreshToken),
    expiresAt: inSeconds(ctx, codeSeconds),
  })
  if (!isSet) throw FlowNotFound()
  return code
}

/**
 * Uses a code up, when the verifier is the one the flow began with. Of many tries at the same time one gets it.
 * In the transaction that opens the session.
 * @throws FlowNotFound, WrongVerifier
 */
export async function redeemFlow(ctx: Ctx, code: string, verifier: string): Promise<RedeemedFlow> {
  const codeHash = hashToken(code)
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const flow = await consumeFlow(ctx.db, codeHash, { s256: challenge, plain: verifier })
  if (!flow) throw (await isFlowCodeOpen(ctx.db, codeHash)) ? WrongVerifier() : FlowNotFound()
  const ssoProviderId = await findSsoOfFlow(ctx.db, flow.organizationId, flow.id)
  const opened = (token: string | null) => (token === null ? null : ctx.app.keys.open(purpose, token))
  const { id: flowId, ...rest } = flow
  return {
    ...rest,
    flowId,
    ssoProviderId,
    providerAccessToken: opened(flow.providerAccessToken),
    providerRefreshToken: opened(flow.providerRefreshToken),
  }
}
