import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type RoleRow = {
  id: string
  key: string
  name: string
  description: string | null
  rank: number
  permissions: string[]
  isDefault: boolean
  isBuiltIn: boolean
  /** Somebody holds it or is invited to it. */
  inUse: boolean
  /** Modules switched off for it. */
  modulesOff: string[]
  updatedAt: Date
}

const columns = sql`
  r.id, r.key, r.name, r.description, r.rank, r.permissions, r.is_default, r.is_built_in, r.updated_at,
  exists (select 1 from auth.role_assignments a where a.organization_id = r.organization_id and a.role_id = r.id)
    or exists (select 1 from auth.invitations i where i.organization_id = r.organization_id and i.role_id = r.id
                and i.status = 'pending' and i.expires_at > now()) as in_use,
  array(select m.key from auth.role_module_access ra
          join auth.modules m on m.organization_id = ra.organization_id and m.id = ra.module_id
         where ra.organization_id = r.organization_id and ra.role_id = r.id and not ra.has_access
         order by m.key) as modules_off`

/** All roles of an organization, highest first. */
export async function findRoles(db: Db, organizationId: string): Promise<RoleRow[]> {
  const { rows } = await sql<RoleRow>`
    select ${columns} from auth.roles r where r.organization_id = ${organizationId}
     order by r.rank desc, lower(r.name), r.id`.execute(db)
  return rows
}

export async function findRole(db: Db, organizationId: string, id: string): Promise<RoleRow | null> {
  const { rows } = await sql<RoleRow>`
    select ${columns} from auth.roles r where r.organization_id = ${organizationId} and r.id = ${id}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** Roles that are about to be given: they stay until the transaction ends. */
export async function holdRoles(db: Db, organizationId: string, ids: readonly string[]): Promise<RoleRow[]> {
  const { rows } = await sql<RoleRow>`
    select ${columns} from auth.roles r
     where r.organization_id = ${organizationId} and r.id = any(${ids}::uuid[])
     order by r.id for key share of r`.execute(db)
  return rows
}

export async function findRoleByKey(
  db: Db,
  organizationId: string,
  key: string,
): Promise<{ id: string } | null> {
  const row = await db
    .selectFrom('auth.roles')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ?? null
}

/** The role of people who come in by themselves. */
export async function findDefaultRole(db: Db, organizationId: string): Promise<{ id: string } | null> {
  const row = await db
    .selectFrom('auth.roles')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('isDefault', '=', true)
    .executeTakeFirst()
  return row ?? null
}

type NewRole = Pick<
  RoleRow,
  'key' | 'name' | 'description' | 'rank' | 'permissions' | 'isDefault' | 'isBuiltIn'
>

/** @returns ids of those whose key was free */
export async function insertRoles(db: Db, organizationId: string, roles: NewRole[]): Promise<string[]> {
  const rows = await db
    .insertInto('auth.roles')
    .values(roles.map((role) => ({ organizationId, ...role })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** How many roles there are; the organization's row stays locked, so that two new ones are both counted. */
export async function countRoles(db: Db, organizationId: string): Promise<number> {
  await sql`select id from auth.organizations where id = ${organizationId} for no key update`.execute(db)
  const { rows } = await sql<{ roles: number }>`
    select count(*)::int as roles from auth.roles where organization_id = ${organizationId}`.execute(db)
  return rows[0]?.roles ?? 0
}

export async function updateRole(
  db: Db,
  organizationId: string,
  id: string,
  next: Pick<RoleRow, 'name' | 'description' | 'rank' | 'permissions'>,
): Promise<void> {
  await sql`
    update auth.roles set name = ${next.name}, description = ${next.description}, rank = ${next.rank},
           permissions = ${next.permissions}::text[],
           updated_at = greatest(clock_timestamp(), updated_at + interval '1 millisecond')
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

/** False when somebody holds it: the foreign key is what decides, so a role given at this moment stays. */
export async function deleteUnusedRole(db: Db, organizationId: string, id: string): Promise<boolean> {
  // The lock waits for assignments that are being written and keeps new ones out.
  await sql`select id from auth.roles where organization_id = ${organizationId} and id = ${id} for update`.execute(
    db,
  )
  const { rows } = await sql`
    delete from auth.roles r where r.organization_id = ${organizationId} and r.id = ${id}
       and not exists (select 1 from auth.role_assignments a where a.organization_id = r.organization_id and a.role_id = r.id)
       and not exists (select 1 from auth.invitations i where i.organization_id = r.organization_id and i.role_id = r.id
                        and i.status = 'pending' and i.expires_at > now())
    returning r.id`.execute(db)
  return rows.length === 1
}

/** Switches a module for a role. False when there is no such module. */
export async function setRoleModule(
  db: Db,
  organizationId: string,
  roleId: string,
  moduleKey: string,
  hasAccess: boolean,
): Promise<boolean> {
  const { rows } = await sql`
    insert into auth.role_module_access as ra (organization_id, role_id, module_id, has_access)
    select m.organization_id, ${roleId}, m.id, ${hasAccess} from auth.modules m
     where m.organization_id = ${organizationId} and m.key = ${moduleKey}
    on conflict (organization_id, role_id, module_id) do update set has_access = excluded.has_access, updated_at = now()
    returning ra.id`.execute(db)
  return rows.length === 1
}
