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

/** Open dead letters of all organizations, oldest first. */
export async function openDeadLetters(
  db: Db,
  only: string | null,
): Promise<Array<{ organizationId: string; id: string }>> {
  const { rows } = await sql<{ organizationId: string; id: string }>`
    select organization_id, id from audit.dead_letters 
     where resolved_at is null and (${only}::uuid is null or organization_id = ${only}::uuid)
     order by failed_at limit 500`.execute(db)
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
