import type { MessageKey } from './messages/index.ts'

/** Something the palette offers while a page is open. */
export type PageAction = { to: string; label: MessageKey; values?: Record<string, string> }

/** What a route tells the frame around it: `export const handle: RouteHandle = { … }`. */
export type RouteHandle = {
  /** What the palette offers first while this page is open; a function is given the page's loader data. */
  actions?: PageAction[] | ((loaderData: never) => PageAction[])
}
