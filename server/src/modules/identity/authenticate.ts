import type { FastifyRequest } from 'fastify'
import { anonymous } from '../../platform/actor.ts'
import type { App } from '../../platform/ctx.ts'
import { SignInRequired } from '../../platform/errors.ts'
import type { Caller } from '../../platform/http/mount-routes.ts'
import { hashToken } from '../../platform/keys.ts'
import { findBySession, findOrganization, touchSession } from './callers.queries.ts'
import { switchableModules } from './permissions.ts'

/** Name of the session cookie; the prefix makes browsers insist on Secure, Path=/ and no Domain. */
export const sessionCookie = (secure: boolean) => (secure ? '__Host-stoa' : 'stoa')
/** Cookie that remembers which organization a stranger chose to look at. */
export const organizationCookie = 'stoa_organization'

export const sessionIdleHours = 14 * 24
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
  const db = app.database.db

  if (token && tokenShape.test(token)) {
    const found = await findBySession(db, hashToken(token), slug)
    if (found) {
      if (Date.now() - found.refreshedAt.getTime() > touchAfter) await touchSession(db, found.sessionId, sessionIdleHours)
      const off = new Set(found.modulesOff)
      const member = found.organizationId !== null
      return {
        organizationId: found.organizationId ?? (await strangerOrganization(app, request, slug)),
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
          // Somebody signed in who is no member sees what a stranger sees.
          modules: new Set(member ? switchableModules.filter((key) => !off.has(key)) : switchableModules),
          locale: found.locale,
          timeZone: found.timeZone,
        },
      }
    }
  }
  if (bearer) throw SignInRequired()
  return { actor: anonymous, organizationId: await strangerOrganization(app, request, slug) }
}

async function strangerOrganization(app: App, request: FastifyRequest, slug: string | null): Promise<string | null> {
  const chosen = request.cookies[organizationCookie]
  const wanted = slug ?? (chosen && slugShape.test(chosen) ? chosen : null)
  return findOrganization(app.database.db, wanted, request.hostname?.toLowerCase() ?? null)
}
