import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

export type Remembered = {
  /** Keyed digest of the request. */
  fingerprint: string
  status: number | null
  headers: Record<string, string> | null
  /** Sealed. */
  body: string | null
}

/**
 * Claims a key in the caller's transaction. A second request with the same key waits here for the first one
 * to commit (unique index) and then gets what it answered.
 */
export async function claim(
  db: Db,
  caller: string,
  key: string,
  fingerprint: string,
): Promise<Remembered | null> {
  const { rows } = await sql`
    insert into platform.idempotency_keys (caller, key, fingerprint) values (${caller}, ${key}, ${fingerprint})
    on conflict do nothing returning key`.execute(db)
  if (rows.length === 1) return null
  const found = await sql<Remembered>`
    select fingerprint, status, headers, body from platform.idempotency_keys
     where caller = ${caller} and key = ${key}`.execute(db)
  return found.rows[0] ?? null
}

export async function remember(
  db: Db,
  caller: string,
  key: string,
  answer: { status: number; body: string | null },
): Promise<void> {
  await sql`
    update platform.idempotency_keys set status = ${answer.status}, body = ${answer.body}
     where caller = ${caller} and key = ${key}`.execute(db)
}
