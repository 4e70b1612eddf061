import { createHash } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import type { App } from '../ctx.ts'
import { type ErrorKind, InvalidInput, Malformed, NotFound, SignInRequired } from '../errors.ts'
import type { Module } from '../module.ts'
import { routePath } from './mount-routes.ts'
import type { Route } from './route.ts'

type Plain = Record<string, unknown>

const problemSchema = {
  type: 'object',
  description: 'Problem details, RFC 9457',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId', 'params', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string' },
    requestId: { type: 'string' },
    params: { type: 'object' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

/** The OpenAPI 3.1 document of all routes. */
export function openApiDocument(modules: Module[], url: string): Plain {
  const paths: Record<string, Record<string, Plain>> = {}
  for (const module of modules) {
    for (const route of module.routes) {
      const path = routePath(module.name, route).replace(/:(\w+)/g, '{$1}')
      paths[path] ??= {}
      paths[path][route.method.toLowerCase()] = operation(module.name, route)
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Stoa',
      version: '1',
      description:
        'The API of Stoa. Sign in at /api/v1/identity/sessions and send the token as `Authorization: Bearer`, or use the cookie of the web app.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url }],
    tags: modules.filter((module) => module.routes.length > 0).map((module) => ({ name: module.name })),
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
    security: [{ session: [] }, {}],
  }
}

function operation(module: string, route: Route): Plain {
  const parameters = [...parametersOf('path', route.params), ...parametersOf('query', route.query)]
  if (route.method !== 'GET' && (route.transaction ?? true)) {
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', maxLength: 200 },
    })
  }
  const errors = new Map<number, ErrorKind[]>()
  const common = [InvalidInput, Malformed, SignInRequired, ...(route.load || route.params ? [NotFound] : [])]
  for (const error of [...(route.errors ?? []), ...common])
    errors.set(error.status, [...(errors.get(error.status) ?? []), error])
  const name = `${route.method.toLowerCase()}_${module}${route.path.replace(/[^a-zA-Z0-9]+/g, '_')}`
  return {
    operationId: name.replace(/_+$/, '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    summary: route.summary,
    tags: [module],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: { [route.rawBody ? '*/*' : 'application/json']: { schema: plain(route.body) } },
          },
        }
      : {}),
    responses: {
      [route.status ?? 200]: {
        description: 'Done',
        ...(route.response ? { content: { 'application/json': { schema: plain(route.response) } } } : {}),
      },
      ...Object.fromEntries(
        [...errors]
          .sort(([a], [b]) => a - b)
          .map(([status, kinds]) => [
            status,
            {
              description: [...new Set(kinds.map((kind) => `\`${kind.code}\` ${kind.message}`))].join('\n\n'),
              content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
            },
          ]),
      ),
    },
  }
}

function parametersOf(place: 'path' | 'query', shape: TSchema | undefined): Plain[] {
  const schema = shape as { properties?: Record<string, Plain>; required?: string[] } | undefined
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required:
      place === 'path' || (schema?.required?.includes(name) === true && property.default === undefined),
    schema: plain(property),
    ...(property.description ? { description: property.description } : {}),
  }))
}

/** JSON Schema as OpenAPI 3.1 reads it: the serializer's `nullable` becomes a type of its own. */
function plain(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plain)
  if (schema === null || typeof schema !== 'object') return schema
  const { nullable, ...rest } = schema as Plain & { nullable?: boolean }
  const mapped = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, plain(value)]))
  return nullable ? { anyOf: [mapped, { type: 'null' }] } : mapped
}

/** /api/openapi.json, and a page to read it at /api/docs. */
export async function mountOpenApi(server: FastifyInstance, app: App, modules: Module[]): Promise<void> {
  let text: string | null = null
  server.get('/api/openapi.json', async (_request, reply) => {
    text ??= JSON.stringify(openApiDocument(modules, app.config.url))
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .send(text)
  })
  let pages: Promise<FastifyInstance> | null = null
  for (const url of ['/api/docs', '/api/docs/*']) {
    server.get(url, async (request, reply) => {
      pages ??= referencePages()
      const page = await (await pages).inject({ url: request.url })
      if (String(page.headers['content-type']).startsWith('text/html'))
        void reply.header('content-security-policy', referencePolicy(page.payload))
      for (const name of ['content-type', 'location', 'cache-control', 'etag'])
        if (page.headers[name] !== undefined) void reply.header(name, page.headers[name])
      return reply.status(page.statusCode).send(page.rawPayload)
    })
  }
}

/** A server of its own, made when somebody first reads the reference: it brings four megabytes of script. */
async function referencePages(): Promise<FastifyInstance> {
  const { default: apiReference } = await import('@scalar/fastify-api-reference')
  const pages = Fastify()
  await pages.register(apiReference, {
    routePrefix: '/api/docs',
    configuration: {
      url: '/api/openapi.json',
      pageTitle: 'Stoa API',
      withDefaultFonts: false,
      telemetry: false,
    },
  })
  return pages
}

/** The reference starts from a script in its page, which is allowed by its hash; its styles are its own. */
function referencePolicy(html: string): string {
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  )
  return `default-src 'self'; script-src 'self' ${hashes.join(' ')}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'`
}
