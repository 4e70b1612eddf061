import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fastifyCompress from '@fastify/compress'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createRequestHandler, type RouterContextProvider, type ServerBuild } from 'react-router'
import type { App } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import { type Caller, refuseCrossSite } from '../platform/http/mount-routes.ts'
import { sendProblem } from '../platform/http/problems.ts'
import { apiFetch } from './api-fetch.ts'
import { sendBrokenPage } from './broken-page.ts'
import { browserLocale, type FrameFacts, frameFacts } from './frame.ts'
import type { PageCallers } from './page-callers.ts'
import { takePageBodies, webRequest } from './page-requests.ts'
import { createPublicPages, isPublicPage, type PublicPages } from './public-pages.ts'

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
      htmlOf(response: Response): Buffer | undefined
    }
  }
}

/** What answers a page: the built app, and the API it asks in process. */
type Renderer = {
  server: FastifyInstance
  app: App
  callers: PageCallers
  publicPages: PublicPages
  build: WebBuild
  handler: ReturnType<typeof createRequestHandler>
}

/** Serves the built web app beside the API: its assets, and every page rendered here. */
export async function mountWebApp(server: FastifyInstance, app: App, callers: PageCallers): Promise<void> {
  const build = (await import(join(webFolder, 'build/server/index.js'))) as WebBuild
  const renderer: Renderer = {
    server,
    app,
    callers,
    publicPages: createPublicPages((scripts, styles) => contentSecurityPolicy(app, scripts, styles)),
    build,
    handler: createRequestHandler(build, 'production'),
  }

  await server.register(fastifyStatic, {
    root: join(webFolder, 'build/client'),
    index: false,
    wildcard: false,
    preCompressed: true,
    setHeaders(reply, path) {
      // Names of built assets carry a hash of their content.
      const hashed = path.includes('/assets/')
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
    },
  })

  await server.register(async (pages) => {
    takePageBodies(pages)
    await pages.register(fastifyCompress, { encodings: ['gzip'], zlibOptions: { level: 4 }, threshold: 1024 })
    pages.setErrorHandler((error, request, reply) => sendBrokenPage(error, request, reply))
    pages.route({
      // A page has no more methods, and TRACE is one that no request of the web app may have.
      method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: '/*',
      handler: (request, reply) => answer(renderer, request, reply),
    })
  })
}

async function answer(renderer: Renderer, request: FastifyRequest, reply: FastifyReply) {
  const { app, callers, publicPages } = renderer
  // No page lies there: what no route answers is told as the API tells it.
  if (request.url.startsWith('/api/')) return sendProblem(NotFound(), request, reply)
  if (request.method !== 'GET' && request.method !== 'HEAD') refuseCrossSite(app, request)
  // A page knows its reader by the cookie; what programs say of themselves is for the API.
  delete request.headers.authorization
  delete request.headers['stoa-organization']
  const caller = await callers.authenticate(app, request)
  const isStranger = caller.actor.kind === 'anonymous' && caller.publicRevision !== undefined
  if (!isStranger || !isPublicPage(request))
    return sendPage(await render(renderer, request, reply, caller), reply)
  const key = [
    caller.organizationId,
    caller.publicRevision,
    browserLocale(request),
    request.headers.host,
    request.url,
  ].join(' ')
  const page = await publicPages.page(key, async () => {
    const { response, html } = await render(renderer, request, null, caller)
    return {
      status: response.status,
      headers: response.headers,
      html: html ?? Buffer.from(await response.arrayBuffer()),
    }
  })
  if ('etag' in page) return publicPages.send(page, request, reply)
  return sendPage({ response: new Response(null, page), html: page.html }, reply)
}

/** What the web app answered; a drawn page comes with its bytes. */
type Page = { response: Response; html: Buffer | undefined }

/** Renders the page a request asks for, with the policy it needs. */
async function render(
  { server, app, callers, build, handler }: Renderer,
  request: FastifyRequest,
  reply: FastifyReply | null,
  caller: Caller,
): Promise<Page> {
  const nonce = randomBytes(16).toString('base64')
  const page = webRequest(request, reply, app.config.url)
  const memory = callers.open(caller)
  try {
    const fetch = apiFetch(server, request, memory.name)
    const facts = await frameFacts(app, request, caller)
    const report = (error: unknown) =>
      request.log.error({ err: error, page: request.url.split('?')[0] }, 'a page failed')
    const context = build.entry.module.createLoadContext({ ...facts, request: page, fetch, nonce, report })
    const response = await handler(page, context)
    // A page that is a stranger's document, such as a caught mail, brings a narrower policy of its own.
    if (!response.headers.has('content-security-policy')) {
      response.headers.set(
        'content-security-policy',
        contentSecurityPolicy(app, `'nonce-${nonce}'`, `'nonce-${nonce}'`),
      )
    }
    return { response, html: build.entry.module.htmlOf(response) }
  } finally {
    memory.close()
  }
}

function sendPage({ response, html }: Page, reply: FastifyReply) {
  void reply.status(response.status)
  for (const [name, value] of response.headers) if (name !== 'set-cookie') void reply.header(name, value)
  for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie)
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-cache')
  // What is no page may come bit by bit.
  return reply.send(html ?? (response.body && Readable.fromWeb(response.body as never)))
}

/**
 * Scripts only from us and those the page itself names. Mantine positions its overlays with style attributes, so
 * those are allowed; style elements need the nonce. Frames: the players we embed.
 */
function contentSecurityPolicy(app: App, scripts: string, styles: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}`,
    `style-src 'self' ${styles}`,
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
