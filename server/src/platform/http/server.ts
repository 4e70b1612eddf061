import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { App } from '../ctx.ts'
import { NotFound } from '../errors.ts'
import type { Module } from '../module.ts'
import { mountHealth } from './health.ts'
import { type Authenticate, mountRoutes } from './mount-routes.ts'
import { mountOpenApi } from './openapi.ts'
import { sendProblem } from './problems.ts'
import { writeAnswersBySchema } from './serialization.ts'
import { takeBodiesStrictly } from './validation.ts'

const requestIdShape = /^[A-Za-z0-9._-]{8,64}$/

/** The HTTP server with the API of all modules; the web app is added by the caller. */
export async function createServer(
  app: App,
  modules: Module[],
  authenticate: Authenticate,
): Promise<FastifyInstance> {
  const server = Fastify({
    loggerInstance: app.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // One proxy stands in front: what it adds is true, what the caller wrote before that may be anything.
    trustProxy: app.config.trustProxy && ((_address: string, hop: number) => hop === 0),
    bodyLimit: 1024 * 1024,
    // Long enough for the largest upload over a slow line, not for a sender that never ends.
    requestTimeout: 3600_000,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // An address that cannot be read has no route, so no hook is run for it either.
    frameworkErrors(error, request, reply) {
      guard(request, reply)
      void sendProblem(error, request, reply)
    },
    // A caller may bring its own id, so one act can be followed through several systems.
    genReqId: (request) => {
      const given = request.headers['x-request-id']
      return typeof given === 'string' && requestIdShape.test(given) ? given : randomUUID()
    },
  })
  takeBodiesStrictly(server)
  writeAnswersBySchema(server)
  await server.register(cookie)

  const isHttps = app.config.url.startsWith('https:')
  function guard(request: FastifyRequest, reply: FastifyReply) {
    void reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    })
    // By the route as well: an address may be written in many ways.
    if ([request.url, request.routeOptions.url].some((path) => path?.startsWith('/api/')))
      void reply.header('cache-control', 'no-store')
    if (isHttps) void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
  server.addHook('onRequest', async (request, reply) => guard(request, reply))
  server.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    if (reply.statusCode >= 500) request.log.error(line, 'request')
    else request.log.debug(line, 'request')
  })
  server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply))
  server.setNotFoundHandler((request, reply) => sendProblem(NotFound(), request, reply))

  mountHealth(server, app)
  await mountOpenApi(server, app, modules)
  mountRoutes(server, app, modules, authenticate)
  for (const module of modules) module.mount?.(server, app)
  return server
}
