import createClient, { type Client } from 'openapi-fetch'
import { data, redirect } from 'react-router'
import type { paths } from './api.gen.ts'
import { isProblem, type Problem, unknownProblem } from './problem.ts'

/** The typed client of the API, bound to the session of the request it was made for. */
export type Api = Client<paths>

/** What every call of the client resolves to: `data` on success, `error` otherwise. */
type Result<T> = { data?: T; error?: unknown; response: Response }

/** The page a response was fetched for, so that signing in can lead back to it, and how its reader is spoken to. */
const asked = new WeakMap<Response, { page: string; say: Say }>()

/** Puts a problem into the words of the reader. */
export type Say = (problem: Problem) => Problem

/**
 * Builds the API client.
 * @param options.fetch answers API requests in process, carrying the caller's session
 * @param options.baseUrl where API paths start, e.g. `http://stoa.internal`
 * @param options.page path and query of the page being served
 * @param options.say puts refusals into the words of the reader; without it they stay as the API says them
 */
export function createApiClient(options: {
  fetch: (request: Request) => Promise<Response>
  baseUrl: string
  page: string
  say?: Say
}): Api {
  const { page, say = (problem: Problem) => problem } = options
  const client = createClient<paths>({ baseUrl: options.baseUrl, fetch: options.fetch })
  client.use({
    onResponse({ response }) {
      asked.set(response, { page, say })
    },
  })
  return client
}

/**
 * The data of an API answer, for loaders. A refusal is thrown for the error page with its problem;
 * a caller who is not signed in is sent to the sign-in page and back.
 */
export function unwrap<T>(result: Result<T>): T {
  if (result.response.ok) return result.data as T
  if (result.response.status === 401) throw redirect(signInPath(asked.get(result.response)?.page ?? '/'))
  const problem = problemFrom(result)
  // An address that cannot be anything's, such as one with half an id, is one nobody answers.
  const isNowhere = problem.errors.some(({ pointer }) => pointer.startsWith('/params/'))
  throw data(problem, { status: isNowhere ? 404 : problem.status })
}

/**
 * The problem of a refused API answer, for actions that show it in their form; null when it succeeded. What needs
 * a fresh proof leads to the page that asks for it, and back.
 */
export function problemOf(result: Result<unknown>): Problem | null {
  if (result.response.ok) return null
  const problem = problemFrom(result)
  if (problem.code === 'identity.proof_too_old')
    throw redirect(`/confirm?next=${encodeURIComponent(asked.get(result.response)?.page ?? '/')}`)
  return problem
}

/** Where to sign in, coming back to `next` afterwards. */
export function signInPath(next: string): string {
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`
}

function problemFrom(result: Result<unknown>): Problem {
  const problem = isProblem(result.error) ? result.error : unknownProblem(result.response.status)
  return asked.get(result.response)?.say(problem) ?? problem
}
