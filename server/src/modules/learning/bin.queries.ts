import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { nodeKinds } from './kinds.ts'

/** What can lie in the bin. */
export const binKinds = ['course', ...nodeKinds, 'resource'] as const

export type BinRow = {
  id: string
  kind: (typeof binKinds)[number]
  title: string
  courseId: string
  courseTitle: string
  createdBy: string | null
  instructorId: string | null
  removedAt: Date
}

/** Everything in the bins of an organization. What lies below a removed part, or in a removed course, comes with it. */
const inBin = (organizationId: string) => sql`
  select c.id, 'course' as kind, c.title, c.id as course_id, c.title as course_title, c.created_by, c.instructor_id,
         c.deleted_at as removed_at
    from learning.courses c where c.organization_id = ${organizationId} and c.deleted_at is not null
  union all
  select n.id, n.kind, n.title, c.id, c.title, c.created_by, c.instructor_id, n.archived_at
    from learning.nodes n
    join learning.courses c on c.organization_id = n.organization_id and c.id = n.course_id and c.deleted_at is null
    left join learning.nodes a on a.organization_id = n.organization_id and a.id = n.parent_id
    left join learning.nodes b on b.organization_id = a.organization_id and b.id = a.parent_id
    left join learning.nodes m on m.organization_id = b.organization_id and m.id = b.parent_id
   where n.organization_id = ${organizationId} and n.status = 'archived'
     and 'archived' <> all (array[coalesce(a.status, ''), coalesce(b.status, ''), coalesce(m.status, '')])
  union all
  select r.id, 'resource', r.title, c.id, c.title, c.created_by, c.instructor_id, r.deleted_at
    from learning.resources r
    join learning.courses c on c.organization_id = r.organization_id and c.id = r.course_id and c.deleted_at is null
   where r.organization_id = ${organizationId} and r.deleted_at is not null`

/**
 * What lies in the bin, removed last first.
 * @param page.authorId only of courses this person made or teaches; null for all
 */
export async function listBin(
  db: Db,
  organizationId: string,
  page: { authorId: string | null; courseId: string | null; before: string | null; limit: number },
): Promise<BinRow[]> {
  const { rows } = await sql<BinRow>`
    with bin as (${inBin(organizationId)})
    select bin.* from bin
     where true
       ${page.authorId ? sql`and (created_by = ${page.authorId} or instructor_id = ${page.authorId})` : sql``}
       ${page.courseId ? sql`and course_id = ${page.courseId}` : sql``}
       ${page.before ? sql`and (removed_at, id) < (select removed_at, id from bin where id = ${page.before})` : sql``}
     order by removed_at desc, id desc limit ${page.limit}`.execute(db)
  return rows
}

export async function findInBin(db: Db, organizationId: string, id: string): Promise<BinRow | null> {
  const { rows } = await sql<BinRow>`
    select bin.* from (${inBin(organizationId)}) bin where id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Holds a course that is in the bin until the transaction ends; false when it is not, or not any more. */
export async function lockCourseInBin(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    select id from learning.courses
     where organization_id = ${organizationId} and id = ${id} and deleted_at is not null for no key update`.execute(
    db,
  )
  return rows.length === 1
}

/** Puts a course nobody ever joined into the bin; false when somebody did. */
export async function binCourse(
  db: Db,
  organizationId: string,
  id: string,
  by: { userId: string | null; now: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update learning.courses c
       set deleted_at = ${by.now}, deleted_by = ${by.userId}, deleted_from = status, status = 'archived',
           revision = revision + 1, updated_at = now()
     where c.organization_id = ${organizationId} and c.id = ${id} and c.deleted_at is null
       and not exists (select 1 from learning.enrollments e
                        where e.organization_id = c.organization_id and e.course_id = c.id)
    returning c.id`.execute(db)
  return rows.length === 1
}

/** Takes a course out of the bin, with the status it had. */
export async function unbinCourse(db: Db, organizationId: string, id: string): Promise<void> {
  await sql`
    update learning.courses
       set status = deleted_from, deleted_at = null, deleted_by = null, deleted_from = null, revision = revision + 1,
           updated_at = now()
     where organization_id = ${organizationId} and id = ${id} and deleted_at is not null`.execute(db)
}

/** Deletes a course in the bin for good. */
export async function deleteCourseInBin(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from learning.courses
     where organization_id = ${organizationId} and id = ${id} and deleted_at is not null returning id`.execute(
    db,
  )
  return rows.length === 1
}

/** Which parts and resources of a course's bin: one of them, those of some time ago, or all. */
export type BinChoice = { id?: string; before?: Date }

/** Deletes parts of a course in its bin for good, with everything on them. Returns their titles. */
export async function deleteNodesInBin(
  db: Db,
  organizationId: string,
  courseId: string,
  choice: BinChoice = {},
): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    delete from learning.nodes
     where organization_id = ${organizationId} and course_id = ${courseId} and status = 'archived'
       ${choice.id ? sql`and id = ${choice.id}` : sql``}
       ${choice.before ? sql`and archived_at < ${choice.before}` : sql``}
    returning title`.execute(db)
  return rows.map((row) => row.title)
}

/** Deletes resources of a course in its bin for good; their files stay. Returns their titles. */
export async function deleteResourcesInBin(
  db: Db,
  organizationId: string,
  courseId: string,
  choice: BinChoice = {},
): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    delete from learning.resources
     where organization_id = ${organizationId} and course_id = ${courseId} and deleted_at is not null
       ${choice.id ? sql`and id = ${choice.id}` : sql``}
       ${choice.before ? sql`and deleted_at < ${choice.before}` : sql``}
    returning title`.execute(db)
  return rows.map((row) => row.title)
}

/** Courses that lie in the bin, or have something in theirs, since before a moment. */
export async function findOldBins(
  db: Db,
  before: Date,
): Promise<Array<{ organizationId: string; courseId: string; isCourse: boolean }>> {
  const { rows } = await sql<{ organizationId: string; courseId: string; isCourse: boolean }>`
    /* all organizations: one look at what is old, then a transaction for each course */
    select organization_id, id as course_id, true as is_course from learning.courses where deleted_at < ${before}
    union
    select n.organization_id, n.course_id, false from learning.nodes n
      join learning.courses c on c.organization_id = n.organization_id and c.id = n.course_id and c.deleted_at is null
     where n.status = 'archived' and n.archived_at < ${before}
    union
    select r.organization_id, r.course_id, false from learning.resources r
      join learning.courses c on c.organization_id = r.organization_id and c.id = r.course_id and c.deleted_at is null
     where r.deleted_at < ${before}
     limit 1000`.execute(db)
  return rows
}
