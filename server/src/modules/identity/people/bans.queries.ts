import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type BanRow = {
  id: string
  reason: string
  bannedUntil: Date | null
  bannedAt: Date
  bannedById: string | null
}

/** The ban that keeps a person out now. */
export async function findOpenBan(db: Db, organizationId: string, userId: string): Promise<BanRow | null> {
  const { rows } = await sql<BanRow>`
    select id, reason, banned_until, created_at as banned_at, banned_by as banned_by_id from auth.bans
     where organization_id = ${organizationId} and user_id = ${userId} and lifted_at is null
       and (banned_until is null or banned_until > now())`.execute(db)
  return rows[0] ?? null
}

/** Bans a person, or changes the ban they are under. A ban that ran out stays in the history as it was. */
export async function upsertBan(
  db: Db,
  organizationId: string,
  ban: { userId: string; reason: string; until: Date | null; bannedBy: string | null },
): Promise<string> {
  await sql`
    update auth.bans set lifted_at = banned_until
     where organization_id = ${organizationId} and user_id = ${ban.userId} and lifted_at is null and banned_until <= now()`.execute(
    db,
  )
  const { rows } = await sql<{ id: string }>`
    insert into auth.bans (organization_id, user_id, reason, banned_until, banned_by)
    values (${organizationId}, ${ban.userId}, ${ban.reason}, ${ban.until}, ${ban.bannedBy})
    on conflict (organization_id, user_id) where lifted_at is null
    do update set reason = excluded.reason, banned_until = excluded.banned_until, banned_by = excluded.banned_by
    returning id`.execute(db)
  return rows[0]!.id
}

/** @returns the ban's id, or null when there was none */
export async function liftBan(
  db: Db,
  organizationId: string,
  userId: string,
  liftedBy: string | null,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    update auth.bans set lifted_at = now(), lifted_by = ${liftedBy}
     where organization_id = ${organizationId} and user_id = ${userId} and lifted_at is null
       and (banned_until is null or banned_until > now())
    returning id`.execute(db)
  return rows[0]?.id ?? null
}
