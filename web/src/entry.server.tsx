import './lib/messages/all.server.ts'
import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import {
  type EntryContext,
  type HandleErrorFunction,
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

/** Renders one page, whole: loaders have run before this, so there is nothing a part of it would have to wait for. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const nonce = context.get(nonceContext)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (request.method === 'HEAD') return Promise.resolve(new Response(null, { status, headers }))

  return new Promise((resolve, reject) => {
    const errors: unknown[] = []
    const timeout = setTimeout(() => abort(), streamTimeout + 1_000)
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext value={nonce}>
        <ServerRouter context={onlyItsRoutes(routerContext)} url={request.url} nonce={nonce} />
      </NonceContext>,
      {
        nonce,
        onAllReady() {
          clearTimeout(timeout)
          // Parts that failed inside a boundary of their own; the browser tries them again.
          if (!request.signal.aborted) for (const error of errors) context.get(reportContext)(error)
          pipe(
            collecting((html) =>
              resolve(new Response(html, { status: errors.length > 0 ? 500 : status, headers })),
            ),
          )
        },
        // The router draws its error page then, and reports what went wrong.
        onShellError(error: unknown) {
          clearTimeout(timeout)
          reject(error)
        },
        onError: (error: unknown) => void errors.push(error),
      },
    )
  })
}

function collecting(done: (bytes: Buffer<ArrayBuffer>) => void): Writable {
  const chunks: Uint8Array[] = []
  return new Writable({
    write(chunk: Uint8Array, _encoding, next) {
      chunks.push(chunk)
      next()
    },
    final(next) {
      done(Buffer.concat(chunks))
      next()
    },
  })
}

/** The router would build the whole table of routes anew for every page; a page only needs its own. */
function onlyItsRoutes(context: EntryContext): EntryContext {
  const { manifest, staticHandlerContext } = context
  const routes = Object.fromEntries(
    staticHandlerContext.matches.map(({ route }) => [route.id, manifest.routes[route.id]]),
  )
  return { ...context, manifest: { ...manifest, routes } }
}

/** Errors nobody expected, from loaders, actions and rendering. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) context.get(reportContext)(error)
}
