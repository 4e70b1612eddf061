import type { Ctx } from '../../platform/ctx.ts'
import { type Entry, findHead, listEntries } from './entries.queries.ts'

/**
 * Entries of the organization by their place, newest first. A chain has no gaps, so its head tells how many there
 * are, and a page far back costs as little as the first.
 */
export async function entriesAt(
  ctx: Ctx,
  page: { skip: number; limit: number },
): Promise<{ total: number; entries: Entry[] }> {
  const total = (await findHead(ctx.db, ctx.organizationId))?.seq ?? 0
  if (page.skip >= total) return { total, entries: [] }
  const before = total - page.skip + 1
  return { total, entries: await listEntries(ctx.db, ctx.organizationId, {}, { limit: page.limit, before }) }
}
