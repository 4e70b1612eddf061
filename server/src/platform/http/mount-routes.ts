import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { TSchema } from 'typebox'
import { type Actor, anonymous, anyone } from '../actor.ts'
import { type App, type Ctx, type CtxSeed, createCtx, noOrganization, withTransaction } from '../ctx.ts'
import {
  CrossSite,
  Forbidden,
  KeyReused,
  Malformed,
  NotFound,
  OnHold,
  ScopeMissing,
  SignInRequired,
  TooManyRequests,
  VersionMismatch,
} from '../errors.ts'
import type { Module } from '../module.ts'
import { claim, remember } from './idempotency.queries.ts'
import { hit } from './limits.queries.ts'
import type { Input, Limit, Route } from './route.ts'

/** Who is asking and in which organization; the identity module answers. */
export type Caller = {
  actor: Actor
  organizationId: string | null
  /** For strangers: rises with every change a stranger could see. */
  publicRevision?: number
}
export type Authenticate = (app: App, request: FastifyRequest) => Promise<Caller>

/** The full path of a route as Fastify writes it. */
export const routePath = (module: string, route: Route) =>
  `/api/v1/${module}${route.path === '/' ? '' : route.path}`

/** Puts the routes of all modules under /api/v1/<module>. */
export function mountRoutes(
  server: FastifyInstance,
  app: App,
  modules: Module[],
  authenticate: Authenticate,
): void {
  for (const module of modules)
    for (const route of module.routes) mount(server, app, module, route, authenticate)
}

function mount(server: FastifyInstance, app: App, module: Module, route: Route, authenticate: Authenticate) {
  const write = route.method !== 'GET'
  const transaction = route.transaction ?? write
  const schema: Record<string, TSchema> = {}
  if (route.params) schema.params = route.params
  if (route.query) schema.querystring = route.query
  if (route.body && !route.rawBody) schema.body = route.body
  const status = route.status ?? 200
  const options: RouteOptions = {
    method: route.method,
    url: routePath(module.name, route),
    schema: { ...schema, ...(route.response ? { response: { [status]: route.response } } : {}) },
    ...(route.bodyLimit ? { bodyLimit: route.bodyLimit } : {}),
    handler: async (request, reply) => {
      const caller = heldBack(route, await authenticate(app, request))
      if (write) refuseCrossSite(app, request)
      refuseOutOfScope(caller.actor, module.name, write)
      if (!caller.organizationId && route.organization !== 'none') throw NotFound()
      // Identity is always on: it is where modules are switched.
      const switchedOff = module.name !== 'identity' && !caller.actor.modules.has(module.name)
      if (switchedOff && route.organization !== 'none') throw NotFound()
      const input = {
        params: request.params,
        query: request.query,
        body: request.body,
        request,
        reply,
      } as Input<TSchema, TSchema, TSchema>
      for (const limit of route.limits ?? []) await count(app, reply, request, route, caller, limit, input)
      const seed: CtxSeed = {
        actor: caller.actor,
        organizationId: caller.organizationId ?? noOrganization,
        requestId: request.id,
        ip: request.ip,
        userAgent: request.headers['user-agent'] ?? null,
        log: request.log as CtxSeed['log'] & object,
      }
      const answer = transaction
        ? await withTransaction(app, seed, (ctx) =>
            write ? answerOnce(ctx, route, request, reply, input) : serve(ctx, route, request, reply, input),
          )
        : await serve(createCtx(app, seed), route, request, reply, input)
      if (reply.sent || !route.response) return answer ?? reply
      reply.status(status)
      return answer
    },
  }
  if (!route.rawBody) {
    server.route(options)
    return
  }
  // In a scope of its own: only here bodies are handed on as they come, a form by `request.file()`.
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    // The handler knows how much it takes; the form itself has to be small.
    await scope.register(multipart, {
      limits: { fileSize: Number.POSITIVE_INFINITY, files: 1, fields: 10, parts: 11, fieldSize: 10_000 },
    })
    scope.route(options)
  })
}

/** A half-finished sign-in sees what a stranger sees, and is told so where strangers are not let in. */
function heldBack(route: Route, caller: Caller): Caller {
  const { owes } = caller.actor
  if (!owes || route.whileOnHold) return caller
  if (route.allow !== anyone) throw OnHold({ owes })
  return { ...caller, actor: { ...anonymous, modules: caller.actor.modules } }
}

/** API tokens and apps reach only what they were given; everybody else is not limited this way. */
function refuseOutOfScope({ scopes }: Actor, module: string, write: boolean) {
  if (scopes === null || scopes.has(`${module}:write`)) return
  const scope = `${module}:${write ? 'write' : 'read'}`
  if (!scopes.has(scope)) throw ScopeMissing({ scope })
}

async function serve(
  ctx: Ctx,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  input: Input<TSchema, TSchema, TSchema>,
) {
  const thing = route.load ? await route.load(ctx, input as never) : undefined
  const verdict = route.allow(ctx.actor, thing)
  if (verdict !== true) {
    throw verdict.refused === 'sign_in_required' ? SignInRequired() : Forbidden({ reason: verdict.refused })
  }
  if (route.version) {
    const tag = `"${route.version(thing)}"`
    const match = request.headers['if-match']
    if (route.method !== 'GET' && match && match !== '*' && match !== tag) throw VersionMismatch()
    if (route.method === 'GET') {
      void reply.header('etag', tag)
      if (request.headers['if-none-match'] === tag) {
        void reply.status(304).send()
        return undefined
      }
    }
  }
  return route.handle(ctx, thing, input as never)
}

const answerPurpose = 'idempotency-answer'

/**
 * A repeated Idempotency-Key gets the first answer again; the claim lives in the transaction of the change. Answers
 * may hold secrets and requests passwords, so one is kept sealed and the other as a keyed digest.
 */
async function answerOnce(
  ctx: Ctx,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  input: Input<TSchema, TSchema, TSchema>,
) {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string') return serve(ctx, route, request, reply, input)
  if (key.length > 200 || key.length === 0)
    throw Malformed({ reason: 'an Idempotency-Key has 1 to 200 characters' })
  const { keys } = ctx.app
  const caller = claimantOf(ctx)
  // What a route has no shape for it does not read, and nobody looked how deep it nests.
  const body = route.body ? (request.body ?? null) : null
  const asked = `${request.method} ${request.url}\n${ctx.organizationId}\n${JSON.stringify(body)}`
  const fingerprint = keys.mac('idempotency-request', asked).toString('hex')
  const before = await claim(ctx.db, caller, key, fingerprint)
  if (before) {
    if (before.fingerprint !== fingerprint) throw KeyReused()
    void reply.header('idempotency-replayed', 'true')
    return before.body === null ? null : JSON.parse(keys.open(answerPurpose, before.body))
  }
  const answer = await serve(ctx, route, request, reply, input)
  const sealed = keys.seal(answerPurpose, JSON.stringify(answer ?? null))
  await remember(ctx.db, caller, key, { status: route.status ?? 200, body: sealed })
  return answer
}

/** Whose a key is: what a person was answered is not told again to a token of theirs, or to who acts in their name. */
function claimantOf({ actor, ip }: Ctx): string {
  if (!actor.userId) return `ip:${ip}`
  const { userId, credential, impersonatedBy } = actor
  return [userId, credential === 'session' ? null : credential, impersonatedBy].filter(Boolean).join(' ')
}

/**
 * Refuses writes that a browser sends from another site. Browsers add Origin (or Sec-Fetch-Site) to every
 * such request; a program with a token sends neither.
 */
export function refuseCrossSite(app: App, request: FastifyRequest) {
  const { origin } = request.headers
  if (origin !== undefined) {
    const own = new Set([app.config.url, `${request.protocol}://${request.headers.host}`])
    if (!own.has(origin)) throw CrossSite()
    return
  }
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw CrossSite()
}

/** Whoever has one IPv6 address has the 2^64 of its network, so that is what counts as one place. */
export function networkOf(ip: string): string {
  if (!isIPv6(ip) || ip.toLowerCase().startsWith('::ffff:')) return ip
  const [head = '', tail = ''] = ip.split('%', 1)[0]!.split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const missing = Math.max(0, 8 - groups(head).length - groups(tail).length)
  const all = [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail)]
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

async function count(
  app: App,
  reply: FastifyReply,
  request: FastifyRequest,
  route: Route,
  caller: Caller,
  limit: Limit,
  input: Input<TSchema, TSchema, TSchema>,
) {
  const who =
    limit.by === 'ip'
      ? `ip:${networkOf(request.ip)}`
      : limit.by === 'actor'
        ? `actor:${caller.actor.userId ?? networkOf(request.ip)}`
        : `input:${createHash('sha256').update(limit.by(input).toLowerCase()).digest('base64url')}`
  const { used, resetSeconds } = await hit(
    app.database.db,
    `${route.method} ${route.path} ${who}`,
    limit.windowSeconds,
  )
  // Header fields of draft-ietf-httpapi-ratelimit-headers; the tightest limit of a route is the one told.
  const remaining = Math.max(0, Math.floor(limit.max - used))
  const told = reply.getHeader('ratelimit-remaining')
  if (told === undefined || Number(told) > remaining) {
    void reply.headers({
      'ratelimit-limit': String(limit.max),
      'ratelimit-remaining': String(remaining),
      'ratelimit-reset': String(resetSeconds),
      'ratelimit-policy': `${limit.max};w=${limit.windowSeconds}`,
    })
  }
  if (used > limit.max) {
    throw TooManyRequests({ seconds: resetSeconds }, { headers: { 'retry-after': String(resetSeconds) } })
  }
}
