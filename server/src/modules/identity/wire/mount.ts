import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { TObject, TSchema } from 'typebox'
import {
  type App,
  type Ctx,
  type CtxSeed,
  createCtx,
  noOrganization,
  withTransaction,
} from '../../../platform/ctx.ts'
import { adminAuditRoutes } from './admin-audit.wire.ts'
import { adminFactorRoutes } from './admin-factors.wire.ts'
import { adminLinkRoutes } from './admin-links.wire.ts'
import { adminOAuthRoutes } from './admin-oauth.wire.ts'
import { adminPasskeyRoutes } from './admin-passkeys.wire.ts'
import { adminSsoRoutes } from './admin-sso.wire.ts'
import { adminUserRoutes } from './admin-users.wire.ts'
import { serviceOf, strangerOf, userOf } from './callers.ts'
import { codeRoutes } from './codes.wire.ts'
import { customProviderRoutes } from './custom-providers.wire.ts'
import { BadJson, NoSuchEndpoint, unexpected, wireFailure } from './errors.ts'
import { factorWireRoutes } from './factors.wire.ts'
import { instanceRoutes } from './instance.wire.ts'
import { countHit } from './limits.ts'
import { oauthRoutes } from './oauth.wire.ts'
import { passkeyWireRoutes } from './passkeys.wire.ts'
import { providerRoutes } from './providers.wire.ts'
import { recoveryCodeWireRoutes } from './recovery-codes.wire.ts'
import { Redirect, type WireInput, type WireRoute } from './route.ts'
import { signUpRoutes } from './sign-up.wire.ts'
import { ssoRoutes } from './sso.wire.ts'
import { tokenRoutes } from './token.wire.ts'
import { userRoutes } from './user.wire.ts'
import { verifyRoutes } from './verify.wire.ts'

/** Every endpoint of /auth/v1. */
export const wireRoutes: WireRoute[] = [
  ...signUpRoutes,
  ...tokenRoutes,
  ...codeRoutes,
  ...verifyRoutes,
  ...userRoutes,
  ...adminUserRoutes,
  ...adminFactorRoutes,
  ...adminLinkRoutes,
  ...adminPasskeyRoutes,
  ...adminAuditRoutes,
  ...adminSsoRoutes,
  ...ssoRoutes,
  ...providerRoutes,
  ...customProviderRoutes,
  ...oauthRoutes,
  ...adminOAuthRoutes,
  ...factorWireRoutes,
  ...recoveryCodeWireRoutes,
  ...passkeyWireRoutes,
  ...instanceRoutes,
]

const versionHeader = 'x-supabase-api-version'
const stringCodesSince = '2024-01-01'

const cors = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'X-Supabase-Api-Version, X-Total-Count, Link',
}
const preflight = {
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
  'access-control-allow-headers':
    'Accept, Authorization, Content-Type, X-Client-IP, X-Client-Info, X-Supabase-Api-Version, X-JWT-AUD, apikey, Stoa-Organization, redirect_to',
  'access-control-max-age': '3600',
}

/** Supabase's auth protocol under /auth/v1, so that @supabase/auth-js works unchanged. */
export function mountWire(server: FastifyInstance, app: App): void {
  void server.register(
    async (scope) => {
      takeBodies(scope)
      scope.addHook('onRequest', async (_request, reply) => {
        void reply.headers({ ...cors, 'cache-control': 'no-store' })
      })
      scope.addHook('preValidation', async (request) => {
        request.body = withoutNulls(request.body)
      })
      scope.setErrorHandler((error, request, reply) => sendFailure(error, request, reply))
      scope.setNotFoundHandler((request, reply) => sendFailure(NoSuchEndpoint(), request, reply))
      scope.options('/*', (request, reply) => {
        const asked = request.headers['access-control-request-headers']
        const allowed = asked ? { 'access-control-allow-headers': asked } : {}
        return reply
          .headers({ ...preflight, ...allowed })
          .status(204)
          .send()
      })
      for (const route of wireRoutes) if (isOn(app, route)) mountRoute(scope, app, route)
      // Not a page of the web app, whoever asks.
      scope.route({
        method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
        url: '/*',
        handler: async (request, reply) => sendFailure(NoSuchEndpoint(), request, reply),
      })
    },
    { prefix: '/auth/v1' },
  )
}

/** Endpoints of the OAuth server are not there when the operator switched it off. */
function isOn(app: App, { path }: WireRoute): boolean {
  const { enabled, dynamicRegistration } = app.config.auth.oauthServer
  if (!path.includes('/oauth/')) return true
  return enabled && (dynamicRegistration || path !== '/oauth/clients/register')
}

/** Bodies are JSON whatever their type says, or a form; an empty one is an empty object. */
function takeBodies(scope: FastifyInstance) {
  scope.removeAllContentTypeParsers()
  const json = scope.getDefaultJsonParser('error', 'error')
  scope.addContentTypeParser('*', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) return done(null, {})
    void json(request, body as string, (error, value) =>
      error ? done(BadJson({ reason: 'invalid character' })) : done(null, value),
    )
  })
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
  )
}

function withoutNulls(body: unknown): unknown {
  if (body === null || body === undefined) return {}
  if (typeof body !== 'object' || Array.isArray(body)) return body
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))
}

function mountRoute(scope: FastifyInstance, app: App, route: WireRoute) {
  const transaction = route.transaction ?? route.method !== 'GET'
  const schema: Record<string, TSchema> = {}
  if (route.params) schema.params = route.params
  if (route.query) schema.querystring = route.query
  if (route.body) schema.body = route.body
  scope.route({
    method: route.method,
    url: route.path,
    schema,
    errorHandler: (error, request, reply) => {
      const elsewhere = route.onFailure?.(error, request, { app })
      if (!elsewhere) return sendFailure(error, request, reply)
      return reply.redirect(elsewhere.url, elsewhere.status)
    },
    handler: async (request, reply) => {
      const input = {
        params: request.params,
        query: request.query,
        body: route.body ? request.body : {},
        request,
        reply,
        arrivedAt: new Date(Date.now() - reply.elapsedTime),
      } as WireInput<TObject, TObject, TSchema>
      for (const limit of route.limits ?? [])
        await countHit(app, `${route.method} ${route.path}`, limit, input)
      const caller = await callerOf(app, route, request)
      const seed: CtxSeed = {
        actor: caller.actor,
        organizationId: caller.organizationId ?? noOrganization,
        requestId: request.id,
        ip: request.ip,
        userAgent: request.headers['user-agent'] ?? null,
        log: request.log as CtxSeed['log'] & object,
      }
      const serve = (ctx: Ctx) => route.handle(ctx, input as never)
      const answer = transaction ? await withTransaction(app, seed, serve) : await serve(createCtx(app, seed))
      return send(answer, route, reply)
    },
  })
}

function send(answer: unknown, route: WireRoute, reply: FastifyReply) {
  if (reply.sent) return reply
  if (answer instanceof Redirect) return reply.redirect(answer.url, answer.status)
  if (answer === undefined) return reply.status(204).send()
  return reply.status(route.status ?? 200).send(answer)
}

function callerOf(app: App, route: WireRoute, request: FastifyRequest) {
  switch (route.allow) {
    case 'anyone':
      return strangerOf(app, request)
    case 'user':
      return userOf(app, request, { whileOnHold: route.whileOnHold ?? false })
    case 'service':
      return serviceOf(app, request)
  }
}

/**
 * Tells a failure as Supabase's server does: with `code` as a string to clients that name an API version of
 * 2024 or later, else with `error_code` beside the status.
 */
function sendFailure(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const failure = wireFailure(error) ?? unexpected
  if (failure === unexpected) request.log.error({ err: error }, 'unexpected error')
  const { status, errorCode, message, reasons } = failure
  const version = request.headers[versionHeader]
  const isNew =
    typeof version === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(version) && version >= stringCodesSince
  if (isNew) void reply.header(versionHeader, stringCodesSince)
  const body = isNew ? { code: errorCode, message } : { code: status, error_code: errorCode, msg: message }
  return reply
    .headers({ ...failure.headers, 'x-sb-error-code': errorCode, 'cache-control': 'no-store', ...cors })
    .status(status)
    .send(reasons ? { ...body, weak_password: { reasons } } : body)
}
