import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'

/** An event as it is written; payload and actor as JSON text. */
export type OutboxRow = {
  organizationId: string
  name: string
  payload: string
  actor: string
  requestId: string
}

export async function insertEvent(db: Db, row: OutboxRow): Promise<void> {
  await sql`
    insert into platform.outbox (organization_id, name, payload, actor, request_id)
    values (${row.organizationId}, ${row.name}, ${row.payload}, ${row.actor}, ${row.requestId})`.execute(db)
}

/**
 * The same as a part of the statement that makes the change: one event for each row of `change`.
 * @param rest what of the payload only the change knows, as a JSON object
 */
export const eventOfChange = (row: OutboxRow, rest: RawBuilder<unknown>, change: RawBuilder<unknown>) => sql`
  insert into platform.outbox (organization_id, name, payload, actor, request_id)
  select ${row.organizationId}, ${row.name}, ${row.payload}::jsonb || ${rest}, ${row.actor}, ${row.requestId} from ${change}`

/** Organizations with events in waiting. */
export async function organizationsWaiting(db: Db): Promise<string[]> {
  const { rows } = await sql<{ organizationId: string }>`
    select distinct organization_id from platform.outbox where dispatched_at is null limit 1000`.execute(db)
  return rows.map((row) => row.organizationId)
}

/** Only one process dispatches for an organization; held until the transaction ends. */
export async function takeTurn(db: Db, organizationId: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`outbox:${organizationId}`}, 0)) as taken`.execute(db)
  return rows[0]?.taken ?? false
}

export type WaitingEvent = {
  id: string
  seq: number
  name: string
  payload: unknown
  actor: { kind: string; userId: string | null }
  requestId: string
  occurredAt: Date
}

/**
 * Numbers the next events of an organization and hands them out in order. Those of transactions that are
 * still open, or younger than one that is, wait: otherwise an event could be numbered before an earlier one.
 */
export async function nextInLine(db: Db, organizationId: string, limit: number): Promise<WaitingEvent[]> {
  const { rows } = await sql<WaitingEvent>`
    with ready as (
      select id, row_number() over (order by seq nulls last, written_in, id) as place
        from platform.outbox
       where organization_id = ${organizationId} and dispatched_at is null
         and written_in < pg_snapshot_xmin(pg_current_snapshot())
       order by seq nulls last, written_in, id
       limit ${limit}
    ), fresh as (
      select ready.id, row_number() over (order by ready.place) as n
        from ready join platform.outbox o on o.organization_id = ${organizationId} and o.id = ready.id
       where o.seq is null
    ), counter as (
      insert into platform.counters (organization_id, kind, value)
      select ${organizationId}, 'outbox', count(*) from fresh having count(*) > 0
      on conflict (organization_id, kind) do update set value = platform.counters.value + excluded.value
      returning value - (select count(*) from fresh) as base
    ), numbered as (
      update platform.outbox o set seq = counter.base + fresh.n
        from fresh, counter
       where o.organization_id = ${organizationId} and o.id = fresh.id
      returning o.id, o.seq
    )
    select o.id, coalesce(numbered.seq, o.seq) as seq, o.name, o.payload, o.actor, o.request_id, o.occurred_at
      from ready join platform.outbox o on o.organization_id = ${organizationId} and o.id = ready.id
      left join numbered on numbered.id = o.id
     order by 2`.execute(db)
  return rows
}

export async function markDispatched(db: Db, organizationId: string, ids: string[]): Promise<void> {
  await db
    .updateTable('platform.outbox')
    .set({ dispatchedAt: sql`now()` })
    .where('organizationId', '=', organizationId)
    .where('id', 'in', ids)
    .execute()
}
