import './lib/messages/all.server.ts'
import { Writable } from 'node:stream'
import type { ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import {
  createLoadContext as loadContext,
  nonceContext,
  type RequestFacts,
  reportContext,
} from './lib/context.ts'
import { NonceContext } from './lib/nonce.ts'
import { problemWords } from './lib/problem-words.server.ts'

/** The load context of one request; what the API refuses is said in the reader's language. */
export const createLoadContext = (facts: RequestFacts) => loadContext(facts, problemWords(facts.site))

/** How long a page may wait for what it promises, in milliseconds. */
export const streamTimeout = 5_000

/** A rendered page as it is sent. Handed on beside its response: to read it out of a body costs more than a statement. */
const rendered = new WeakMap<Response, Buffer>()

/** The bytes of a page this entry made; undefined for what a route answered by itself. */
export const htmlOf = (response: Response): Buffer | undefined => rendered.get(response)

/** Renders one page, whole: loaders have run before this, so there is nothing a part of it would have to wait for. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const nonce = context.get(nonceContext)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (request.method === 'HEAD') return new Response(null, { status, headers })

  // The router would send the data through the rendering, piece by piece, each piece a round of its own.
  const { serverHandoffStream, ...routes } = onlyItsRoutes(routerContext)
  const [page, data] = await Promise.all([
    render(<ServerRouter context={routes} url={request.url} nonce={nonce} />, nonce),
    textOf(serverHandoffStream),
  ])
  // Parts that failed inside a boundary of their own; the browser tries them again.
  if (!request.signal.aborted) for (const error of page.errors) context.get(reportContext)(error)
  const response = new Response(null, { status: page.errors.length > 0 ? 500 : status, headers })
  const html = routes.renderMeta?.didRenderScripts ? withData(page.html, data, nonce) : page.html
  rendered.set(response, Buffer.from(html))
  return response
}

/** Draws the page to its end. Rejects when it cannot be drawn at all; the router then draws its error page. */
function render(router: ReactNode, nonce: string): Promise<{ html: string; errors: unknown[] }> {
  return new Promise((resolve, reject) => {
    const errors: unknown[] = []
    const timeout = setTimeout(() => abort(), streamTimeout + 1_000)
    const { pipe, abort } = renderToPipeableStream(<NonceContext value={nonce}>{router}</NonceContext>, {
      nonce,
      onAllReady() {
        clearTimeout(timeout)
        pipe(collecting((html) => resolve({ html, errors })))
      },
      onShellError(error: unknown) {
        clearTimeout(timeout)
        reject(error)
      },
      onError: (error: unknown) => void errors.push(error),
    })
  })
}

function collecting(done: (html: string) => void): Writable {
  const chunks: Uint8Array[] = []
  return new Writable({
    write(chunk: Uint8Array, _encoding, next) {
      chunks.push(chunk)
      next()
    },
    final(next) {
      done(Buffer.concat(chunks).toString())
      next()
    },
  })
}

async function textOf(stream: ReadableStream<Uint8Array> | undefined): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of stream ?? []) text += decoder.decode(chunk, { stream: true })
  return text
}

const end = '</body></html>'

/** Puts what the loaders gave at the end of the page, in the way the router's own rendering does. */
function withData(html: string, data: string, nonce: string): string {
  const text = JSON.stringify(data).replaceAll('<', '\\u003c')
  const controller = 'window.__reactRouterContext.streamController'
  const script = `<script nonce="${nonce}">${controller}.enqueue(${text});${controller}.close();</script>`
  return `${html.slice(0, -end.length)}${script}${end}`
}

/** The router would build the whole table of routes anew for every page; a page only needs its own. */
function onlyItsRoutes(context: EntryContext): EntryContext {
  const { manifest, staticHandlerContext } = context
  const routes = Object.fromEntries(
    staticHandlerContext.matches.map(({ route }) => [route.id, manifest.routes[route.id]]),
  )
  return { ...context, manifest: { ...manifest, routes } }
}

/** Errors nobody expected, from loaders, actions and rendering. A request that is refused is none: anybody can send one. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  const isRefusal = isRouteErrorResponse(error) && error.status < 500
  if (!request.signal.aborted && !isRefusal) context.get(reportContext)(error)
}
