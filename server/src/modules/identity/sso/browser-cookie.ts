import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../../../platform/ctx.ts'
import { samlVisitMinutes } from './saml-visits.ts'

const isSecure = (app: App) => app.config.url.startsWith('https:')
const nameOf = (app: App) => (isSecure(app) ? '__Host-stoa-sso' : 'stoa-sso')

/** What a browser that left for its identity provider brings back; null when it brings nothing. */
export const ssoBrowserTokenOf = (app: App, request: FastifyRequest): string | null =>
  request.cookies[nameOf(app)] ?? null

/**
 * Lets a browser keep its token until it is back. The answer is a form that the identity provider's page posts, and
 * browsers send a Lax cookie along with such a form only between ports of one site: hence None, which asks for
 * https. The cookie opens nothing by itself.
 */
export function keepSsoBrowserToken(app: App, reply: FastifyReply, token: string): void {
  void reply.setCookie(nameOf(app), token, {
    path: '/',
    httpOnly: true,
    sameSite: isSecure(app) ? 'none' : 'lax',
    secure: isSecure(app),
    maxAge: samlVisitMinutes * 60,
  })
}
