import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** What a learner did in the courses of one organization. */
export async function findLearningOf(
  db: Db,
  organizationId: string,
  userId: string,
): Promise<{
  courses: object[]
  pages: object[]
  attempts: object[]
  certificates: object[]
  activities: object[]
}> {
  const { rows: courses } = await sql<object>`
    select c.title, e.status, e.percent, e.time_spent_seconds, e.started_at, e.completed_at, e.cancelled_at, e.last_activity_at
      from learning.enrollments e
      join learning.courses c on c.organization_id = e.organization_id and c.id = e.course_id
     where e.organization_id = ${organizationId} and e.user_id = ${userId} order by e.id`.execute(db)
  const { rows: pages } = await sql<object>`
    select c.title as course, n.title as page, p.completed_at
      from learning.enrollments e
      join learning.courses c on c.organization_id = e.organization_id and c.id = e.course_id
      join learning.completions p on p.organization_id = e.organization_id and p.enrollment_id = e.id
      join learning.nodes n on n.organization_id = p.organization_id and n.id = p.node_id
     where e.organization_id = ${organizationId} and e.user_id = ${userId} order by p.completed_at`.execute(
    db,
  )
  const { rows: attempts } = await sql<object>`
    select c.title as course, a.number, a.state, a.answers, a.score, a.passed, a.started_at, a.submitted_at
      from learning.enrollments e
      join learning.courses c on c.organization_id = e.organization_id and c.id = e.course_id
      join learning.attempts a on a.organization_id = e.organization_id and a.enrollment_id = e.id
     where e.organization_id = ${organizationId} and e.user_id = ${userId} order by a.id`.execute(db)
  const { rows: certificates } = await sql<object>`
    select number, recipient_name, course_title, issued_at, expires_at from learning.certificates
     where organization_id = ${organizationId} and user_id = ${userId} order by id`.execute(db)
  const { rows: activities } = await sql<object>`
    select c.title as course, a.type, a.description, a.created_at
      from learning.enrollments e
      join learning.courses c on c.organization_id = e.organization_id and c.id = e.course_id
      join learning.activities a on a.organization_id = e.organization_id and a.enrollment_id = e.id
     where e.organization_id = ${organizationId} and e.user_id = ${userId} order by a.created_at limit 50000`.execute(
    db,
  )
  return { courses, pages, attempts, certificates, activities }
}

/** What a learner wrote goes, and the name on certificates; that somebody passed stays, so that counts stay true. */
export async function eraseLearningOf(
  db: Db,
  organizationId: string,
  userId: string,
  name: string,
): Promise<void> {
  await sql`
    update learning.certificates set recipient_name = ${name}
     where organization_id = ${organizationId} and user_id = ${userId}`.execute(db)
  await sql`
    update learning.attempts a set answers = '{}'
      from learning.enrollments e
     where e.organization_id = ${organizationId} and e.user_id = ${userId}
       and a.organization_id = e.organization_id and a.enrollment_id = e.id and a.state = 'submitted'`.execute(
    db,
  )
  await sql`
    delete from learning.attempts a using learning.enrollments e
     where e.organization_id = ${organizationId} and e.user_id = ${userId}
       and a.organization_id = e.organization_id and a.enrollment_id = e.id and a.state = 'open'`.execute(db)
  await sql`
    delete from learning.activities a using learning.enrollments e
     where e.organization_id = ${organizationId} and e.user_id = ${userId}
       and a.organization_id = e.organization_id and a.enrollment_id = e.id`.execute(db)
}
