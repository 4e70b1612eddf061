import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

export async function insertOrganization(db: Db, organization: { slug: string; name: string; description: string | null }): Promise<string> {
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
  role: { key: string; name: string; description: string; rank: number; permissions: string[]; isDefault: boolean; isBuiltIn: boolean },
): Promise<string> {
  const row = await db.insertInto('auth.roles').values({ organizationId, ...role }).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function insertModules(db: Db, organizationId: string, keys: readonly string[]): Promise<void> {
  await db
    .insertInto('auth.modules')
    .values(keys.map((key, sortOrder) => ({ organizationId, key, sortOrder })))
    .execute()
}

/** Makes a person a member with a role, or leaves them as they are when they already belong. */
export async function insertMembership(db: Db, organizationId: string, userId: string, roleKey: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into auth.memberships (organization_id, user_id) values (${organizationId}, ${userId})
    on conflict (organization_id, user_id) do update set updated_at = now()
    returning id`.execute(db)
  const membershipId = rows[0]!.id
  await sql`
    insert into auth.role_assignments (organization_id, membership_id, role_id, is_primary)
    select organization_id, ${membershipId}, id, true from auth.roles
     where organization_id = ${organizationId} and key = ${roleKey}
    on conflict do nothing`.execute(db)
  return membershipId
}
