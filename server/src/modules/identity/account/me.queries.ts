import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import { avatarUrl } from '../pictures/pictures.queries.ts'
import type { Preferences } from './me.schemas.ts'

export type ProfileRow = {
  id: string
  name: string
  email: string | null
  headline: string | null
  bio: string | null
  website: string | null
  avatarUrl: string | null
  hasPassword: boolean
  createdAt: Date
  updatedAt: Date
}

export async function findProfile(db: Db, userId: string): Promise<ProfileRow | null> {
  const { rows } = await sql<ProfileRow>`
    select u.id, u.name, u.email, u.headline, u.bio, u.website, ${avatarUrl} as avatar_url,
           u.encrypted_password is not null as has_password, u.created_at, u.updated_at
      from auth.users u where u.id = ${userId} and u.deleted_at is null`.execute(db)
  return rows[0] ?? null
}

export async function updateProfile(
  db: Db,
  userId: string,
  next: Pick<ProfileRow, 'name' | 'headline' | 'bio' | 'website'>,
): Promise<void> {
  await sql`
    update auth.users set name = ${next.name}, headline = ${next.headline}, bio = ${next.bio}, website = ${next.website},
           updated_at = greatest(clock_timestamp(), updated_at + interval '1 millisecond')
     where id = ${userId}`.execute(db)
}

/** What a person prefers; the usual where they have not said. */
export async function findPreferences(db: Db, organizationId: string, userId: string): Promise<Preferences> {
  const { rows } = await sql<Preferences>`
    select coalesce(p.theme, 'system') as theme, coalesce(p.language, o.default_language, 'en') as language,
           coalesce(p.timezone, 'UTC') as time_zone, coalesce(p.date_format, 'medium') as date_format,
           coalesce(p.email_notifications, true) as email_notifications,
           coalesce(p.push_notifications, false) as push_notifications, coalesce(p.view_orders, '{}') as view_orders
      from (select 1) one
      left join auth.user_preferences p on p.user_id = ${userId}
      left join auth.organizations o on o.id = ${organizationId}`.execute(db)
  return rows[0]!
}

export async function upsertPreferences(db: Db, userId: string, next: Preferences): Promise<void> {
  const { timeZone: timezone, viewOrders, ...rest } = next
  const values = { ...rest, timezone, viewOrders: JSON.stringify(viewOrders), updatedAt: new Date() }
  await db
    .insertInto('auth.userPreferences')
    .values({ userId, ...values })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet(values))
    .execute()
}

export type MyRole = { id: string; key: string; name: string; rank: number }

/** Roles of a member, highest first, and who acts in their name by this session. */
export async function findMyRoles(db: Db, organizationId: string, membershipId: string): Promise<MyRole[]> {
  const { rows } = await sql<MyRole>`
    select r.id, r.key, r.name, r.rank from auth.role_assignments a
      join auth.roles r on r.organization_id = a.organization_id and r.id = a.role_id
     where a.organization_id = ${organizationId} and a.membership_id = ${membershipId}
     order by r.rank desc, r.name`.execute(db)
  return rows
}

export async function findImpersonation(
  db: Db,
  sessionId: string,
): Promise<{ by: { id: string; name: string }; reason: string | null } | null> {
  const { rows } = await sql<{ id: string; name: string; reason: string | null }>`
    select u.id, u.name, s.impersonation_reason as reason from auth.sessions s join auth.users u on u.id = s.impersonated_by
     where s.id = ${sessionId}`.execute(db)
  const row = rows[0]
  return row ? { by: { id: row.id, name: row.name }, reason: row.reason } : null
}
