import { CompiledQuery, sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import { type TokenFacts, tokenFacts } from './access-tokens.queries.ts'

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

const trade = `
  with used as (
    update auth.refresh_tokens set revoked = true, updated_at = $3
     where token_hash = $1 and not revoked returning id, session_id, user_id
  ), moved as (
    update auth.sessions s set refresh_token_counter = refresh_token_counter + 1, refreshed_at = now(), updated_at = now(),
           idle_after = least(s.not_after, now() + make_interval(hours => coalesce(
             (select p.session_idle_hours from auth.security_policies p where p.organization_id = s.organization_id), $4::int)))
      from used join auth.users u on u.id = used.user_id
     where s.id = used.session_id and s.not_after > now() and s.idle_after > now()
       and u.deleted_at is null and (u.banned_until is null or u.banned_until <= now())
    returning s.id
  ), next as (
    insert into auth.refresh_tokens (session_id, user_id, token_hash, parent)
    select used.session_id, used.user_id, $2, used.id from used join moved on moved.id = used.session_id
    returning session_id
  )
  select ${tokenFacts} from next join auth.sessions s on s.id = next.session_id join auth.users u on u.id = s.user_id`

/**
 * Uses the current token of a family up and puts the next one in its place, in one statement. Of many tries at
 * the same time one gets the facts of the session; null for the others, and when the session has ended.
 */
export async function tradeToken(
  db: Db,
  given: { tokenHash: Buffer; nextHash: Buffer; usedAt: Date; idleHours: number },
): Promise<TokenFacts | null> {
  const { tokenHash, nextHash, usedAt, idleHours } = given
  const { rows } = await db.executeQuery<TokenFacts>(
    CompiledQuery.raw(trade, [tokenHash, nextHash, usedAt, idleHours]),
  )
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

/** Hash of the token that replaced this one, as long as it is unused and the session lives. */
export async function findCurrentChild(db: Db, sessionId: string, parent: number): Promise<Buffer | null> {
  const { rows } = await sql<{ tokenHash: Buffer }>`
    select t.token_hash from auth.refresh_tokens t join auth.sessions s on s.id = t.session_id
     where t.session_id = ${sessionId} and t.parent = ${parent} and not t.revoked
       and s.not_after > now() and s.idle_after > now()`.execute(db)
  return rows[0]?.tokenHash ?? null
}

/** Notes that a used token was answered once more; false when it was before. */
export async function forgive(db: Db, id: number): Promise<boolean> {
  const { rows } = await sql`
    update auth.refresh_tokens set forgiven_at = now() where id = ${id} and forgiven_at is null returning id`.execute(
    db,
  )
  return rows.length === 1
}

/** Counts one more token of a living session and moves its idle limit; false when the session has ended. */
export async function countToken(db: Db, sessionId: string, idleHours: number): Promise<boolean> {
  const { rows } = await sql`
    update auth.sessions s set refresh_token_counter = refresh_token_counter + 1, refreshed_at = now(), updated_at = now(),
           idle_after = least(not_after, now() + make_interval(hours => coalesce(
             (select p.session_idle_hours from auth.security_policies p where p.organization_id = s.organization_id),
             ${idleHours}::int)))
     where id = ${sessionId} and not_after > now() and idle_after > now()
       and exists (select 1 from auth.users u where u.id = s.user_id and u.deleted_at is null
                    and (u.banned_until is null or u.banned_until <= now()))
    returning id`.execute(db)
  return rows.length === 1
}
