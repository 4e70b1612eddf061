import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** What an app may learn of a member of its organization. */
type AccountFacts = {
  name: string
  email: string | null
  emailVerified: boolean
  phone: string | null
  phoneVerified: boolean
  picture: string | null
  locale: string
  zoneinfo: string
  updatedAt: Date
  organizationRole: string | null
}

/** A person as the apps of an organization see them; null unless they are a member in good standing. */
export async function findAccountFacts(
  db: Db,
  organizationId: string,
  userId: string,
): Promise<AccountFacts | null> {
  const { rows } = await sql<AccountFacts>`
    select u.name, u.email, u.email_confirmed_at is not null as email_verified, u.phone,
           u.phone_confirmed_at is not null as phone_verified, coalesce(u.raw_user_meta_data ->> 'avatar_url', u.raw_user_meta_data ->> 'picture') as picture, u.updated_at,
           coalesce(p.language, o.default_language, 'en') as locale, coalesce(p.timezone, 'UTC') as zoneinfo,
           (select r.key from auth.role_assignments a
              join auth.roles r on r.organization_id = a.organization_id and r.id = a.role_id
             where a.organization_id = m.organization_id and a.membership_id = m.id
             order by r.rank desc, r.id limit 1) as organization_role
      from auth.memberships m
      join auth.organizations o on o.id = m.organization_id
      join auth.users u on u.id = m.user_id
      left join auth.user_preferences p on p.user_id = u.id
     where m.organization_id = ${organizationId} and m.user_id = ${userId} and m.status = 'active'
       and u.deleted_at is null and (u.banned_until is null or u.banned_until <= now())
       and not exists (select 1 from auth.bans b where b.organization_id = m.organization_id and b.user_id = u.id
                        and b.lifted_at is null and (b.banned_until is null or b.banned_until > now()))`.execute(
    db,
  )
  return rows[0] ?? null
}

/** How the person of a session proved who they are, as it is kept. */
export async function findProofs(db: Db, sessionId: string): Promise<string[]> {
  const { rows } = await sql<{ method: string }>`
    select authentication_method as method from auth.mfa_amr_claims where session_id = ${sessionId}
     order by updated_at`.execute(db)
  return rows.map((row) => row.method)
}
