import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** Whether a person exists, and is kept out; null when they do not exist. */
export async function findStanding(db: Db, userId: string): Promise<{ isBanned: boolean } | null> {
  const { rows } = await sql<{ isBanned: boolean }>`
    select coalesce(u.banned_until > now(), false) as is_banned
      from auth.users u where u.id = ${userId} and u.deleted_at is null`.execute(db)
  return rows[0] ?? null
}

/** The short name of an organization, or null. */
export async function findOrganizationSlug(db: Db, organizationId: string): Promise<string | null> {
  const row = await db
    .selectFrom('auth.organizations')
    .select('slug')
    .where('id', '=', organizationId)
    .executeTakeFirst()
  return row?.slug ?? null
}
