import type { FastifyRequest } from 'fastify'
import { type Actor, anonymous, system } from '../../../platform/actor.ts'
import type { App } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors.ts'
import { authenticate } from '../authenticate.ts'
import { findOrganization } from '../callers.queries.ts'
import { readAccessToken, serviceRoles, type TokenClaims } from '../sessions/access-tokens.ts'
import { findOrganizationSlug, findStanding } from './callers.queries.ts'
import {
  BadClaim,
  BadJwt,
  InsufficientAal,
  NoAuthorization,
  NoPermission,
  NotAdmin,
  SessionNotFound,
  SsoRequired,
  UserBanned,
  UserNotFound,
} from './errors.ts'

/** Who asks on /auth/v1, and the organization it is about. */
export type WireCaller = {
  actor: Actor
  /** Null only where no organization exists. */
  organizationId: string | null
}

const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const slugShape = /^[a-z0-9-]{1,50}$/

/** The bearer token of a request, if any. */
export const bearerOf = (request: FastifyRequest): string | null =>
  request.headers.authorization?.match(/^Bearer (\S+)$/i)?.[1] ?? null

const apiKeyOf = (request: FastifyRequest): string | null => {
  const key = request.headers.apikey
  return typeof key === 'string' && key.split('.').length === 3 ? key : null
}

const isService = (claims: TokenClaims) => (serviceRoles as readonly unknown[]).includes(claims.role)

/** Claims of a JWT that we wrote, or null. */
const claimsOf = (app: App, token: string | null): Promise<TokenClaims | null> =>
  token === null ? Promise.resolve(null) : readAccessToken(app, token).catch(() => null)

/** Somebody, whoever they are: keys of apps are tolerated, tokens of people are not looked at. */
export async function strangerOf(app: App, request: FastifyRequest): Promise<WireCaller> {
  const claims = (await claimsOf(app, apiKeyOf(request))) ?? (await claimsOf(app, bearerOf(request)))
  const organizationId = await organizationOf(app, request, claims)
  return { actor: anonymous, organizationId }
}

/**
 * The person whose session the bearer token names.
 * @throws NoAuthorization, BadJwt, SessionNotFound, UserNotFound, UserBanned, InsufficientAal
 */
export async function userOf(
  app: App,
  request: FastifyRequest,
  { whileOnHold = false }: { whileOnHold?: boolean } = {},
): Promise<WireCaller> {
  const claims = await bearerClaims(app, request)
  if (!claims.sub) throw BadClaim({ reason: 'missing sub claim' })
  if (!uuidShape.test(claims.sub)) throw BadClaim({ reason: 'sub claim must be a UUID' })
  const { session_id: sessionId } = claims
  if (typeof sessionId !== 'string' || !uuidShape.test(sessionId)) throw SessionNotFound()
  const caller = await authenticate(app, request).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'sign_in_required') return null
    throw error
  })
  if (caller?.actor.userId !== claims.sub) throw await refusalOf(app, claims.sub)
  refuseOutsiders(caller.actor, request)
  if (!whileOnHold) refuseOnHold(caller.actor)
  return { actor: caller.actor, organizationId: caller.organizationId }
}

/** Why a token that we wrote leads to nobody. */
async function refusalOf(app: App, userId: string): Promise<AppError> {
  const standing = await findStanding(app.database.db, userId)
  if (standing === null) return UserNotFound()
  return standing.isBanned ? UserBanned() : SessionNotFound()
}

/** Apps that were let in for less, and somebody who acts in another's name, change nothing here. */
function refuseOutsiders({ scopes, impersonatedBy }: Actor, request: FastifyRequest) {
  const reads = request.method === 'GET'
  if (scopes && !scopes.has('identity:write') && !(reads && scopes.has('identity:read')))
    throw NoPermission({ reason: 'This token was not given access to the account' })
  if (impersonatedBy && !reads && !request.url.includes('/logout'))
    throw NoPermission({ reason: 'Only the person themselves may do this' })
}

function refuseOnHold({ owes }: Actor) {
  if (owes === 'sso') throw SsoRequired()
  if (owes) throw InsufficientAal()
}

/**
 * A program of the operator, by a JWT whose role is service_role or supabase_admin: as bearer token, or as
 * `apikey` when there is no bearer token or it is the same.
 * @throws NoAuthorization, BadJwt, NotAdmin
 */
export async function serviceOf(app: App, request: FastifyRequest): Promise<WireCaller> {
  const claims = request.headers.authorization
    ? await bearerClaims(app, request)
    : await claimsOf(app, apiKeyOf(request))
  if (!claims) throw NoAuthorization()
  if (!isService(claims)) throw NotAdmin()
  return {
    actor: { ...system, name: String(claims.role), email: String(claims.role) },
    organizationId: await organizationOf(app, request, claims),
  }
}

async function bearerClaims(app: App, request: FastifyRequest): Promise<TokenClaims> {
  const bearer = bearerOf(request)
  if (!bearer) throw NoAuthorization()
  const claims = await claimsOf(app, bearer)
  if (!claims) throw BadJwt({ reason: 'unable to parse or verify signature' })
  return claims
}

/**
 * The organization a request is about: the one its key is for, else the one it names, else that of the host.
 * @throws NotAdmin when a key of one organization names another
 */
async function organizationOf(
  app: App,
  request: FastifyRequest,
  claims: TokenClaims | null,
): Promise<string | null> {
  const { db } = app.database
  const named =
    request.headers['stoa-organization'] ?? (request.query as Record<string, unknown>).organization
  const slug = typeof named === 'string' && slugShape.test(named) ? named : null
  const bound = claims?.organization_id
  if (typeof bound === 'string' && uuidShape.test(bound)) {
    const own = await findOrganizationSlug(db, bound)
    if (own !== null && (slug === null || slug === own)) return bound
    if (claims && isService(claims)) throw NotAdmin()
  }
  return (await findOrganization(db, slug, request.hostname?.toLowerCase() ?? null))?.id ?? null
}
