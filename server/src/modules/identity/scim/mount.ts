import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { system } from '../../../platform/actor.ts'
import { type App, type Ctx, type CtxSeed, createCtx, withTransaction } from '../../../platform/ctx.ts'
import { constraintOf, sqlState } from '../../../platform/db/database.ts'
import { hit } from '../../../platform/http/limits.queries.ts'
import { expected } from '../../../platform/http/problems.ts'
import { hashToken } from '../../../platform/keys.ts'
import { type Directory, noteVisit } from './directories.queries.ts'
import { findDirectoryByToken } from './directory-tokens.queries.ts'
import { listOf, resourceTypes, schemaDocuments, serviceProviderConfig } from './discovery.ts'
import { errorMessage } from './names.ts'
import type { Document } from './patches.ts'
import type { Ask, Reply } from './resources.ts'
import * as resources from './resources.ts'
import { ScimError } from './scim-error.ts'

const tokenShape = /^scim_([a-z0-9]{12})_[A-Za-z0-9_-]{43}$/
const mediaType = 'application/scim+json; charset=utf-8'
const requestsAMinute = 6000
const mostLevels = 20

/** Directories speak SCIM 2.0 at /scim/v2 (RFC 7643, RFC 7644), each with a token of its own. */
export function mountScim(server: FastifyInstance, app: App): void {
  void server.register(
    async (scope) => {
      takeScimBodies(scope)
      scope.setErrorHandler((error, request, reply) => refuse(error, request, reply))
      mountResources(scope, app)
      mountDiscovery(scope, app)
      // A route, not what Fastify does without one: below it lies the web app, which answers every path with a page.
      scope.all('/*', (request, reply) => refuse(noEndpoint(request), request, reply))
    },
    { prefix: '/scim/v2' },
  )
}

/** RFC 7644, 3.12: an address without anything, or one that does not take this method. */
const noEndpoint = ({ url }: FastifyRequest) =>
  /^\/scim\/v2\/(?:Users|Groups|Schemas|ResourceTypes|ServiceProviderConfig)(?:\/[^/?]*)?(?:$|\?)/.test(url)
    ? new ScimError(405, null, 'This endpoint does not take that method.')
    : new ScimError(404, null, 'There is no such endpoint.')

function mountResources(scope: FastifyInstance, app: App) {
  const { people, groups } = resources
  for (const [path, kind] of [
    ['/Users', people],
    ['/Groups', groups],
  ] as const) {
    scope.get(path, serve(app, false, kind.list))
    scope.get(`${path}/:id`, serve(app, false, kind.read))
    scope.post(path, serve(app, true, kind.create))
    scope.post(
      `${path}/.search`,
      serve(app, false, (ctx, directory, ask) => kind.list(ctx, directory, searchOf(ask))),
    )
    scope.put(`${path}/:id`, serve(app, true, kind.replace))
    scope.patch(`${path}/:id`, serve(app, true, kind.patch))
    scope.delete(`${path}/:id`, serve(app, true, kind.remove))
  }
  scope.get('/', serve(app, false, resources.everything))
  scope.post(
    '/.search',
    serve(app, false, (ctx, directory, ask) => resources.everything(ctx, directory, searchOf(ask))),
  )
  // RFC 7644, 3.11: there is nobody a directory itself would be.
  scope.all(
    '/Me',
    serve(app, false, async () => Promise.reject(new ScimError(501, null, 'A directory is nobody.'))),
  )
  scope.post(
    '/Bulk',
    serve(app, false, async () =>
      Promise.reject(new ScimError(501, null, 'Send one request for each resource.')),
    ),
  )
}

function mountDiscovery(scope: FastifyInstance, app: App) {
  const base = resources.baseOf(app)
  const documents = schemaDocuments(base)
  const types = resourceTypes(base)
  const one = (list: Document[], id: string): Reply => {
    const found = list.find((each) => String(each.id).toLowerCase() === id.toLowerCase())
    if (!found) throw new ScimError(404, null, 'There is no such resource.')
    return { status: 200, body: found }
  }
  const all =
    (list: Document[]) =>
    async (_ctx: Ctx, _directory: Directory, { query }: Ask) => {
      // RFC 7644, 4: a filter on what never changes is refused.
      if (query.filter !== undefined) throw new ScimError(403, null, 'This list is not filtered.')
      return { status: 200, body: listOf(list) }
    }
  scope.get(
    '/ServiceProviderConfig',
    serve(app, false, async () => ({ status: 200, body: serviceProviderConfig(base) })),
  )
  scope.get('/ResourceTypes', serve(app, false, all(types)))
  scope.get(
    '/ResourceTypes/:id',
    serve(app, false, async (_ctx, _directory, { id }) => one(types, id)),
  )
  scope.get('/Schemas', serve(app, false, all(documents)))
  scope.get(
    '/Schemas/:id',
    serve(app, false, async (_ctx, _directory, { id }) => one(documents, id)),
  )
}

type Handler = (ctx: Ctx, directory: Directory, ask: Ask) => Promise<Reply>

/** One request of a directory: who it is, how often it came, what it asks, in one transaction when it writes. */
function serve(app: App, isWrite: boolean, handle: Handler) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { directory, prefix } = await callerOf(app, request)
    await limit(app, directory)
    const seed = seedOf(request, directory)
    const visit = (error: string | null) =>
      noteVisit(app.database.db, directory.organizationId, directory.id, prefix, { isWrite, error })
    try {
      const ask = askOf(request)
      const answer = isWrite
        ? await withTransaction(app, seed, (ctx) => handle(ctx, directory, ask))
        : await handle(createCtx(app, seed), directory, ask)
      await visit(null)
      return send(reply, answer)
    } catch (error) {
      const { status, scimType, message } = scimErrorOf(error)
      // A second look at a version is part of the game.
      await visit(
        status === 412 || status === 404 ? null : `${status} ${scimType ?? ''}: ${message}`.slice(0, 300),
      )
      throw error
    }
  }
}

async function callerOf(
  app: App,
  request: FastifyRequest,
): Promise<{ directory: Directory; prefix: string }> {
  const bearer = request.headers.authorization?.match(/^Bearer (\S+)$/i)?.[1]
  const prefix = bearer ? tokenShape.exec(bearer)?.[1] : undefined
  const directory =
    bearer && prefix ? await findDirectoryByToken(app.database.db, prefix, hashToken(bearer)) : null
  if (!directory || !prefix)
    throw new ScimError(401, null, 'Send the token of a directory as bearer token.', {
      'www-authenticate': 'Bearer realm="scim"',
    })
  if (directory.status === 'paused')
    throw new ScimError(403, null, 'An administrator has paused this directory.')
  return { directory, prefix }
}

async function limit(app: App, directory: Directory) {
  const { used, resetSeconds } = await hit(app.database.db, `scim ${directory.id}`, 60)
  if (used > requestsAMinute)
    throw new ScimError(429, null, `Too many requests. Wait ${resetSeconds} seconds.`, {
      'retry-after': String(resetSeconds),
    })
}

/** The directory acts as the program does, but may nothing by itself; in the audit trail it is `scim`. */
function seedOf(request: FastifyRequest, directory: Directory): CtxSeed {
  return {
    actor: { ...system, permissions: new Set(), rank: 0, email: 'scim', name: directory.name },
    organizationId: directory.organizationId,
    requestId: request.id,
    ip: request.ip,
    userAgent: request.headers['user-agent'] ?? null,
    log: request.log as CtxSeed['log'] & object,
  }
}

function askOf(request: FastifyRequest): Ask {
  const given = request.query as Record<string, unknown>
  const query = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, String(Array.isArray(value) ? value[0] : value)]),
  )
  const header = (name: 'if-match' | 'if-none-match') => {
    const value = request.headers[name]
    return typeof value === 'string' ? value : null
  }
  return {
    id: (request.params as { id?: string }).id ?? '',
    query,
    body: shallowEnough(request.body),
    ifMatch: header('if-match'),
    ifNoneMatch: header('if-none-match'),
  }
}

/** A query sent as a body (RFC 7644, 3.4.3): for filters too long for a URL, or too private. */
function searchOf(ask: Ask): Ask {
  const body = (ask.body ?? {}) as Record<string, unknown>
  if (typeof body !== 'object' || Array.isArray(body))
    throw new ScimError(400, 'invalidSyntax', 'A search is an object.')
  const names = ['filter', 'startIndex', 'count', 'attributes', 'excludedAttributes']
  const given = names.filter((name) => body[name] !== undefined && body[name] !== null)
  return { ...ask, query: Object.fromEntries(given.map((name) => [name, String(body[name])])) }
}

/** What nests without end, or cannot be stored, is refused before anything walks through it. */
function shallowEnough(body: unknown): unknown {
  let level = [body]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostLevels) throw new ScimError(400, 'invalidSyntax', 'The body is nested too deeply.')
    if (level.some((value) => typeof value === 'string' && (!value.isWellFormed() || value.includes('\0'))))
      throw new ScimError(400, 'invalidValue', 'A text holds a character that cannot be stored.')
    level = level.flatMap((value) =>
      value !== null && typeof value === 'object'
        ? [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value)]
        : [],
    )
  }
  return body
}

function takeScimBodies(scope: FastifyInstance) {
  const parse = scope.getDefaultJsonParser('error', 'error')
  scope.removeAllContentTypeParsers()
  for (const type of ['application/scim+json', 'application/json']) {
    scope.addContentTypeParser(type, { parseAs: 'string' }, (request, body, done) => {
      // Some directories name a type for requests without a body.
      if (body === '') done(null, undefined)
      else void parse(request, String(body), done)
    })
  }
}

function send(reply: FastifyReply, { status, body, headers }: Reply): FastifyReply {
  void reply.status(status).headers({ 'cache-control': 'no-store', ...headers })
  if (body === null) return reply.send()
  return reply
    .header('content-type', mediaType)
    .serializer((value) => JSON.stringify(value))
    .send(body)
}

/** Anything thrown as a directory understands it. */
function scimErrorOf(error: unknown): ScimError {
  if (error instanceof ScimError) return error
  const state = sqlState(error)
  if (state === '23505' && /^(memberships|directory_groups)_/.test(constraintOf(error) ?? ''))
    return new ScimError(409, 'uniqueness', 'Another resource has this name or id already.')
  if (state === '22021' || state === '22P05')
    return new ScimError(400, 'invalidValue', 'A text holds a character that cannot be stored.')
  if ((error as { code?: unknown })?.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new ScimError(415, null, 'Send application/scim+json.')
  const known = expected(error)
  if (!known)
    return new ScimError(500, null, 'Something went wrong on our side. It has been logged; try again.')
  return new ScimError(
    known.status,
    known.status === 400 ? 'invalidSyntax' : null,
    known.message,
    known.headers,
  )
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, scimType, message, headers } = scimErrorOf(error)
  if (status >= 500 && !(error instanceof ScimError)) request.log.error({ err: error }, 'unexpected error')
  const body = {
    schemas: [errorMessage],
    status: String(status),
    ...(scimType ? { scimType } : {}),
    detail: message,
  }
  return send(reply, { status, body, headers })
}
