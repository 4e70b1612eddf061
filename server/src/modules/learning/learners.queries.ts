import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { EnrollmentStatus } from './enrollments.schemas.ts'

export type LearnerRow = {
  enrollmentId: string
  userId: string
  status: EnrollmentStatus
  done: number
  total: number
  percent: number
  timeSpentSeconds: number
  startedAt: Date
  lastActivityAt: Date | null
  completedAt: Date | null
  tags: string[]
  isBanned: boolean
  banReason: string | null
  bannedUntil: Date | null
  certificateNumber: string | null
  certificateExpiresAt: Date | null
  certificateRevokedAt: Date | null
}

const learners = (organizationId: string, now: Date) => sql`
  select e.id as enrollment_id, e.user_id, e.status, e.done, c.page_total as total, e.percent, e.time_spent_seconds, e.started_at,
         e.last_activity_at, e.completed_at, e.tags, b.enrollment_id is not null as is_banned, b.reason as ban_reason, b.banned_until,
         k.number as certificate_number, k.expires_at as certificate_expires_at, r.revoked_at as certificate_revoked_at
    from learning.enrollments e
    join learning.courses c on c.organization_id = e.organization_id and c.id = e.course_id
    left join learning.course_bans b on b.organization_id = e.organization_id and b.enrollment_id = e.id
     and (b.banned_until is null or b.banned_until > ${now})
    left join learning.certificates k on k.organization_id = e.organization_id and k.enrollment_id = e.id
    left join learning.certificate_revocations r on r.organization_id = k.organization_id and r.certificate_id = k.id
   where e.organization_id = ${organizationId}`

/** Learners of a course, who joined last first. */
export async function listLearners(
  db: Db,
  organizationId: string,
  courseId: string,
  filter: {
    userIds: string[] | null
    status: string | null
    tag: string | null
    before: string | null
    limit: number
    now: Date
  },
): Promise<LearnerRow[]> {
  const conditions: RawBuilder<unknown>[] = [sql`e.course_id = ${courseId}`]
  if (filter.userIds) conditions.push(sql`e.user_id = any(${filter.userIds}::uuid[])`)
  if (filter.status) conditions.push(sql`e.status = ${filter.status}`)
  if (filter.tag) conditions.push(sql`${filter.tag} = any(e.tags)`)
  if (filter.before) conditions.push(sql`e.id < ${filter.before}`)
  const { rows } = await sql<LearnerRow>`
    ${learners(organizationId, filter.now)} and ${sql.join(conditions, sql` and `)}
    order by e.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

export async function findLearner(
  db: Db,
  organizationId: string,
  enrollmentId: string,
  now: Date,
): Promise<LearnerRow | null> {
  const { rows } = await sql<LearnerRow>`${learners(organizationId, now)} and e.id = ${enrollmentId}`.execute(
    db,
  )
  return rows[0] ?? null
}

export type NodeProgress = {
  nodeId: string
  done: number
  timeSpentSeconds: number
  lastViewedAt: Date | null
  completedAt: Date | null
}

export async function listProgress(
  db: Db,
  organizationId: string,
  enrollmentId: string,
): Promise<NodeProgress[]> {
  const { rows } = await sql<NodeProgress>`
    select node_id, done, time_spent_seconds, last_viewed_at, completed_at from learning.progress
     where organization_id = ${organizationId} and enrollment_id = ${enrollmentId}`.execute(db)
  return rows
}

export type LearnerAttempt = {
  id: string
  nodeId: string
  nodeTitle: string
  number: number
  state: 'open' | 'submitted'
  score: number | null
  correctAnswers: number | null
  totalQuestions: number
  passed: boolean | null
  startedAt: Date
  submittedAt: Date | null
}

/** A learner's attempts at the quizzes of a course, the latest first. */
export async function listAttempts(
  db: Db,
  organizationId: string,
  enrollmentId: string,
): Promise<LearnerAttempt[]> {
  const { rows } = await sql<LearnerAttempt>`
    select a.id, n.id as node_id, n.title as node_title, a.number, a.state, a.score, a.correct_answers, a.total_questions, a.passed,
           a.started_at, a.submitted_at
      from learning.attempts a
      join learning.quizzes q on q.organization_id = a.organization_id and q.id = a.quiz_id
      join learning.nodes n on n.organization_id = q.organization_id and n.id = q.node_id
     where a.organization_id = ${organizationId} and a.enrollment_id = ${enrollmentId}
     order by a.id desc limit 500`.execute(db)
  return rows
}

export async function setTags(
  db: Db,
  organizationId: string,
  enrollmentId: string,
  tags: string[],
): Promise<void> {
  await sql`update learning.enrollments set tags = ${tags}, updated_at = now()
             where organization_id = ${organizationId} and id = ${enrollmentId}`.execute(db)
}

/** Which of these people are in a course already. */
export async function whoIsIn(
  db: Db,
  organizationId: string,
  courseId: string,
  userIds: string[],
): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    select user_id from learning.enrollments
     where organization_id = ${organizationId} and course_id = ${courseId} and user_id = any(${userIds}::uuid[])
       and status in ('active', 'completed')`.execute(db)
  return rows.map((row) => row.userId)
}
