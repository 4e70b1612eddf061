import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import { groupCondition } from './filter-conditions.queries.ts'
import type { Filter } from './filters.ts'

export type GroupRow = {
  id: string
  externalId: string | null
  displayName: string
  roleId: string | null
  createdAt: Date
  updatedAt: Date
}
export type GroupMember = { groupId: string; value: string; display: string }

const columns = sql`g.id, g.external_id, g.display_name, g.role_id, g.created_at, g.updated_at`

/** Groups of a directory, oldest first, from a position on. */
export async function findGroups(
  db: Db,
  organizationId: string,
  wanted: { directoryId: string; filter: Filter | null; offset: number; limit: number },
): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select ${columns} from auth.directory_groups g
     where g.organization_id = ${organizationId} and g.directory_id = ${wanted.directoryId}
       and ${wanted.filter ? groupCondition(wanted.filter) : sql`true`}
     order by g.id offset ${wanted.offset} limit ${wanted.limit}`.execute(db)
  return rows
}

/** How many groups of a directory fit; without a filter the number that is kept. */
export async function countGroups(
  db: Db,
  organizationId: string,
  directoryId: string,
  filter: Filter | null,
): Promise<number> {
  const { rows } = filter
    ? await sql<{ groups: number }>`
        select count(*)::int as groups from auth.directory_groups g
         where g.organization_id = ${organizationId} and g.directory_id = ${directoryId} and ${groupCondition(filter)}`.execute(
        db,
      )
    : await sql<{ groups: number }>`
        select group_count as groups from auth.directory_syncs
         where organization_id = ${organizationId} and id = ${directoryId}`.execute(db)
  return rows[0]?.groups ?? 0
}

export async function findGroup(
  db: Db,
  organizationId: string,
  directoryId: string,
  id: string,
): Promise<GroupRow | null> {
  const { rows } = await sql<GroupRow>`
    select ${columns} from auth.directory_groups g
     where g.organization_id = ${organizationId} and g.directory_id = ${directoryId} and g.id = ${id}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** The same, held until the transaction ends. */
export async function holdGroup(
  db: Db,
  organizationId: string,
  directoryId: string,
  id: string,
): Promise<GroupRow | null> {
  const { rows } = await sql<GroupRow>`
    select ${columns} from auth.directory_groups g
     where g.organization_id = ${organizationId} and g.directory_id = ${directoryId} and g.id = ${id}
       for no key update`.execute(db)
  return rows[0] ?? null
}

/** Who is in these groups, in one statement. */
export async function findGroupMembers(
  db: Db,
  organizationId: string,
  groupIds: readonly string[],
): Promise<GroupMember[]> {
  if (groupIds.length === 0) return []
  const { rows } = await sql<GroupMember>`
    select gm.group_id, gm.membership_id as value,
           coalesce(m.directory_attributes ->> 'displayName', m.user_principal_name, '') as display
      from auth.directory_group_members gm
      join auth.memberships m on m.organization_id = gm.organization_id and m.id = gm.membership_id
     where gm.organization_id = ${organizationId} and gm.group_id = any(${groupIds}::uuid[])
     order by gm.group_id, gm.membership_id`.execute(db)
  return rows
}

export async function findMemberIds(db: Db, organizationId: string, groupId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select membership_id as id from auth.directory_group_members
     where organization_id = ${organizationId} and group_id = ${groupId}`.execute(db)
  return rows.map((row) => row.id)
}

/** @returns its id, or null when its name or external id is taken in the directory */
export async function insertGroup(
  db: Db,
  organizationId: string,
  group: { directoryId: string; displayName: string; externalId: string | null },
): Promise<string | null> {
  const row = await db
    .insertInto('auth.directoryGroups')
    .values({ organizationId, ...group })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Writes name and external id, and notes the moment, also when only the members changed. */
export async function updateGroup(
  db: Db,
  organizationId: string,
  id: string,
  next: { displayName: string; externalId: string | null },
): Promise<void> {
  await sql`
    update auth.directory_groups set display_name = ${next.displayName}, external_id = ${next.externalId},
           updated_at = greatest(clock_timestamp(), updated_at + interval '1 millisecond')
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

export async function setGroupRole(
  db: Db,
  organizationId: string,
  id: string,
  roleId: string | null,
): Promise<void> {
  await sql`
    update auth.directory_groups set role_id = ${roleId}::uuid where organization_id = ${organizationId} and id = ${id}`.execute(
    db,
  )
}

export async function deleteGroup(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from auth.directory_groups where organization_id = ${organizationId} and id = ${id} returning id`.execute(
    db,
  )
  return rows.length === 1
}

/** How many of these are people of the directory; they stay until the transaction ends. */
export async function holdPeople(
  db: Db,
  organizationId: string,
  directoryId: string,
  ids: readonly string[],
): Promise<number> {
  const { rows } = await sql`
    select id from auth.memberships
     where organization_id = ${organizationId} and directory_id = ${directoryId} and id = any(${ids}::uuid[])
     order by id for key share`.execute(db)
  return rows.length
}

/** @returns those who were not in the group before */
export async function addMembers(
  db: Db,
  organizationId: string,
  groupId: string,
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into auth.directory_group_members (organization_id, group_id, membership_id)
    select ${organizationId}, ${groupId}, id from unnest(${ids}::uuid[]) id on conflict do nothing
    returning membership_id as id`.execute(db)
  return rows.map((row) => row.id)
}

/** Takes people out of a group: these, or everybody but these. @returns those who were in it */
export async function removeMembers(
  db: Db,
  organizationId: string,
  groupId: string,
  which: { these: readonly string[] } | { butThese: readonly string[] },
): Promise<string[]> {
  const condition =
    'these' in which
      ? sql`membership_id = any(${which.these}::uuid[])`
      : sql`membership_id <> all(${which.butThese}::uuid[])`
  const { rows } = await sql<{ id: string }>`
    delete from auth.directory_group_members
     where organization_id = ${organizationId} and group_id = ${groupId} and ${condition} returning membership_id as id`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

export type MappedGroup = {
  id: string
  displayName: string
  role: { id: string; name: string; rank: number } | null
  people: number
  updatedAt: Date
}

/** Groups as an administrator gives them roles, newest first. */
export async function findMappedGroups(
  db: Db,
  organizationId: string,
  directoryId: string,
  before: string | null,
  limit: number,
): Promise<MappedGroup[]> {
  const { rows } = await sql<MappedGroup>`
    select g.id, g.display_name, g.updated_at,
           case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.name, 'rank', r.rank) end as role,
           (select count(*)::int from auth.directory_group_members gm
             where gm.organization_id = g.organization_id and gm.group_id = g.id) as people
      from auth.directory_groups g
      left join auth.roles r on r.organization_id = g.organization_id and r.id = g.role_id
     where g.organization_id = ${organizationId} and g.directory_id = ${directoryId}
       and (${before}::uuid is null or g.id < ${before}::uuid)
     order by g.id desc limit ${limit}`.execute(db)
  return rows
}
