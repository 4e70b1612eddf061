import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

export async function insertDeadLetter(
  db: Db,
  organizationId: string,
  error: string,
  entry: object,
): Promise<void> {
  await db
    .insertInto('audit.deadLetters')
    .values({ organizationId, error, eventData: JSON.stringify(entry) })
    .execute()
}

export type DeadLetter = {
  id: string
  failedAt: Date
  error: string
  eventData: Record<string, unknown>
  retryCount: number
  lastRetryAt: Date | null
  resolvedAt: Date | null
}

export async function listDeadLetters(
  db: Db,
  organizationId: string,
  page: { limit: number; before: string | null },
): Promise<DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    select id, failed_at, error, event_data, retry_count, last_retry_at, resolved_at
      from audit.dead_letters
     where organization_id = ${organizationId} ${page.before ? sql`and id < ${page.before}` : sql``}
     order by id desc limit ${page.limit}`.execute(db)
  return rows
}

/** Some open dead letters of all organizations: those whose last try is longest ago, so that none waits behind others. */
export async function openDeadLetters(
  db: Db,
  only: string | null,
): Promise<Array<{ organizationId: string; id: string }>> {
  const { rows } = await sql<{ organizationId: string; id: string }>`
    select organization_id, id from audit.dead_letters
     where resolved_at is null and (${only}::uuid is null or organization_id = ${only}::uuid)
     order by coalesce(last_retry_at, failed_at) limit 100`.execute(db)
  return rows
}

/** Locks an open dead letter; null when another process has it or it is resolved. */
export async function lockDeadLetter(
  db: Db,
  organizationId: string,
  id: string,
): Promise<{ eventData: unknown } | null> {
  const { rows } = await sql<{ eventData: unknown }>`
    select event_data from audit.dead_letters
     where organization_id = ${organizationId} and id = ${id} and resolved_at is null for update skip locked`.execute(
    db,
  )
  return rows[0] ?? null
}

/** True when the entry of a letter is in the chain already: a resolved letter that was opened again says nothing new. */
export async function isWritten(
  db: Db,
  entry: { organization_id: string; request_id: string; id: string },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from audit.entries
     where organization_id = ${entry.organization_id} and request_id = ${entry.request_id} and id = ${entry.id}`.execute(
    db,
  )
  return rows.length > 0
}

export async function resolveDeadLetter(db: Db, organizationId: string, id: string): Promise<void> {
  await sql`
    update audit.dead_letters set resolved_at = now(), last_retry_at = now(), retry_count = retry_count + 1
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

export async function noteFailedRetry(
  db: Db,
  organizationId: string,
  id: string,
  error: string,
): Promise<void> {
  await sql`
    update audit.dead_letters set error = ${error}, last_retry_at = now(), retry_count = retry_count + 1
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}
