import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { EnrollmentStatus } from './enrollments.schemas.ts'

export type Enrollment = {
  id: string
  courseId: string
  status: EnrollmentStatus
  done: number
  total: number
  percent: number
  startedAt: Date
  completedAt: Date | null
  expiresAt: Date | null
}

export type JoinableCourse = {
  id: string
  title: string
  status: string
  visibility: string
  priceMinor: number
  currency: string
  createdBy: string | null
  instructorId: string | null
  /** Status of my enrolment; null when I never joined. */
  enrollmentStatus: EnrollmentStatus | null
}

/** A course with what matters for joining it; null when there is none. */
export async function findJoinable(
  db: Db,
  organizationId: string,
  courseId: string,
  userId: string | null,
): Promise<JoinableCourse | null> {
  const { rows } = await sql<JoinableCourse>`
    select c.id, c.title, c.status, c.visibility, c.price_minor, c.currency, c.created_by, c.instructor_id, e.status as enrollment_status
      from learning.courses c
      left join learning.enrollments e on e.organization_id = c.organization_id and e.course_id = c.id and e.user_id = ${userId}
     where c.organization_id = ${organizationId} and c.id = ${courseId} and c.deleted_at is null`.execute(db)
  return rows[0] ?? null
}

/**
 * Puts people into a course; whoever left before comes back with what they had finished. The course's counter
 * follows in the same statement.
 * @returns those who are newly in; people who were in already are left out. Null when the course is gone: the
 *   transaction must not go on
 */
export async function insertEnrollments(
  db: Db,
  organizationId: string,
  courseId: string,
  userIds: string[],
  now: Date,
): Promise<Array<{ enrollmentId: string; userId: string }> | null> {
  const { rows } = await sql<{ enrollmentId: string; userId: string; isOpen: boolean }>`
    with put as (
      insert into learning.enrollments (organization_id, course_id, user_id, currency, started_at, last_activity_at)
      select c.organization_id, c.id, person.id, c.currency, ${now}, ${now}
        from learning.courses c, unnest(${userIds}::uuid[]) person (id)
       where c.organization_id = ${organizationId} and c.id = ${courseId}
       order by person.id
      on conflict (organization_id, course_id, user_id) do update
         set status = case when learning.enrollments.completed_at is null then 'active' else 'completed' end,
             cancelled_at = null, updated_at = ${now}
       where learning.enrollments.status in ('cancelled', 'refunded')
      returning organization_id, id, user_id
    ), noted as (
      insert into learning.activities (organization_id, enrollment_id, type, created_at)
      select organization_id, id, 'started_course', ${now} from put
    ), counted as (
      update learning.courses set learner_count = learner_count + (select count(*) from put)
       where organization_id = ${organizationId} and id = ${courseId} and deleted_at is null
         and exists (select 1 from put)
      returning id
    )
    select put.id as enrollment_id, put.user_id, exists (select 1 from counted) as is_open from put`.execute(
    db,
  )
  // Somebody put the course into the bin at this very moment.
  return rows.every((row) => row.isOpen)
    ? rows.map(({ enrollmentId, userId }) => ({ enrollmentId, userId }))
    : null
}

export async function findEnrollment(
  db: Db,
  organizationId: string,
  courseId: string,
  userId: string,
): Promise<Enrollment | null> {
  const { rows } = await sql<Enrollment>`
    select e.id, e.course_id, e.status, e.done, c.page_total as total, e.percent, e.started_at, e.completed_at, e.expires_at
      from learning.enrollments e join learning.courses c on c.organization_id = e.organization_id and c.id = e.course_id
     where e.organization_id = ${organizationId} and e.course_id = ${courseId} and e.user_id = ${userId}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** Takes a person out of a course; what they finished is kept. False when they were not in. */
export async function cancelEnrollment(
  db: Db,
  organizationId: string,
  courseId: string,
  userId: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with gone as (
      update learning.enrollments set status = 'cancelled', cancelled_at = ${now}, updated_at = ${now}
       where organization_id = ${organizationId} and course_id = ${courseId} and user_id = ${userId}
         and status in ('active', 'completed', 'pending', 'past_due')
      returning id
    ), counted as (
      update learning.courses set learner_count = greatest(0, learner_count - 1)
       where organization_id = ${organizationId} and id = ${courseId} and exists (select 1 from gone)
    )
    select id from gone`.execute(db)
  return rows.length === 1
}

export type MyCourseRow = Omit<Enrollment, 'courseId'> & {
  lastActivityAt: Date | null
  courseId: string
  slug: string
  title: string
  summary: string | null
  level: string | null
  coverObjectId: string | null
  coverAlt: string | null
  resumeId: string | null
  resumeTitle: string | null
  certificateNumber: string | null
  isBanned: boolean
}

/** A person's courses, the newest first, with the page they viewed last. */
export async function listMine(
  db: Db,
  organizationId: string,
  userId: string,
  page: { limit: number; before: string | null; now: Date },
): Promise<MyCourseRow[]> {
  const { rows } = await sql<MyCourseRow>`
    select e.id, e.status, e.done, c.page_total as total, e.percent, e.started_at, e.completed_at, e.expires_at, e.last_activity_at,
           c.id as course_id, c.slug, c.title, c.summary, c.level, v.object_id as cover_object_id, v.alt_text as cover_alt,
           n.id as resume_id, n.title as resume_title, k.number as certificate_number,
           b.enrollment_id is not null as is_banned
      from learning.enrollments e
      join learning.courses c on c.organization_id = e.organization_id and c.id = e.course_id
      left join learning.course_covers v on v.organization_id = c.organization_id and v.course_id = c.id
      left join learning.nodes n on n.organization_id = e.organization_id and n.id = e.last_viewed_node_id
       and n.child_count = 0 and n.page_total = 1
      left join learning.certificates k on k.organization_id = e.organization_id and k.enrollment_id = e.id
      left join learning.course_bans b on b.organization_id = e.organization_id and b.enrollment_id = e.id
       and (b.banned_until is null or b.banned_until > ${page.now})
     where e.organization_id = ${organizationId} and e.user_id = ${userId}
       and e.status in ('active', 'completed', 'past_due') and c.status in ('published', 'archived')
       ${page.before ? sql`and e.id < ${page.before}` : sql``}
     order by e.id desc limit ${page.limit + 1}`.execute(db)
  return rows
}

export type EnrollmentOfCourse = {
  id: string
  userId: string
  courseId: string
  courseTitle: string
  courseSlug: string
  createdBy: string | null
  instructorId: string | null
  tags: string[]
}

/** An enrolment with whose course it is, for those who look after learners. */
export async function findForTeacher(
  db: Db,
  organizationId: string,
  enrollmentId: string,
): Promise<EnrollmentOfCourse | null> {
  const { rows } = await sql<EnrollmentOfCourse>`
    select e.id, e.user_id, e.course_id, c.title as course_title, c.slug as course_slug, c.created_by, c.instructor_id, e.tags
      from learning.enrollments e join learning.courses c on c.organization_id = e.organization_id and c.id = e.course_id
     where e.organization_id = ${organizationId} and e.id = ${enrollmentId}`.execute(db)
  return rows[0] ?? null
}

export async function putBan(
  db: Db,
  organizationId: string,
  ban: { enrollmentId: string; reason: string; until: Date | null; bannedBy: string | null },
): Promise<void> {
  await sql`
    insert into learning.course_bans (organization_id, enrollment_id, type, reason, banned_until, banned_by)
    values (${organizationId}, ${ban.enrollmentId}, ${ban.until ? 'temporary' : 'permanent'}, ${ban.reason}, ${ban.until}, ${ban.bannedBy})
    on conflict (organization_id, enrollment_id) do update
       set type = excluded.type, reason = excluded.reason, banned_until = excluded.banned_until,
           banned_by = excluded.banned_by, created_at = now()`.execute(db)
}

export async function deleteBan(db: Db, organizationId: string, enrollmentId: string): Promise<boolean> {
  const { rows } = await sql`
    delete from learning.course_bans where organization_id = ${organizationId} and enrollment_id = ${enrollmentId}
    returning enrollment_id`.execute(db)
  return rows.length === 1
}

/** Holds an enrolment, so that one learner's attempts and certificates are made one after the other. */
export async function lockEnrollment(db: Db, organizationId: string, enrollmentId: string): Promise<void> {
  await sql`select id from learning.enrollments
             where organization_id = ${organizationId} and id = ${enrollmentId} for update`.execute(db)
}
