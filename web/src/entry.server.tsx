import './lib/messages/all.server.ts'
import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { isbot } from 'isbot'
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

/** How long a page may wait for what it streams, in milliseconds. */
export const streamTimeout = 5_000

/** Renders one page. People get the frame first, crawlers the whole page at once. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const nonce = context.get(nonceContext)
  const whole = isbot(request.headers.get('user-agent'))
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (request.method === 'HEAD') return Promise.resolve(new Response(null, { status, headers }))

  return new Promise((resolve, reject) => {
    let answered = false
    let answerStatus = status
    const timeout = setTimeout(() => abort(), streamTimeout + 1_000)
    const answer = () => {
      answered = true
      const body = new PassThrough({
        final(done) {
          clearTimeout(timeout)
          done()
        },
      })
      resolve(new Response(createReadableStreamFromReadable(body), { status: answerStatus, headers }))
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext value={nonce}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </NonceContext>,
      {
        nonce,
        [whole ? 'onAllReady' : 'onShellReady']: answer,
        onShellError(error: unknown) {
          clearTimeout(timeout)
          reject(error)
        },
        onError(error: unknown) {
          answerStatus = 500
          // Errors before the frame is out reject and are reported by the caller.
          if (answered && !request.signal.aborted) context.get(reportContext)(error)
        },
      },
    )
  })
}

/** Errors nobody expected, from loaders, actions and rendering. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) context.get(reportContext)(error)
}
