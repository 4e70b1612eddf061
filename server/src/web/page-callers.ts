import { randomBytes } from 'node:crypto'
import type { Authenticate, Caller } from '../platform/http/mount-routes.ts'

/** Header by which the API requests of one page share one look at who is asking. */
export const pageHeader = 'x-stoa-page'

/**
 * A page asks the API several times for the same caller, who is kept for the length of that page,
 * under a random name only this process knows; a name from outside is unknown and means nothing.
 */
export type PageCallers = {
  authenticate: Authenticate
  /** Opens the memory of one page; close it when the page is answered. */
  open(caller: Caller): { name: string; close(): void }
}

export function createPageCallers(authenticate: Authenticate): PageCallers {
  const pages = new Map<string, Caller>()
  return {
    async authenticate(app, request) {
      const name = request.headers[pageHeader]
      return (typeof name === 'string' && pages.get(name)) || authenticate(app, request)
    },
    open(caller) {
      const name = randomBytes(24).toString('base64url')
      pages.set(name, caller)
      return { name, close: () => void pages.delete(name) }
    },
  }
}
