import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createRequestHandler, type RouterContextProvider, type ServerBuild } from 'react-router'
import type { App } from '../platform/ctx.ts'
import { apiFetch } from './api-fetch.ts'
import { type FrameFacts, frameOf } from './frame.ts'
import type { PageCallers } from './page-callers.ts'

const webFolder = join(import.meta.dirname, '../../../web')

type WebBuild = ServerBuild & {
  entry: {
    module: {
      createLoadContext(
        facts: FrameFacts & {
          request: Request
          fetch: (request: Request) => Promise<Response>
          nonce: string
          report: (error: unknown) => void
        },
      ): RouterContextProvider
    }
  }
}

/** What answers a page: the built app, and the API it asks in process. */
type Renderer = {
  server: FastifyInstance
  app: App
  callers: PageCallers
  build: WebBuild
  handler: ReturnType<typeof createRequestHandler>
}

/** Serves the built web app beside the API: its assets, and every page rendered here. */
export async function mountWebApp(server: FastifyInstance, app: App, callers: PageCallers): Promise<void> {
  const build = (await import(join(webFolder, 'build/server/index.js'))) as WebBuild
  const handler = createRequestHandler(build, app.config.env === 'production' ? 'production' : 'development')
  const renderer = { server, app, callers, build, handler }

  await server.register(fastifyStatic, {
    root: join(webFolder, 'build/client'),
    index: false,
    wildcard: false,
    setHeaders(reply, path) {
      // Names of built assets carry a hash of their content.
      const hashed = path.includes('/assets/')
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
    },
  })

  await server.register(async (pages) => {
    // Bodies go to the web app as they are; it reads its forms itself.
    pages.removeAllContentTypeParsers()
    pages.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    pages.all('/*', { bodyLimit: app.config.uploadLimitBytes }, (request, reply) =>
      render(renderer, request, reply),
    )
  })
}

async function render(renderer: Renderer, request: FastifyRequest, reply: FastifyReply) {
  const { server, app, callers, build, handler } = renderer
  const nonce = randomBytes(16).toString('base64')
  const page = webRequest(request, reply)
  const memory = callers.open()
  try {
    const fetch = apiFetch(server, request, memory.name)
    const facts = await frameOf(app, request, fetch)
    const report = (error: unknown) =>
      request.log.error({ err: error, page: request.url.split('?')[0] }, 'a page failed')
    const context = build.entry.module.createLoadContext({ ...facts, request: page, fetch, nonce, report })
    const answer = await handler(page, context)
    void reply.status(answer.status).header('content-security-policy', contentSecurityPolicy(nonce, app))
    for (const [name, value] of answer.headers) if (name !== 'set-cookie') void reply.header(name, value)
    for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie)
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-cache')
    return reply.send(answer.body ? Readable.fromWeb(answer.body as never) : null)
  } finally {
    memory.close()
  }
}

function webRequest(request: FastifyRequest, reply: FastifyReply): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (Array.isArray(value)) for (const one of value) headers.append(name, one)
    else if (value !== undefined) headers.set(name, value)
  }
  const gone = new AbortController()
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  const bodied = request.method !== 'GET' && request.method !== 'HEAD'
  return new Request(new URL(request.url, `${request.protocol}://${request.headers.host ?? 'localhost'}`), {
    method: request.method,
    headers,
    signal: gone.signal,
    ...(bodied && request.body ? { body: Readable.toWeb(request.body as Readable), duplex: 'half' } : {}),
  } as RequestInit)
}

/**
 * Scripts only from us and with the nonce of this answer. Mantine positions its overlays with style
 * attributes, so those are allowed; style elements need the nonce. Frames: the players we embed.
 */
function contentSecurityPolicy(nonce: string, app: App): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "media-src 'self' https:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' https:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(app.config.url.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
