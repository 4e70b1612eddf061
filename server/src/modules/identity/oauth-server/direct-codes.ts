import { randomBytes } from 'node:crypto'
import type { Ctx } from '../../../platform/ctx.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { hashToken, randomToken } from '../../../platform/keys.ts'
import { findProofs } from './accounts.queries.ts'
import { type AskedRow, answerAsked, claimAsked, upsertAsked, upsertCode } from './authorizations.queries.ts'
import type { ClientRow } from './clients.queries.ts'
import { allowApp } from './consents.ts'
import { amrOf, standingAt } from './entrants.ts'
import { oauthIssuer, seconds } from './issuer.ts'
import { closePayload } from './payloads.ts'
import { scopesOf } from './scopes.ts'

/** Marks requests that came by /auth/v1: no browser is remembered with them, whoever looks first answers. */
const direct = 'direct'
export const isDirect = (asked: AskedRow): boolean => asked.payload.kind === direct

const codeSeconds = 60
const answerSeconds = 600

/** What an app asks for, checked. */
type DirectRequest = {
  redirectUri: string
  scope: string
  state: string | null
  nonce: string | null
  codeChallenge: string
}

/** Keeps a request until somebody answers it. Returns its id. */
export async function askDirectly(ctx: Ctx, client: ClientRow, request: DirectRequest): Promise<string> {
  const authorizationId = randomToken()
  const kept = await upsertAsked(ctx.db, {
    ...request,
    authorizationId,
    clientId: client.id,
    userId: null,
    payload: { kind: direct },
    seconds: answerSeconds,
  })
  if (!kept) throw NotFound()
  return authorizationId
}

/**
 * Makes a request the person's own. Whoever looks at it first is whom it is for.
 * @throws NotFound when it is somebody else's; Forbidden when the app is for people of another organization
 */
export async function claimDirectly(ctx: Ctx, asked: AskedRow, client: ClientRow): Promise<void> {
  const { userId, sessionId, impersonatedBy, isAnonymous } = ctx.actor
  if (!userId || !sessionId) throw NotFound()
  if (impersonatedBy || isAnonymous) throw Forbidden({ reason: 'not_while_impersonating' })
  const organization = { id: client.organizationId, slug: client.organizationSlug }
  if ((await standingAt(ctx.app, sessionId, organization)) !== 'good')
    throw Forbidden({ reason: 'membership_required' })
  if (!(await claimAsked(ctx.db, asked.authorizationId, userId))) throw NotFound()
}

/**
 * Answers a request for the person of `ctx`, once.
 * @returns where the app waits, with a code or a refusal
 * @throws NotFound when it was answered meanwhile
 */
export async function answerDirectly(
  ctx: Ctx,
  asked: AskedRow,
  client: ClientRow,
  allow: boolean,
): Promise<string> {
  const userId = ctx.actor.userId!
  const answered = await answerAsked(ctx.db, asked.authorizationId, {
    allow,
    userId,
    payload: { kind: direct },
  })
  if (!answered) throw NotFound()
  if (!allow)
    return backTo(ctx, asked, { error: 'access_denied', error_description: 'the person did not allow it' })
  const scopes = scopesOf(asked.scope)
  const grantId = await allowApp(ctx, client, scopes)
  return backTo(ctx, asked, { code: await issueCode(ctx, asked, client, grantId) })
}

/** A code as oidc-provider would have made it, for its token endpoint. */
async function issueCode(ctx: Ctx, asked: AskedRow, client: ClientRow, grantId: string): Promise<string> {
  const { userId, sessionId, aal, authenticatedAt } = ctx.actor
  const [{ oauthProvider }, { rememberGrant }] = await Promise.all([
    import('./provider.ts'),
    import('./sessions.ts'),
  ])
  const provider = await oauthProvider(ctx.app)
  const session = { userId: userId!, sessionId: sessionId!, authenticatedAt: authenticatedAt ?? ctx.now }
  const sid = await rememberGrant(provider, session, client.id, grantId)
  const code = randomBytes(40).toString('base64url')
  const now = seconds(ctx.now)
  const kept = await upsertCode(ctx.db, {
    authorizationId: asked.authorizationId,
    clientId: client.id,
    userId,
    redirectUri: asked.redirectUri,
    scope: asked.scope,
    nonce: asked.nonce,
    codeChallenge: asked.codeChallenge,
    codeHash: hashToken(code),
    seconds: codeSeconds,
    payload: closePayload(ctx.app, {
      kind: 'AuthorizationCode',
      iat: now,
      exp: now + codeSeconds,
      accountId: userId,
      clientId: client.id,
      grantId,
      scope: asked.scope,
      redirectUri: asked.redirectUri,
      codeChallenge: asked.codeChallenge,
      codeChallengeMethod: 'S256',
      sessionUid: sessionId,
      sid,
      expiresWithSession: !scopesOf(asked.scope).includes('offline_access'),
      authTime: seconds(session.authenticatedAt),
      acr: aal,
      amr: amrOf(await findProofs(ctx.db, sessionId!), aal),
      ...(asked.nonce ? { nonce: asked.nonce } : {}),
    }),
  })
  if (!kept) throw NotFound()
  return code
}

/** The app's address with an answer, who gives it (RFC 9207) and the app's own state. */
export function backTo(
  ctx: Pick<Ctx, 'app'>,
  { redirectUri, state }: { redirectUri: string; state: string | null },
  answer: Record<string, string>,
): string {
  const url = new URL(redirectUri)
  for (const [key, value] of Object.entries(answer)) url.searchParams.set(key, value)
  if (state !== null) url.searchParams.set('state', state)
  url.searchParams.set('iss', oauthIssuer(ctx.app))
  return url.href
}
