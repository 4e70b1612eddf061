import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import { avatarUrl } from '../pictures/pictures.queries.ts'

/** A member as administrators see them. */
export type MemberRow = {
  membershipId: string
  id: string
  name: string
  email: string | null
  avatarUrl: string | null
  headline: string | null
  bio: string | null
  emailConfirmed: boolean
  status: 'active' | 'inactive' | 'banned'
  jobTitle: string | null
  department: string | null
  officeLocation: string | null
  phone: string | null
  mobilePhone: string | null
  directory: { id: string; name: string } | null
  /** False while a directory named the person and they have not agreed yet: then nobody stands behind the row. */
  hasAccepted: boolean
  roles: Array<{ id: string; key: string; name: string; rank: number }>
  /** Highest rank of the roles. */
  rank: number
  /** Signs in with a second factor. */
  hasFactor: boolean
  lastSeenAt: Date | null
  lastSignInAt: Date | null
  joinedAt: Date
}

const columns = sql`
  m.id as membership_id, u.id, u.name, coalesce(u.email, case when m.accepted_at is null then m.directory_emails[1] end) as email, ${avatarUrl} as avatar_url, u.headline, u.bio,
  u.email_confirmed_at is not null as email_confirmed, m.job_title, m.department, m.office_location, m.phone, m.mobile_phone, m.last_seen_at,
  m.accepted_at is not null as has_accepted,
  exists (select 1 from auth.mfa_factors f where f.user_id = u.id and f.status = 'verified') as has_factor,
  case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.name) end as directory, u.last_sign_in_at,
  m.created_at as joined_at, coalesce(r.roles, '[]') as roles, coalesce(r.rank, 0) as rank,
  case when b.id is not null then 'banned' when m.status = 'active' then 'active' else 'inactive' end as status`

const sources = sql`
  auth.memberships m
  join auth.users u on u.id = m.user_id and u.deleted_at is null
  left join lateral (
    select max(role.rank) as rank,
           jsonb_agg(jsonb_build_object('id', role.id, 'key', role.key, 'name', role.name, 'rank', role.rank)
                     order by role.rank desc, role.name) as roles
      from auth.role_assignments a
      join auth.roles role on role.organization_id = a.organization_id and role.id = a.role_id
     where a.organization_id = m.organization_id and a.membership_id = m.id
  ) r on true
  left join auth.directory_syncs d on d.organization_id = m.organization_id and d.id = m.directory_id
  left join auth.bans b on b.organization_id = m.organization_id and b.user_id = m.user_id
   and b.lifted_at is null and (b.banned_until is null or b.banned_until > now())`

/** Members, newest first. */
export async function findMembers(
  db: Db,
  organizationId: string,
  wanted: {
    search: string | null
    role: string | null
    status: string | null
    hasFactor: boolean | null
    /** Seen since then, or not seen since then. */
    seenSince: Date | null
    notSeenSince: Date | null
    before: string | null
    limit: number
  },
): Promise<MemberRow[]> {
  const pattern = wanted.search ? `%${wanted.search.replace(/[\\%_]/g, '\\$&')}%` : null
  const conditions = [sql`m.organization_id = ${organizationId}`]
  if (pattern)
    conditions.push(sql`(u.name ilike ${pattern} or u.email ilike ${pattern}
      or (m.accepted_at is null and m.directory_emails[1] ilike ${pattern}))`)
  if (wanted.before) conditions.push(sql`m.id < ${wanted.before}::uuid`)
  const factor = sql`exists (select 1 from auth.mfa_factors f where f.user_id = m.user_id and f.status = 'verified')`
  if (wanted.hasFactor !== null) conditions.push(wanted.hasFactor ? factor : sql`not ${factor}`)
  if (wanted.seenSince) conditions.push(sql`m.last_seen_at >= ${wanted.seenSince}`)
  if (wanted.notSeenSince)
    conditions.push(sql`coalesce(m.last_seen_at, '-infinity') < ${wanted.notSeenSince}`)
  if (wanted.status === 'banned') conditions.push(sql`b.id is not null`)
  if (wanted.status === 'active') conditions.push(sql`b.id is null and m.status = 'active'`)
  if (wanted.status === 'inactive') conditions.push(sql`b.id is null and m.status <> 'active'`)
  if (wanted.role) {
    conditions.push(sql`exists (
      select 1 from auth.role_assignments a join auth.roles role on role.organization_id = a.organization_id and role.id = a.role_id
       where a.organization_id = m.organization_id and a.membership_id = m.id and role.key = ${wanted.role})`)
  }
  const { rows } = await sql<MemberRow>`
    select ${columns} from ${sources} where ${sql.join(conditions, sql` and `)}
     order by m.id desc limit ${wanted.limit}`.execute(db)
  return rows
}

export async function findMember(db: Db, organizationId: string, userId: string): Promise<MemberRow | null> {
  const { rows } = await sql<MemberRow>`
    select ${columns} from ${sources} where m.organization_id = ${organizationId} and m.user_id = ${userId}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** What only the page of one person shows. */
export async function findMemberExtras(
  db: Db,
  organizationId: string,
  member: { id: string; membershipId: string },
): Promise<{ sessions: number; modules: Array<{ key: string; hasAccess: boolean }> }> {
  const { rows } = await sql<{ sessions: number; modules: Array<{ key: string; hasAccess: boolean }> }>`
    select (select count(*)::int from auth.sessions s
             where s.user_id = ${member.id} and s.organization_id = ${organizationId}
               and s.not_after > now() and s.idle_after > now()) as sessions,
           coalesce((select jsonb_agg(jsonb_build_object('key', mo.key, 'hasAccess', ua.has_access) order by mo.key)
                       from auth.user_module_access ua
                       join auth.modules mo on mo.organization_id = ua.organization_id and mo.id = ua.module_id
                      where ua.organization_id = ${organizationId} and ua.membership_id = ${member.membershipId}), '[]') as modules`.execute(
    db,
  )
  return rows[0]!
}

/** Makes the roles of a member exactly these, beside those their directory gives; the first stays or becomes the primary one. */
export async function replaceRoles(
  db: Db,
  organizationId: string,
  membershipId: string,
  roleIds: readonly string[],
  by: string | null,
): Promise<void> {
  await sql`
    delete from auth.role_assignments
     where organization_id = ${organizationId} and membership_id = ${membershipId} and group_id is null
       and role_id <> all(${roleIds}::uuid[])`.execute(db)
  await sql`
    insert into auth.role_assignments (organization_id, membership_id, role_id, is_primary, assigned_by)
    select ${organizationId}, ${membershipId}, role_id, place = 1, ${by}
      from unnest(${roleIds}::uuid[]) with ordinality as wanted (role_id, place)
    on conflict (organization_id, membership_id, role_id) do update set is_primary = excluded.is_primary`.execute(
    db,
  )
}

/** Holds a member's row, so that two changes of their roles come one after the other. */
export async function lockMember(db: Db, organizationId: string, membershipId: string): Promise<boolean> {
  const { rows } = await sql`
    select id from auth.memberships
     where organization_id = ${organizationId} and id = ${membershipId} for no key update`.execute(db)
  return rows.length === 1
}

/** Whom a directory named and who has not agreed yet is made active by nobody but themselves. */
export async function setStatus(
  db: Db,
  organizationId: string,
  membershipId: string,
  status: 'active' | 'inactive',
): Promise<boolean> {
  const { rows } = await sql`
    update auth.memberships set status = ${status}, updated_at = now()
     where organization_id = ${organizationId} and id = ${membershipId} and status <> ${status}
       and (accepted_at is not null or ${status}::text <> 'active') returning id`.execute(db)
  return rows.length === 1
}

/** Switches a module for one member. False when there is no such module. */
export async function setMemberModule(
  db: Db,
  organizationId: string,
  membershipId: string,
  moduleKey: string,
  hasAccess: boolean,
  by: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    insert into auth.user_module_access as ua (organization_id, membership_id, module_id, has_access, granted_by)
    select m.organization_id, ${membershipId}, m.id, ${hasAccess}, ${by} from auth.modules m
     where m.organization_id = ${organizationId} and m.key = ${moduleKey}
    on conflict (organization_id, membership_id, module_id)
    do update set has_access = excluded.has_access, granted_by = excluded.granted_by, updated_at = now()
    returning ua.id`.execute(db)
  return rows.length === 1
}

/** Takes the switch of one member away, so that their roles decide again. */
export async function clearMemberModule(
  db: Db,
  organizationId: string,
  membershipId: string,
  moduleKey: string,
): Promise<boolean> {
  const { rows } = await sql`
    delete from auth.user_module_access ua using auth.modules m
     where ua.organization_id = ${organizationId} and ua.membership_id = ${membershipId}
       and m.organization_id = ua.organization_id and m.id = ua.module_id and m.key = ${moduleKey}
    returning ua.id`.execute(db)
  return rows.length === 1
}
