import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App, Ctx } from '../../../platform/ctx.ts'
import { hashToken } from '../../../platform/keys.ts'
import { sessionCookie, sessionDays } from '../authenticate.ts'
import { deleteReplaced } from './sessions.queries.ts'
import type { SignedIn } from './sessions.schemas.ts'

const flags = (app: App) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: app.config.url.startsWith('https:'),
})

/**
 * Hands a fresh session to the caller: in the answer, or in a cookie and then nowhere else. The session that cookie
 * held before ends, so that nobody goes on with a token the browser forgot (ASVS 7.2.4).
 */
export async function handOver(
  { app, db }: Pick<Ctx, 'app' | 'db'>,
  reply: FastifyReply,
  mode: 'token' | 'cookie',
  session: SignedIn & { sessionId?: string },
): Promise<SignedIn> {
  const before = mode === 'cookie' ? tokenIn(reply.request, sessionCookie(flags(app).secure)) : null
  if (before && session.token !== null && before !== session.token)
    await deleteReplaced(db, hashToken(before))
  return handOverBeside(app, reply, mode, session)
}

/** The same for a session beside the one the browser has, which goes on. */
export function handOverBeside(
  app: App,
  reply: FastifyReply,
  mode: 'token' | 'cookie',
  { sessionId: _, ...session }: SignedIn & { sessionId?: string },
): SignedIn {
  if (mode === 'token' || session.token === null) return session
  const name = sessionCookie(flags(app).secure)
  void reply.setCookie(name, session.token, { ...flags(app), maxAge: sessionDays * 24 * 3600 })
  return { ...session, token: null }
}

export function forgetCookie(app: App, reply: FastifyReply): void {
  void reply.clearCookie(sessionCookie(flags(app).secure), flags(app))
  void reply.clearCookie(ownCookie(app), flags(app))
}

/** Name of the cookie that keeps an administrator's own session while they act in somebody's name. */
const ownCookie = (app: App) => `${sessionCookie(flags(app).secure)}-own`

const tokenShape = /^[A-Za-z0-9_-]{43}$/
const tokenIn = (request: FastifyRequest, name: string): string | null => {
  const value = request.cookies[name]
  return value && tokenShape.test(value) ? value : null
}

/** The token of the administrator's own session, put aside by `putAside`. */
export const tokenAside = (app: App, request: FastifyRequest): string | null =>
  tokenIn(request, ownCookie(app))

/** Puts the present session cookie aside, to come back to it. */
export function putAside(app: App, request: FastifyRequest, reply: FastifyReply): void {
  const token = tokenIn(request, sessionCookie(flags(app).secure))
  if (token) void reply.setCookie(ownCookie(app), token, { ...flags(app), maxAge: sessionDays * 24 * 3600 })
}

/** Makes the session that was put aside the present one again. */
export function bringBack(app: App, reply: FastifyReply, token: string): void {
  void reply.clearCookie(ownCookie(app), flags(app))
  const name = sessionCookie(flags(app).secure)
  void reply.setCookie(name, token, { ...flags(app), maxAge: sessionDays * 24 * 3600 })
}
