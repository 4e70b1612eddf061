import { createContext, RouterContextProvider } from 'react-router'
import { type Api, createApiClient, type Say } from './api.ts'
import { pageOf } from './page-of.ts'
import type { Held, Session, Site } from './session.ts'

/** The API client of this request. Loaders: `context.get(apiContext).GET(…)`. */
export const apiContext = createContext<Api>()

/** The nonce of this answer's content security policy. */
export const nonceContext = createContext<string>()

/** The organization this page belongs to and how its reader reads. */
export const siteContext = createContext<Site>()

/** Who is signed in; null for a visitor. */
export const sessionContext = createContext<Session | null>(null)

/** Who has begun to sign in and not finished; null for everybody else. */
export const heldContext = createContext<Held | null>()

/** Writes down an error nobody expected. */
export const reportContext = createContext<(error: unknown) => void>()

/** What the HTTP server knows about one request before the web app answers it. */
export type RequestFacts = {
  /** The page request; its URL tells sign-in where to come back to. */
  request: Request
  /** Answers API requests in process with the caller's session. */
  fetch: (request: Request) => Promise<Response>
  nonce: string
  site: Site
  session: Session | null
  held: Held | null
  /** Writes an unexpected error of a loader, an action or the rendering to the log. */
  report: (error: unknown) => void
}

/** The load context of one request. The server calls this through the build and hands it to the handler. */
export function createLoadContext(facts: RequestFacts, say?: Say): RouterContextProvider {
  const url = new URL(facts.request.url)
  const context = new RouterContextProvider()
  context.set(
    apiContext,
    createApiClient({ fetch: facts.fetch, baseUrl: url.origin, page: pageOf(url), ...(say ? { say } : {}) }),
  )
  context.set(nonceContext, facts.nonce)
  context.set(siteContext, facts.site)
  context.set(sessionContext, facts.session)
  context.set(heldContext, facts.held)
  context.set(reportContext, facts.report)
  return context
}
