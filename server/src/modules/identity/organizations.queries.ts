import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Terminology } from './terminology.ts'

export async function insertOrganization(
  db: Db,
  organization: { slug: string; name: string; description: string | null },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into auth.organizations (slug, name, description, is_default)
    values (${organization.slug}, ${organization.name}, ${organization.description},
            not exists (select 1 from auth.organizations where is_default))
    returning id`.execute(db)
  return rows[0]!.id
}

export async function insertRole(
  db: Db,
  organizationId: string,
  role: {
    key: string
    name: string
    description: string
    rank: number
    permissions: string[]
    isDefault: boolean
    isBuiltIn: boolean
  },
): Promise<string> {
  const row = await db
    .insertInto('auth.roles')
    .values({ organizationId, ...role })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
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
  roleKey: string,
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
  await sql`
    insert into auth.role_assignments (organization_id, membership_id, role_id, is_primary)
    select organization_id, ${rows[0].id}, id, true from auth.roles
     where organization_id = ${organizationId} and key = ${roleKey}`.execute(db)
  return { membershipId: rows[0].id, isNew: true }
}

export type OrganizationRow = {
  id: string
  slug: string
  name: string
  description: string | null
  website: string | null
  logoObjectId: string | null
  accentColor: string | null
  customTerminology: Terminology
  defaultLanguage: string
  isDefault: boolean
  signUp: 'open' | 'invitation'
  updatedAt: Date
}

export async function findById(db: Db, id: string): Promise<OrganizationRow | null> {
  const { rows } = await sql<OrganizationRow>`
    select id, slug, name, description, website, logo_object_id, accent_color, custom_terminology, default_language,
           is_default, coalesce(settings ->> 'signUp', 'open') as sign_up, updated_at
      from auth.organizations where id = ${id}`.execute(db)
  return rows[0] ?? null
}
