import type { FastifyReply } from 'fastify'
import type { App } from '../../platform/ctx.ts'
import { sessionCookie, sessionDays } from './authenticate.ts'
import type { SignedIn } from './sessions.schemas.ts'

const flags = (app: App) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: app.config.url.startsWith('https:'),
})

/** Hands a fresh session to the caller: in the answer, or in a cookie and then nowhere else. */
export function handOver(
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
}
