import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../platform/ctx.ts'
import { insertDeadLetter } from './dead-letters.queries.ts'
import { append, lockHead, withSavepoint } from './entries.queries.ts'
import { entryHash, type FixedFields, genesis, redactable, saltedDigest, waitingSeal } from './entry-hash.ts'

export type Act = {
  entityType: string
  entityId: string
  targetId?: string | null
  /** Values before and after the change; never secrets. */
  before?: Record<string, unknown> | null
  after?: Record<string, unknown> | null
  metadata?: Record<string, unknown> | null
}

/**
 * Writes an act into the organization's chain, in the transaction of the change. The entry is appended at the
 * end of the transaction, because the end of the chain stays locked until the commit.
 * @param action past tense, `module.thing_done`
 */
export async function record(ctx: Ctx, action: string, act: Act): Promise<void> {
  const entry = draft(ctx, action, act)
  ctx.beforeCommit.push(async () => {
    try {
      await withSavepoint(ctx.db, () => appendToChain(ctx, entry))
    } catch (error) {
      // 40001: another writer was faster; the whole transaction is tried again.
      if ((error as { code?: string }).code === '40001') throw error
      const seal = waitingSeal(ctx.app.keys, entry)
      await insertDeadLetter(ctx.db, ctx.organizationId, (error as Error).message, { ...entry, seal })
    }
  })
}

export type Draft = Omit<FixedFields, 'seq'> & Record<(typeof redactable)[number], unknown>

function draft(ctx: Ctx, action: string, act: Act): Draft {
  const { actor } = ctx
  return {
    organization_id: ctx.organizationId,
    id: randomUUID(),
    ts: ctx.now.toISOString(),
    action,
    actor_id: actor.impersonatedBy ?? actor.userId,
    actor_type: actor.kind === 'person' ? 'human' : actor.kind,
    impersonated_user: actor.impersonatedBy ? actor.userId : null,
    entity_type: act.entityType,
    entity_id: act.entityId,
    target_id: act.targetId ?? null,
    request_id: ctx.requestId,
    correlation_id: ctx.requestId,
    ip: ctx.ip,
    user_agent: ctx.userAgent,
    actor_email: actor.email,
    prev_values: act.before ?? null,
    new_values: act.after ?? null,
    metadata: act.metadata ?? null,
  }
}

/** Seals a draft onto the end of its chain. Also used to retry dead letters. */
export async function appendToChain(ctx: Ctx, entry: Draft): Promise<void> {
  const head = await lockHead(ctx.db, entry.organization_id)
  const previous = head?.hash ?? genesis
  const { ip, user_agent, actor_email, prev_values, new_values, metadata, ...rest } = entry
  const fixed: FixedFields = { ...rest, seq: (head?.seq ?? 0) + 1 }
  const values = { ip, user_agent, actor_email, prev_values, new_values, metadata }
  const salts: Record<string, string> = {}
  const digests: Record<string, string> = {}
  for (const field of redactable) {
    // Through JSON, as the database will give it back.
    const { salt, digest } = saltedDigest(JSON.parse(JSON.stringify(values[field] ?? null)))
    salts[field] = salt
    digests[field] = digest
  }
  const hash = entryHash(ctx.app.keys, previous, fixed, digests)
  await append(ctx.db, { ...fixed, ...values, salts, digests }, previous, hash)
}
