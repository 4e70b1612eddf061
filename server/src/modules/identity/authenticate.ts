import type { FastifyRequest } from 'fastify'
import { anonymous } from '../../platform/actor.ts'
import type { App } from '../../platform/ctx.ts'
import { SignInRequired } from '../../platform/errors.ts'
import type { Caller } from '../../platform/http/mount-routes.ts'
import { hashToken } from '../../platform/keys.ts'
import {
  findBySession,
  findIdBySlug,
  findOrganization,
  type SessionCaller,
  touchSession,
} from './callers.queries.ts'
import { switchableModules } from './permissions.ts'

/** Name of the session cookie; the prefix makes browsers insist on Secure, Path=/ and no Domain. */
export const sessionCookie = (secure: boolean) => (secure ? '__Host-stoa' : 'stoa')
/** Cookie that remembers which organization a stranger chose to look at. */
export const organizationCookie = 'stoa_organization'

export const sessionIdleHours = 14 * 24
export const sessionDays = 30
const touchAfter = 5 * 60_000
const tokenShape = /^[A-Za-z0-9_-]{43}$/
const slugShape = /^[a-z0-9-]{1,50}$/

/** Who is asking: by `Authorization: Bearer`, else by cookie, else a stranger. A bad bearer token is refused. */
export async function authenticate(app: App, request: FastifyRequest): Promise<Caller> {
  const header = request.headers.authorization
  const bearer = header?.match(/^Bearer (\S+)$/i)?.[1]
  if (header && !bearer) throw SignInRequired()
  const secure = app.config.url.startsWith('https:')
  const token = bearer ?? request.cookies[sessionCookie(secure)]
  const named = request.headers['stoa-organization']
  const slug = typeof named === 'string' && slugShape.test(named) ? named : null

  if (token && tokenShape.test(token)) {
    const found = await findBySession(app.database.db, hashToken(token), slug)
    if (found) {
      if (Date.now() - found.refreshedAt.getTime() > touchAfter) {
        const { sessionId, membershipId, organizationId } = found
        await touchSession(app.database.db, sessionId, membershipId, organizationId, sessionIdleHours)
      }
      return callerOf(app, request, slug, found)
    }
  }
  if (bearer) throw SignInRequired()
  const place = await strangerOrganization(app, request, slug)
  return {
    actor: { ...anonymous, modules: on(place?.modulesOff) },
    organizationId: place?.id ?? null,
    ...(place ? { publicRevision: place.publicRevision } : {}),
  }
}

async function callerOf(
  app: App,
  request: FastifyRequest,
  slug: string | null,
  found: SessionCaller,
): Promise<Caller> {
  // Somebody signed in who is no member sees what a stranger sees.
  const place =
    found.organizationId === null
      ? await strangerOrganization(app, request, slug)
      : { id: found.organizationId, modulesOff: found.modulesOff }
  return {
    organizationId: place?.id ?? null,
    actor: {
      kind: 'person',
      userId: found.userId,
      email: found.email,
      name: found.name,
      sessionId: found.sessionId,
      membershipId: found.membershipId,
      impersonatedBy: found.impersonatedBy,
      permissions: new Set(found.permissions),
      rank: found.rank,
      modules: on(place?.modulesOff),
      locale: found.locale,
      timeZone: found.timeZone,
    },
  }
}

const on = (off: string[] = []) => new Set(switchableModules.filter((key) => !off.includes(key)))

function strangerOrganization(app: App, request: FastifyRequest, slug: string | null) {
  const chosen = request.cookies[organizationCookie]
  const wanted = slug ?? (chosen && slugShape.test(chosen) ? chosen : null)
  return findOrganization(app.database.db, wanted, request.hostname?.toLowerCase() ?? null)
}

/** The id of the organization with a short name, or null; for the command line. */
export const findOrganizationBySlug = (app: App, slug: string): Promise<string | null> =>
  findIdBySlug(app.database.db, slug)
