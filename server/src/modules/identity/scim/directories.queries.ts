import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type Directory = {
  id: string
  organizationId: string
  name: string
  status: 'active' | 'paused'
  defaultRoleId: string | null
}

export type DirectoryRow = Directory & {
  defaultRoleName: string | null
  lastSyncAt: Date | null
  lastError: string | null
  personCount: number
  groupCount: number
  createdAt: Date
  updatedAt: Date
}

const columns = sql`
  d.id, d.organization_id, d.name, d.status, d.default_role_id, r.name as default_role_name, d.last_sync_at, d.last_error,
  d.person_count, d.group_count, d.created_at, d.updated_at`
const sources = sql`
  auth.directory_syncs d left join auth.roles r on r.organization_id = d.organization_id and r.id = d.default_role_id`

export async function findDirectories(
  db: Db,
  organizationId: string,
  limit: number,
): Promise<DirectoryRow[]> {
  const { rows } = await sql<DirectoryRow>`
    select ${columns} from ${sources} where d.organization_id = ${organizationId} order by d.id desc limit ${limit}`.execute(
    db,
  )
  return rows
}

export async function findDirectory(
  db: Db,
  organizationId: string,
  id: string,
): Promise<DirectoryRow | null> {
  const { rows } = await sql<DirectoryRow>`
    select ${columns} from ${sources} where d.organization_id = ${organizationId} and d.id = ${id}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** How many there are; the organization's row stays locked, so that two new ones are both counted. */
export async function countDirectories(db: Db, organizationId: string): Promise<number> {
  await sql`select id from auth.organizations where id = ${organizationId} for no key update`.execute(db)
  const { rows } = await sql<{ directories: number }>`
    select count(*)::int as directories from auth.directory_syncs where organization_id = ${organizationId}`.execute(
    db,
  )
  return rows[0]?.directories ?? 0
}

/** @returns its id, or null when there is one of this name */
export async function insertDirectory(
  db: Db,
  organizationId: string,
  directory: { name: string; defaultRoleId: string | null; createdBy: string | null },
): Promise<string | null> {
  const row = await db
    .insertInto('auth.directorySyncs')
    .values({ organizationId, ...directory })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** @returns false when another one has this name */
export async function updateDirectory(
  db: Db,
  organizationId: string,
  id: string,
  next: { name: string; defaultRoleId: string | null; status: 'active' | 'paused' },
): Promise<boolean> {
  const { rows } = await sql`
    update auth.directory_syncs d set name = ${next.name}, default_role_id = ${next.defaultRoleId}, status = ${next.status},
           updated_at = greatest(clock_timestamp(), updated_at + interval '1 millisecond')
     where organization_id = ${organizationId} and id = ${id}
       and not exists (select 1 from auth.directory_syncs o where o.organization_id = d.organization_id and o.id <> d.id
                        and lower(o.name) = lower(${next.name}::text))
    returning id`.execute(db)
  return rows.length === 1
}

/** Its people stay members; its groups, and the roles they gave, go. */
export async function deleteDirectory(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from auth.directory_syncs where organization_id = ${organizationId} and id = ${id} returning id`.execute(
    db,
  )
  return rows.length === 1
}

/** Notes that a directory was here, at most every ten seconds, and how its last write went. */
export async function noteVisit(
  db: Db,
  organizationId: string,
  id: string,
  prefix: string,
  outcome: { isWrite: boolean; error: string | null },
): Promise<void> {
  await sql`
    with token as (
      update auth.directory_tokens set last_used_at = now()
       where prefix = ${prefix} and organization_id = ${organizationId}
         and (last_used_at is null or last_used_at < now() - interval '1 minute')
    )
    update auth.directory_syncs
       set last_sync_at = case when ${outcome.error}::text is null then now() else last_sync_at end,
           last_error = case when ${outcome.isWrite}::boolean then ${outcome.error}::text else last_error end
     where organization_id = ${organizationId} and id = ${id}
       and (last_sync_at is null or last_sync_at < now() - interval '10 seconds'
            or (${outcome.isWrite}::boolean and last_error is distinct from ${outcome.error}::text))`.execute(
    db,
  )
}

/** Holds a directory that is about to go. @returns the members who hold roles through its groups */
export async function holdWithRoleHolders(db: Db, organizationId: string, id: string): Promise<string[]> {
  await sql`
    select id from auth.directory_syncs where organization_id = ${organizationId} and id = ${id} for update`.execute(
    db,
  )
  const { rows } = await sql<{ id: string }>`
    select distinct gm.membership_id as id from auth.directory_groups g
      join auth.directory_group_members gm on gm.organization_id = g.organization_id and gm.group_id = g.id
     where g.organization_id = ${organizationId} and g.directory_id = ${id} and g.role_id is not null`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

export async function findProvenDomains(db: Db, organizationId: string): Promise<string[]> {
  const { rows } = await sql<{ domain: string }>`
    select domain from auth.proven_domains where organization_id = ${organizationId} order by domain limit 100`.execute(
    db,
  )
  return rows.map((row) => row.domain)
}
