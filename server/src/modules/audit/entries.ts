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

/** An entry with the names people go by now: of who acted, and of whom they acted for. */
type NamedEntry = Entry & { actorName: string | null; impersonatedName: string | null }

/** From this level on an entry no longer says who acted. */
const nameless = 2

/** Adds names to entries, with one look for all of them. What hides an address hides the name. */
export async function withNames(ctx: Ctx, entries: Entry[]): Promise<NamedEntry[]> {
  const told = entries.filter((entry) => entry.redactionLevel < nameless)
  const ids = new Set(
    told.flatMap((entry) => [entry.actorId, entry.impersonatedUser]).filter((id) => id !== null),
  )
  const names = ids.size > 0 ? await ctx.app.namesOfPeople(ctx, ids) : new Map<string, string>()
  const nameOf = (entry: Entry, id: string | null) =>
    id === null || entry.redactionLevel >= nameless ? null : names.get(id) || null
  return entries.map((entry) => ({
    ...entry,
    actorName: nameOf(entry, entry.actorId),
    impersonatedName: nameOf(entry, entry.impersonatedUser),
  }))
}
