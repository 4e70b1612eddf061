import type { App } from '../platform/ctx.ts'
import { nearestLocale } from '../platform/messages.ts'

/** What every page needs to know: the organization it belongs to, and who reads it. Shapes as in web/src/lib/session.ts. */
export type FrameFacts = { site: Record<string, unknown>; session: Record<string, unknown> | null }

export async function frameOf(app: App, fetch: (request: Request) => Promise<Response>): Promise<FrameFacts> {
  void app
  void fetch
  return { site: { locale: nearestLocale('en') }, session: null }
}
