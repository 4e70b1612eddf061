import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** Which of these files a course shows now: on its cover, in its description, on its pages, or as a resource. */
export async function findFilesShown(
  db: Db,
  organizationId: string,
  courseId: string,
  objectIds: string[],
): Promise<string[]> {
  if (objectIds.length === 0) return []
  const { rows } = await sql<{ objectId: string }>`
    with shown as (
      select object_id from learning.course_covers
       where organization_id = ${organizationId} and course_id = ${courseId}
      union all
      select object_id from learning.course_files
       where organization_id = ${organizationId} and course_id = ${courseId}
      union all
      select object_id from learning.resources
       where organization_id = ${organizationId} and course_id = ${courseId}
      union all
      select f.object_id from learning.block_files f
        join learning.blocks b on b.organization_id = f.organization_id and b.id = f.block_id
        join learning.nodes n on n.organization_id = b.organization_id and n.id = b.node_id
       where f.organization_id = ${organizationId} and n.course_id = ${courseId}
      union all
      select f.object_id from learning.quiz_files f
        join learning.quizzes q on q.organization_id = f.organization_id and q.id = f.quiz_id
        join learning.nodes n on n.organization_id = q.organization_id and n.id = q.node_id
       where f.organization_id = ${organizationId} and n.course_id = ${courseId}
    )
    select distinct object_id from shown where object_id = any(${objectIds}::uuid[])`.execute(db)
  return rows.map((row) => row.objectId)
}
