import type { Ctx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { type Entry, findEntry, redactEntry } from './entries.queries.ts'
import { redactionAct } from './entry-hash.ts'
import { record } from './record.ts'

/** Hides personal data of an entry for good, and records who did so and why. A level only rises. */
export async function redact(
  ctx: Ctx,
  entry: Entry,
  wish: { level: number; reason: string },
): Promise<Entry> {
  await redactEntry(ctx.db, ctx.organizationId, entry.seq, wish.level)
  await record(ctx, redactionAct, {
    entityType: 'audit_entry',
    entityId: entry.id,
    metadata: { seq: entry.seq, level: wish.level, reason: wish.reason },
  })
  const redacted = await findEntry(ctx.db, ctx.organizationId, entry.seq)
  if (!redacted) throw NotFound()
  return redacted
}
