import type { MessageKey } from './messages/index.ts'

/** What a route tells the frame around it: `export const handle: RouteHandle = { … }`. */
export type RouteHandle = {
  /** What the palette offers first while this page is open. */
  actions?: { to: string; label: MessageKey }[]
}
