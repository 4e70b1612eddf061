import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type ChainLink = { id: string; name: string; jobTitle: string | null }
export type ReportRow = ChainLink & { membershipId: string; department: string | null; reports: number }

const levelsAtMost = 50

/** The managers of a member: their own first, the highest last. */
export async function findManagers(
  db: Db,
  organizationId: string,
  membershipId: string,
): Promise<ChainLink[]> {
  const { rows } = await sql<ChainLink>`
    with recursive chain as (
      select manager_id, 0 as level from auth.memberships where organization_id = ${organizationId} and id = ${membershipId}
      union all
      select m.manager_id, chain.level + 1 from chain
        join auth.memberships m on m.organization_id = ${organizationId} and m.id = chain.manager_id
       where chain.level < ${levelsAtMost}
    )
    select u.id, u.name, m.job_title from chain
      join auth.memberships m on m.organization_id = ${organizationId} and m.id = chain.manager_id
      join auth.users u on u.id = m.user_id
     order by chain.level limit ${levelsAtMost}`.execute(db)
  return rows
}

/** Those who report to a member directly, newest members first. */
export async function findReports(
  db: Db,
  organizationId: string,
  membershipId: string,
  before: string | null,
  limit: number,
): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select m.id as membership_id, u.id, u.name, m.job_title, m.department,
           (select count(*)::int from (
              select 1 from auth.memberships r where r.organization_id = m.organization_id and r.manager_id = m.id limit 1000) few) as reports
      from auth.memberships m join auth.users u on u.id = m.user_id
     where m.organization_id = ${organizationId} and m.manager_id = ${membershipId}
       and (${before}::uuid is null or m.id < ${before}::uuid)
     order by m.id desc limit ${limit}`.execute(db)
  return rows
}

/** Whether one member stands above another, or is the same. Ask while the organization's row is locked. */
export async function standsAbove(
  db: Db,
  organizationId: string,
  aboveId: string,
  belowId: string,
): Promise<boolean> {
  const { rows } = await sql<{ above: boolean }>`
    with recursive chain as (
      select id, manager_id from auth.memberships where organization_id = ${organizationId} and id = ${belowId}
      union
      select m.id, m.manager_id from chain
        join auth.memberships m on m.organization_id = ${organizationId} and m.id = chain.manager_id
    )
    select exists (select 1 from chain where id = ${aboveId}) as above`.execute(db)
  return rows[0]?.above ?? false
}

export async function setManager(
  db: Db,
  organizationId: string,
  membershipId: string,
  managerId: string | null,
): Promise<void> {
  await sql`
    update auth.memberships set manager_id = ${managerId}::uuid,
           updated_at = greatest(clock_timestamp(), updated_at + interval '1 millisecond')
     where organization_id = ${organizationId} and id = ${membershipId}`.execute(db)
}

/** Where and as what somebody works. */
export type Employment = {
  jobTitle: string | null
  department: string | null
  officeLocation: string | null
  phone: string | null
  mobilePhone: string | null
}

export async function updateEmployment(
  db: Db,
  organizationId: string,
  membershipId: string,
  next: Employment,
): Promise<void> {
  await db
    .updateTable('auth.memberships')
    .set({
      ...next,
      updatedAt: sql`greatest(clock_timestamp(), updated_at + interval '1 millisecond')`,
    })
    .where('organizationId', '=', organizationId)
    .where('id', '=', membershipId)
    .execute()
}
