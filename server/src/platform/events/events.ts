import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { Ctx } from '../ctx.ts'
import { insertEvent, type OutboxRow } from './outbox.queries.ts'

/** A fact a module announces: a name in the past tense and the shape of its payload. */
export type EventKind<S extends TSchema = TSchema> = { name: string; schema: S }

/** Names a fact: `defineEvent('learning.lesson_finished', Type.Object({ … }))`. Payloads carry ids and facts, never rows. */
export const defineEvent = <S extends TSchema>(name: string, schema: S): EventKind<S> => ({ name, schema })

/** Writes the event with the change; it is dispatched after the commit, in order, at least once. */
export async function announce<S extends TSchema>(
  ctx: Ctx,
  kind: EventKind<S>,
  payload: Static<S>,
): Promise<void> {
  await insertEvent(ctx.db, outboxRow(ctx, kind, payload))
  wakeUp(ctx)
}

/** The row `announce` writes, for a statement that writes it together with the change; `wakeUp` belongs to it. */
export function outboxRow<S extends TSchema>(ctx: Ctx, kind: EventKind<S>, payload: Static<S>): OutboxRow {
  if (!Value.Check(kind.schema, payload)) {
    throw new Error(`The payload of ${kind.name} does not fit its schema.`)
  }
  const { kind: actorKind, userId, impersonatedBy } = ctx.actor
  return {
    organizationId: ctx.organizationId,
    name: kind.name,
    payload: JSON.stringify(payload),
    actor: JSON.stringify({ kind: actorKind, userId, impersonatedBy }),
    requestId: ctx.requestId,
  }
}

/** Has the dispatcher look as soon as the change is committed. */
export function wakeUp(ctx: Ctx): void {
  if (!ctx.afterCommit.includes(ctx.app.wake.up)) ctx.afterCommit.push(ctx.app.wake.up)
}

/** A fact that happened, as a subscriber gets it. */
export type Announced<P = unknown> = {
  id: string
  name: string
  seq: number
  payload: P
  occurredAt: Date
  requestId: string
  actorUserId: string | null
}

export type Subscriber = {
  /** Unique over all modules, `learning.certificate_on_completion`. */
  name: string
  event: string
  /** Must be idempotent: delivery is at least once. Runs in a transaction of its own. */
  handle(ctx: Ctx, event: Announced): Promise<void>
}

/** What a module does when a fact is announced. */
export function subscribe<S extends TSchema>(
  name: string,
  kind: EventKind<S>,
  handle: (ctx: Ctx, event: Announced<Static<S>>) => Promise<void>,
): Subscriber {
  return { name, event: kind.name, handle: handle as Subscriber['handle'] }
}
