import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** What of the demonstration is there already. */
export type DemoState = {
  /** Some organization exists. */
  isInUse: boolean
  organizationId: string | null
  /** Courses by title. */
  courses: Record<string, string>
  hasLearners: boolean
}

/** Looks for the demonstration by its organization and the address of its owner. */
export async function findDemo(db: Db, demo: { slug: string; ownerEmail: string }): Promise<DemoState> {
  const { rows } = await sql<DemoState>`
    select exists (select 1 from auth.organizations) as is_in_use, o.id as organization_id,
           coalesce((select jsonb_object_agg(title, id) from learning.courses where organization_id = o.id), '{}') as courses,
           exists (select 1 from learning.enrollments where organization_id = o.id) as has_learners
      from (select 1) always
      left join auth.organizations o on o.slug = ${demo.slug}
       and exists (select 1 from auth.memberships m join auth.users u on u.id = m.user_id
                    where m.organization_id = o.id and u.email = ${demo.ownerEmail})`.execute(db)
  return rows[0] ?? { isInUse: false, organizationId: null, courses: {}, hasLearners: false }
}

export type DemoMember = {
  userId: string
  membershipId: string
  email: string
  name: string
  permissions: string[]
}

/** Members of an organization by their addresses. */
export async function findDemoMembers(
  db: Db,
  organizationId: string,
  emails: string[],
): Promise<DemoMember[]> {
  const { rows } = await sql<DemoMember>`
    select u.id as user_id, m.id as membership_id, u.email, u.name,
           coalesce((select array_agg(distinct permission)
                       from auth.role_assignments a
                       join auth.roles r on r.organization_id = a.organization_id and r.id = a.role_id
                      cross join unnest(r.permissions) permission
                      where a.organization_id = m.organization_id and a.membership_id = m.id), '{}') as permissions
      from auth.memberships m join auth.users u on u.id = m.user_id
     where m.organization_id = ${organizationId} and u.email = any(${emails}::text[])`.execute(db)
  return rows
}
