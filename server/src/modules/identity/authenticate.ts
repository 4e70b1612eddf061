import type { FastifyRequest } from 'fastify'
import { type Actor, anonymous } from '../../platform/actor.ts'
import type { App } from '../../platform/ctx.ts'
import { SignInRequired } from '../../platform/errors.ts'
import type { Caller } from '../../platform/http/mount-routes.ts'
import { hashToken } from '../../platform/keys.ts'
import { noteApiTokenUse } from './account/api-tokens.queries.ts'
import {
  type Access,
  type CallerFacts,
  type Credential,
  findAccess,
  findCaller,
  findIdBySlug,
  findOrganization,
  touchSession,
} from './callers.queries.ts'
import { findAppCredential } from './oauth-server/app-credentials.queries.ts'
import { switchableModules } from './permissions.ts'
import { readAccessToken } from './sessions/access-tokens.ts'
import { owedBy } from './sessions/owed.ts'

/** Name of the session cookie; the prefix makes browsers insist on Secure, Path=/ and no Domain. */
export const sessionCookie = (secure: boolean) => (secure ? '__Host-stoa' : 'stoa')
/** Cookie that remembers which organization a stranger chose to look at. */
export const organizationCookie = 'stoa_organization'

export const sessionIdleHours = 14 * 24
export const sessionDays = 30
const touchAfter = 5 * 60_000
const tokenShape = /^[A-Za-z0-9_-]{43}$/
/** `stoa_` and a prefix to find it by, then the secret. */
const apiTokenShape = /^stoa_([a-z0-9]{12})_[A-Za-z0-9_-]{43}$/
const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const slugShape = /^[a-z0-9-]{1,50}$/

/** Who is asking: by `Authorization: Bearer`, else by cookie, else a stranger. A bad bearer token is refused. */
export async function authenticate(app: App, request: FastifyRequest): Promise<Caller> {
  const header = request.headers.authorization
  const bearer = header?.match(/^Bearer (\S+)$/i)?.[1]
  if (header && !bearer) throw SignInRequired()
  const named = request.headers['stoa-organization']
  const slug = typeof named === 'string' && slugShape.test(named) ? named : null

  if (bearer) {
    const found = await findBearer(app, bearer, slug)
    if (!found || isElsewhere(found.facts, slug)) throw SignInRequired()
    return callerOf(app, request, slug, found)
  }
  const cookie = request.cookies[sessionCookie(app.config.url.startsWith('https:'))]
  if (cookie && tokenShape.test(cookie)) {
    const facts = await findCaller(app.database.db, { tokenHash: hashToken(cookie) }, slug)
    if (facts && !isElsewhere(facts, slug))
      return callerOf(app, request, slug, { facts, credential: 'session' })
  }
  const place = await strangerOrganization(app, request, slug)
  return {
    actor: { ...anonymous, modules: on(place?.modulesOff) },
    organizationId: place?.id ?? null,
    ...(place ? { publicRevision: place.publicRevision } : {}),
  }
}

/** A credential made for one organization is worth nothing in another, or once its person does not belong there. */
const isElsewhere = (facts: CallerFacts, slug: string | null) =>
  facts.isBound && (facts.membershipId === null || (slug !== null && slug !== facts.organizationSlug))

type Found = { facts: CallerFacts; credential: Actor['credential'] }

/** The kinds of bearer tokens differ in shape: API token, access token (JWT), app token, session token. */
async function findBearer(app: App, bearer: string, slug: string | null): Promise<Found | null> {
  const { db } = app.database
  const found = async (credential: Credential, kind: Actor['credential']): Promise<Found | null> => {
    const facts = await findCaller(db, credential, slug)
    return facts && { facts, credential: kind }
  }
  if (tokenShape.test(bearer)) return found({ tokenHash: hashToken(bearer) }, 'session')
  const api = apiTokenShape.exec(bearer)
  if (api?.[1]) {
    const facts = await found({ apiTokenPrefix: api[1], tokenHash: hashToken(bearer) }, 'api_token')
    if (facts) await noteApiTokenUse(db, api[1])
    return facts
  }
  if (bearer.split('.').length === 3) {
    const { session_id: sessionId } = await readAccessToken(app, bearer)
    return typeof sessionId === 'string' && uuidShape.test(sessionId) ? found({ sessionId }, 'session') : null
  }
  const granted = await findAppCredential(db, bearer)
  return granted && found(granted, 'app')
}

async function callerOf(
  app: App,
  request: FastifyRequest,
  slug: string | null,
  { facts, credential }: Found,
): Promise<Caller> {
  const { sessionId, membershipId, organizationId } = facts
  const access = await accessOf(app, facts)
  if (sessionId && Date.now() - facts.refreshedAt.getTime() > touchAfter)
    await touchSession(app.database.db, sessionId, membershipId, organizationId, sessionIdleHours)
  // Somebody signed in who is no member sees what a stranger sees.
  const place =
    organizationId === null
      ? await strangerOrganization(app, request, slug)
      : { id: organizationId, modulesOff: access.modulesOff }
  return {
    organizationId: place?.id ?? null,
    actor: {
      kind: 'person',
      userId: facts.userId,
      email: facts.email,
      name: facts.name,
      sessionId,
      membershipId,
      impersonatedBy: facts.impersonatedBy,
      permissions: new Set(access.permissions),
      rank: access.rank,
      modules: on(place?.modulesOff),
      locale: facts.locale,
      timeZone: facts.timeZone,
      credential,
      scopes: facts.scopes && new Set(facts.scopes),
      aal: facts.aal,
      authenticatedAt: facts.authenticatedAt,
      owes: owedBy(facts, access.permissions),
      isAnonymous: facts.isAnonymous,
    },
  }
}

/** What members may do, with the revision it was read at. */
const knownAccess = new Map<string, { revision: number; access: Access }>()
const mostKnown = 20_000
const noAccess: Access = { permissions: [], rank: 0, modulesOff: [] }

async function accessOf(app: App, facts: CallerFacts): Promise<Access> {
  const { organizationId, membershipId, accessRevision: revision } = facts
  if (!organizationId || !membershipId || revision === null) return noAccess
  const known = knownAccess.get(membershipId)
  if (known?.revision === revision) return known.access
  // Read after the revision, it may be newer than it: then the next request, which sees the new one, reads again.
  const access = await findAccess(app.database.db, organizationId, membershipId)
  if (knownAccess.size >= mostKnown) knownAccess.clear()
  knownAccess.set(membershipId, { revision, access })
  return access
}

/** What a sign-in still needs before it counts, at the organization it was looked up for. */
export const owedOf = async (app: App, facts: CallerFacts): Promise<Actor['owes']> =>
  owedBy(facts, (await accessOf(app, facts)).permissions)

const on = (off: string[] = []) => new Set(switchableModules.filter((key) => !off.includes(key)))

function strangerOrganization(app: App, request: FastifyRequest, slug: string | null) {
  const chosen = request.cookies[organizationCookie]
  const wanted = slug ?? (chosen && slugShape.test(chosen) ? chosen : null)
  return findOrganization(app.database.db, wanted, request.hostname?.toLowerCase() ?? null)
}

/** The id of the organization with a short name, or null; for the command line. */
export const findOrganizationBySlug = (app: App, slug: string): Promise<string | null> =>
  findIdBySlug(app.database.db, slug)
