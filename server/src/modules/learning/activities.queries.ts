import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

export const activityTypes = [
  'logged_in',
  'completed_lesson',
  'downloaded_file',
  'missed_assignment',
  'submitted_assignment',
  'viewed_lesson',
  'started_course',
] as const
export type ActivityType = (typeof activityTypes)[number]

export type Activity = {
  id: string
  type: ActivityType
  nodeId: string | null
  nodeTitle: string | null
  description: string | null
  createdAt: Date
}

/** What a learner did in a course, the latest first. */
export async function listActivities(
  db: Db,
  organizationId: string,
  enrollmentId: string,
  page: { limit: number; before: string | null },
): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select a.id, a.type, n.id as node_id, n.title as node_title, a.description, a.created_at
      from learning.activities a
      left join learning.nodes n on n.organization_id = a.organization_id and n.id = (a.metadata->>'nodeId')::uuid
     where a.organization_id = ${organizationId} and a.enrollment_id = ${enrollmentId}
       ${page.before ? sql`and a.id < ${page.before}` : sql``}
     order by a.id desc limit ${page.limit + 1}`.execute(db)
  return rows
}
