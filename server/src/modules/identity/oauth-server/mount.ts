import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../../../platform/ctx.ts'
import { TooManyRequests } from '../../../platform/errors.ts'
import { hit } from '../../../platform/http/limits.queries.ts'
import { networkOf } from '../../../platform/http/mount-routes.ts'
import { mountRegistration } from './registration.ts'

const discovery = '/.well-known/openid-configuration'
/**
 * Where programs look for what the server can do: below the issuer (OpenID Connect Discovery 4), with the issuer's
 * path behind (RFC 8414 3), and at the root, where some look first.
 */
const discoveryPaths = [
  '/.well-known/openid-configuration',
  '/.well-known/openid-configuration/oauth',
  '/.well-known/oauth-authorization-server',
  '/.well-known/oauth-authorization-server/oauth',
]

/** Requests that make something to be kept before anybody proved who they are. */
const limited = /^\/(?:authorize|par)(?:\?|$)/
const limit = { most: 1000, windowSeconds: 600 }

/** The OAuth server below /oauth. It reads bodies and writes answers by itself. */
export function mountOAuthServer(server: FastifyInstance, app: App): void {
  const { enabled, dynamicRegistration } = app.config.auth.oauthServer
  if (!enabled) return
  if (dynamicRegistration) mountRegistration(server, app)
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.all('/oauth/*', (request, reply) => {
      const path = request.raw.url!.replace(/^\/oauth/, '')
      return serveOAuth(app, request, reply, path)
    })
    // The names Supabase's auth server has for the same.
    for (const name of ['token', 'userinfo'])
      scope.all(`/auth/v1/oauth/${name}`, (request, reply) => serveOAuth(app, request, reply, `/${name}`))
    for (const path of discoveryPaths)
      scope.get(path, (request, reply) => serveOAuth(app, request, reply, discovery))
  })
}

/**
 * Hands a request to the OAuth server, as one for a path of its own.
 * @param path below the issuer, with its query
 */
async function serveOAuth(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
): Promise<FastifyReply> {
  if (limited.test(path)) {
    const key = `oauth ip:${networkOf(request.ip)}`
    const { used, resetSeconds } = await hit(app.database.db, key, limit.windowSeconds)
    if (used > limit.most)
      throw TooManyRequests({ seconds: resetSeconds }, { headers: { 'retry-after': String(resetSeconds) } })
  }
  // Loaded with the first request: the start of the program does not wait for it.
  const { oauthProvider } = await import('./provider.ts')
  const provider = await oauthProvider(app)
  const { raw } = request
  const { host, protocol } = new URL(app.config.url)
  // The addresses it tells are ours, whatever name the request came by.
  raw.headers.host = host
  raw.headers['x-forwarded-proto'] = protocol.slice(0, -1)
  raw.headers['x-forwarded-for'] = request.ip
  delete raw.headers['x-forwarded-host']
  Object.assign(raw, { originalUrl: `/oauth${path}`, url: path })
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value)
  reply.hijack()
  await provider.callback()(raw, reply.raw)
  return reply
}
