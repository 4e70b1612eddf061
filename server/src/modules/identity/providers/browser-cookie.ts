import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../../../platform/ctx.ts'
import { visitMinutes } from './visits.ts'

const isSecure = (app: App) => app.config.url.startsWith('https:')
/** Name of the cookie that ties a visit at a provider to the browser it left from (no login CSRF). */
const nameOf = (app: App) => (isSecure(app) ? '__Host-stoa-visit' : 'stoa-visit')

/** What a browser that left brings back; null when it brings nothing. */
export const browserTokenOf = (app: App, request: FastifyRequest): string | null =>
  request.cookies[nameOf(app)] ?? null

/** Lets a browser keep its token until it is back. Lax: the way back comes from another site. */
export function keepBrowserToken(app: App, reply: FastifyReply, token: string): void {
  void reply.setCookie(nameOf(app), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(app),
    maxAge: visitMinutes * 60,
  })
}
