import { createHash } from 'node:crypto'
import { type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { type App, type Ctx, noOrganization } from '../../../platform/ctx.ts'
import { SignInRequired } from '../../../platform/errors.ts'
import { findTokenFacts, type TokenFacts } from './access-tokens.queries.ts'
import { askClaimsHook } from './claims-hook.ts'
import { keyFor, type TokenKey, tokenKeys } from './signing-keys.ts'

/** Who issues our access tokens. */
export const issuerOf = (app: App): string => `${app.config.url}/auth/v1`

/** Roles of tokens that stand for the operator's own programs, not for a person. */
export const serviceRoles = ['service_role', 'supabase_admin'] as const

export type TokenClaims = JWTPayload & {
  session_id?: string
  role?: string
  organization_id?: string | null
  client_id?: string
}

/**
 * Signs an access token for a living session: a JWT with the claims of Supabase's auth server, and the
 * organization it is for. It is no more than a name for the session, which every request looks up.
 * @throws SignInRequired when the session has ended
 */
export async function signAccessToken(
  ctx: Ctx,
  sessionId: string,
  authenticationMethod = 'token_refresh',
): Promise<{ token: string; expiresAt: number }> {
  const facts = await findTokenFacts(ctx.db, sessionId)
  if (!facts) throw SignInRequired()
  return signFor(ctx, facts, authenticationMethod)
}

/** The same for a session whose facts were just read. */
export async function signFor(
  ctx: Ctx,
  facts: TokenFacts,
  authenticationMethod = 'token_refresh',
): Promise<{ token: string; expiresAt: number }> {
  const issuedAt = Math.floor(ctx.now.getTime() / 1000)
  const expiresAt = issuedAt + ctx.app.config.auth.jwtSeconds
  const claims = await askClaimsHook(ctx, authenticationMethod, {
    ...claimsOf(ctx.app, facts),
    iat: issuedAt,
    exp: expiresAt,
  })
  return { token: await sign(ctx.app, claims), expiresAt }
}

const claimsOf = (app: App, facts: TokenFacts) => ({
  iss: issuerOf(app),
  sub: facts.userId,
  aud: app.config.auth.jwtAudience,
  email: facts.email ?? '',
  phone: facts.phone ?? '',
  app_metadata: facts.appMetaData,
  user_metadata: facts.userMetaData,
  role: 'authenticated',
  aal: facts.aal,
  amr: facts.methods,
  session_id: facts.sessionId,
  is_anonymous: facts.isAnonymous,
  organization_id: facts.organizationId,
  organization_role: facts.organizationRole,
})

async function sign(app: App, claims: Record<string, unknown>): Promise<string> {
  const key = (await tokenKeys(app)).find((one) => one.signs)
  if (!key) throw new Error('No key of STOA_AUTH_JWT_KEYS may sign.')
  const header = { alg: key.algorithm, typ: 'JWT', ...(key.id ? { kid: key.id } : {}) }
  return new SignJWT(claims).setProtectedHeader(header).sign(key.key)
}

/**
 * A token for a program of the operator: everything /auth/v1/admin does, in one organization.
 * @param organizationId null: the organization the request is about
 */
export function signServiceToken(
  app: App,
  role: 'service_role' | 'anon',
  organizationId: string | null,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  return sign(app, {
    iss: issuerOf(app),
    role,
    iat: now,
    exp: now + 10 * 365 * 24 * 3600,
    ...(organizationId && organizationId !== noOrganization ? { organization_id: organizationId } : {}),
  })
}

/**
 * Other tokens are signed with keys we know as well, and are for somebody else: id tokens of our OAuth server are for
 * the app they name. One that names a session must be for us (RFC 8725, 3.9, 3.11).
 * @throws SignInRequired
 */
function refuseMisused(app: App, { iss, aud, session_id: session }: TokenClaims): void {
  if (iss === `${app.config.url}/oauth`) throw SignInRequired()
  if (session !== undefined && ![aud].flat().includes(app.config.auth.jwtAudience)) throw SignInRequired()
}

const isOpen = ({ exp }: TokenClaims) => exp === undefined || exp * 1000 > Date.now()

/** Tokens whose signature was checked already, by hash, and with which key: a token is void once that key is. */
const checked = new Map<string, { claims: TokenClaims; key: TokenKey['checks'] }>()
const mostChecked = 10_000

/**
 * Checks signature, algorithm and times of an access token. What it says still has to be held against the
 * session: this only tells that we wrote it.
 * @throws SignInRequired
 */
export async function readAccessToken(app: App, token: string): Promise<TokenClaims> {
  if (token.length > 16_384) throw SignInRequired()
  const fingerprint = createHash('sha256').update(token).digest('base64')
  const keys = await tokenKeys(app)
  const known = checked.get(fingerprint)
  if (known && keys.some((one) => one.checks === known.key) && isOpen(known.claims)) {
    refuseMisused(app, known.claims)
    return known.claims
  }
  let key!: TokenKey['checks']
  const { payload } = await jwtVerify<TokenClaims>(
    token,
    (header) => {
      key = keyFor(keys, header).checks
      return key
    },
    { algorithms: ['ES256', 'RS256', 'HS256'], clockTolerance: 0 },
  ).catch(() => {
    throw SignInRequired()
  })
  refuseMisused(app, payload)
  if (checked.size >= mostChecked) checked.delete(checked.keys().next().value as string)
  checked.set(fingerprint, { claims: payload, key })
  return payload
}
