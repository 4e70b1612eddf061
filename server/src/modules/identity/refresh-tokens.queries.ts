import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

export type RefreshTokenRow = {
  id: number
  sessionId: string
  userId: string
  revoked: boolean
  /** Forgiven once already. */
  forgiven: boolean
  usedAt: Date
}

export async function insertRefreshToken(
  db: Db,
  token: { sessionId: string; userId: string; tokenHash: Buffer; parent: number | null },
): Promise<void> {
  await db.insertInto('auth.refreshTokens').values(token).execute()
}

/** Uses the current token of a family up. Of many tries at the same time one gets the row. */
export async function consumeRefreshToken(
  db: Db,
  tokenHash: Buffer,
  usedAt: Date,
): Promise<{ id: number; sessionId: string; userId: string } | null> {
  const { rows } = await sql<{ id: number; sessionId: string; userId: string }>`
    update auth.refresh_tokens set revoked = true, updated_at = ${usedAt}
     where token_hash = ${tokenHash} and not revoked
    returning id, session_id, user_id`.execute(db)
  return rows[0] ?? null
}

/** Uses up whichever token of a session is current; null when it has none. */
export async function consumeCurrent(db: Db, sessionId: string, usedAt: Date): Promise<number | null> {
  // Somebody may trade the token at this moment; what they get in its place is the current one then.
  for (;;) {
    const { rows } = await sql<{ id: number | null; hasCurrent: boolean }>`
      with used as (
        update auth.refresh_tokens set revoked = true, updated_at = ${usedAt}
         where session_id = ${sessionId} and not revoked returning id
      )
      select (select id from used) as id,
             exists (select 1 from auth.refresh_tokens where session_id = ${sessionId} and not revoked) as has_current`.execute(
      db,
    )
    const row = rows[0]
    if (row?.id !== null || !row.hasCurrent) return row?.id ?? null
  }
}

export async function findRefreshToken(db: Db, tokenHash: Buffer): Promise<RefreshTokenRow | null> {
  const { rows } = await sql<RefreshTokenRow>`
    select id, session_id, user_id, revoked, forgiven_at is not null as forgiven, updated_at as used_at
      from auth.refresh_tokens where token_hash = ${tokenHash}`.execute(db)
  return rows[0] ?? null
}

/** Whether the token that replaced this one is still unused. */
export async function hasCurrentChild(db: Db, sessionId: string, parent: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.refresh_tokens where session_id = ${sessionId} and parent = ${parent} and not revoked`.execute(
    db,
  )
  return rows.length === 1
}

/** Notes that a used token was answered once more; false when it was before. */
export async function forgive(db: Db, id: number): Promise<boolean> {
  const { rows } = await sql`
    update auth.refresh_tokens set forgiven_at = now() where id = ${id} and forgiven_at is null returning id`.execute(
    db,
  )
  return rows.length === 1
}

/** Counts one more token of a living session and moves its idle limit; null when the session has ended. */
export async function countToken(db: Db, sessionId: string, idleHours: number): Promise<number | null> {
  const { rows } = await sql<{ count: number }>`
    update auth.sessions s set refresh_token_counter = refresh_token_counter + 1, refreshed_at = now(), updated_at = now(),
           idle_after = least(not_after, now() + make_interval(hours => coalesce(
             (select p.session_idle_hours from auth.security_policies p where p.organization_id = s.organization_id),
             ${idleHours}::int)))
     where id = ${sessionId} and not_after > now() and idle_after > now()
       and exists (select 1 from auth.users u where u.id = s.user_id and u.deleted_at is null
                    and (u.banned_until is null or u.banned_until <= now()))
    returning refresh_token_counter as count`.execute(db)
  return rows[0]?.count ?? null
}

export async function findTokenCount(db: Db, sessionId: string): Promise<number | null> {
  const { rows } = await sql<{ count: number }>`
    select refresh_token_counter as count from auth.sessions
     where id = ${sessionId} and not_after > now() and idle_after > now()`.execute(db)
  return rows[0]?.count ?? null
}
