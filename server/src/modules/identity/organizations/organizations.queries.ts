import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import { coverUrl, logoUrl } from '../pictures/pictures.queries.ts'
import type { Terminology } from './terminology.ts'

/**
 * The first organization becomes the default one.
 * @returns its id, or null when the short name is taken
 */
export async function insertOrganization(
  db: Db,
  organization: { slug: string; name: string; description: string | null },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into auth.organizations (slug, name, description, is_default)
    values (${organization.slug}, ${organization.name}, ${organization.description},
            not exists (select 1 from auth.organizations where is_default))
    on conflict do nothing returning id`.execute(db)
  return rows[0]?.id ?? null
}

/** True once Stoa has an organization. */
export async function anyExists(db: Db): Promise<boolean> {
  const { rows } = await sql<{ exists: boolean }>`
    select exists (select 1 from auth.organizations) as exists`.execute(db)
  return rows[0]?.exists ?? false
}

export async function insertModules(db: Db, organizationId: string, keys: readonly string[]): Promise<void> {
  await db
    .insertInto('auth.modules')
    .values(keys.map((key, sortOrder) => ({ organizationId, key, sortOrder })))
    .execute()
}

/** Makes a person a member with a role, or leaves them as they are when they already belong. */
export async function insertMembership(
  db: Db,
  organizationId: string,
  userId: string,
  roleId: string,
): Promise<{ membershipId: string; isNew: boolean }> {
  const { rows } = await sql<{ id: string }>`
    insert into auth.memberships (organization_id, user_id) values (${organizationId}, ${userId})
    on conflict (organization_id, user_id) do nothing returning id`.execute(db)
  if (!rows[0]) {
    const found = await db
      .selectFrom('auth.memberships')
      .select('id')
      .where('organizationId', '=', organizationId)
      .where('userId', '=', userId)
      .executeTakeFirstOrThrow()
    return { membershipId: found.id, isNew: false }
  }
  await db
    .insertInto('auth.roleAssignments')
    .values({ organizationId, membershipId: rows[0].id, roleId, isPrimary: true })
    .execute()
  return { membershipId: rows[0].id, isNew: true }
}

export type OrganizationRow = {
  id: string
  slug: string
  name: string
  description: string | null
  website: string | null
  logoUrl: string | null
  /** The logo as a file, for those who draw it. */
  logoObjectId: string | null
  coverUrl: string | null
  accentColor: string | null
  customTerminology: Terminology
  defaultLanguage: string
  isDefault: boolean
  signUp: 'open' | 'invitation'
  updatedAt: Date
}

export async function findById(db: Db, id: string): Promise<OrganizationRow | null> {
  const { rows } = await sql<OrganizationRow>`
    select o.id, o.slug, o.name, o.description, o.website, ${logoUrl} as logo_url, ${coverUrl} as cover_url,
           o.accent_color, o.custom_terminology, o.default_language, o.is_default,
           coalesce(o.settings ->> 'signUp', 'open') as sign_up, o.updated_at, o.logo_object_id
      from auth.organizations o where o.id = ${id}`.execute(db)
  return rows[0] ?? null
}

export async function findDomains(db: Db, organizationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('auth.organizationDomains')
    .select('domain')
    .where('organizationId', '=', organizationId)
    .orderBy('domain')
    .limit(100)
    .execute()
  return rows.map((row) => row.domain)
}

export async function updateOrganization(
  db: Db,
  id: string,
  next: Pick<
    OrganizationRow,
    'name' | 'description' | 'website' | 'accentColor' | 'defaultLanguage' | 'customTerminology' | 'signUp'
  >,
): Promise<void> {
  await sql`
    update auth.organizations set name = ${next.name}, description = ${next.description}, website = ${next.website},
           accent_color = ${next.accentColor}, default_language = ${next.defaultLanguage},
           custom_terminology = ${JSON.stringify(next.customTerminology)}::jsonb,
           settings = settings || jsonb_build_object('signUp', ${next.signUp}::text),
           updated_at = greatest(clock_timestamp(), updated_at + interval '1 millisecond')
     where id = ${id}`.execute(db)
}

/**
 * Holds the organization's row until the transaction ends, so that two changes of its owners come one after
 * the other.
 */
export async function lockOrganization(db: Db, id: string): Promise<void> {
  await sql`select id from auth.organizations where id = ${id} for no key update`.execute(db)
}

/** Whether somebody other than this person can act as owner: an active member who is not banned. */
export async function hasOtherOwner(db: Db, organizationId: string, userId: string): Promise<boolean> {
  const { rows } = await sql<{ exists: boolean }>`
    select exists (
      select 1 from auth.roles r
        join auth.role_assignments a on a.organization_id = r.organization_id and a.role_id = r.id
        join auth.memberships m on m.organization_id = a.organization_id and m.id = a.membership_id
       where r.organization_id = ${organizationId} and r.key = 'owner' and m.status = 'active' and m.user_id <> ${userId}
         and exists (select 1 from auth.users u where u.id = m.user_id and u.deleted_at is null)
         and not exists (select 1 from auth.bans b where b.organization_id = m.organization_id and b.user_id = m.user_id
                          and b.lifted_at is null and (b.banned_until is null or b.banned_until > now()))
    ) as exists`.execute(db)
  return rows[0]?.exists ?? false
}

/** How many organizations a person owns. The person's row stays locked, so that two foundings are counted. */
export async function countOwned(db: Db, userId: string): Promise<number> {
  await sql`select id from auth.users where id = ${userId} for no key update`.execute(db)
  const { rows } = await sql<{ owned: number }>`
    select count(*)::int as owned from auth.memberships m
      join auth.role_assignments a on a.organization_id = m.organization_id and a.membership_id = m.id
      join auth.roles r on r.organization_id = a.organization_id and r.id = a.role_id and r.key = 'owner'
     where m.user_id = ${userId}`.execute(db)
  return rows[0]?.owned ?? 0
}

/** The organizations a person may switch to. */
export async function findOfPerson(
  db: Db,
  userId: string,
): Promise<Array<{ id: string; slug: string; name: string }>> {
  const { rows } = await sql<{ id: string; slug: string; name: string }>`
    select o.id, o.slug, o.name from auth.memberships m join auth.organizations o on o.id = m.organization_id
     where m.user_id = ${userId} and m.status = 'active'
       and not exists (select 1 from auth.bans b where b.organization_id = o.id and b.user_id = m.user_id
                        and b.lifted_at is null and (b.banned_until is null or b.banned_until > now()))
     order by lower(o.name), o.id limit 100`.execute(db)
  return rows
}

/** Takes a person out of an organization, with roles and overrides; false when they were not in it. */
export async function deleteMembership(db: Db, organizationId: string, userId: string): Promise<boolean> {
  const { rows } = await sql`
    delete from auth.memberships where organization_id = ${organizationId} and user_id = ${userId} returning id`.execute(
    db,
  )
  return rows.length === 1
}
