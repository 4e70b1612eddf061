import type { Ctx } from '../../platform/ctx.ts'
import { NotFound, SignInRequired } from '../../platform/errors.ts'
import { announce } from '../../platform/events/events.ts'
import { pageOf } from '../../platform/http/cursor.ts'
import type { Page } from '../../platform/http/schemas.ts'
import { record } from '../audit/index.ts'
import { fileUrls } from '../files/index.ts'
import {
  cancelEnrollment,
  deleteBan,
  type Enrollment,
  type EnrollmentOfCourse,
  findEnrollment,
  findForTeacher,
  findJoinable,
  insertEnrollments,
  type JoinableCourse,
  listMine,
  type MyCourseRow,
  putBan,
} from './enrollments.queries.ts'
import { learnerEnrolled } from './events.ts'
import { canSeeLearners } from './policy.ts'

/** A course a person may know of: published, or one they are in. */
export async function joinableCourse(ctx: Ctx, courseId: string): Promise<JoinableCourse> {
  const course = await findJoinable(ctx.db, ctx.organizationId, courseId, ctx.actor.userId)
  const isKnown =
    course &&
    (course.enrollmentStatus !== null ||
      (course.status === 'published' && course.visibility !== 'enrolled_only'))
  if (!isKnown) throw NotFound()
  return course
}

/** Joins a free course. Joining twice changes nothing; whoever left comes back with what they had finished. */
export async function enroll(ctx: Ctx, courseId: string): Promise<Enrollment> {
  const userId = ctx.actor.userId ?? ''
  await putIntoCourse(ctx, courseId, [userId])
  const enrollment = await findEnrollment(ctx.db, ctx.organizationId, courseId, userId)
  if (!enrollment) throw NotFound()
  return enrollment
}

/**
 * Puts people into a course and announces those who are new.
 * @returns how many are new
 * @throws NotFound when the course goes at the same moment
 */
export async function putIntoCourse(ctx: Ctx, courseId: string, userIds: string[]): Promise<number> {
  const added = await insertEnrollments(ctx.db, ctx.organizationId, courseId, userIds, ctx.now)
  if (!added) throw NotFound()
  for (const learner of added) await announce(ctx, learnerEnrolled, { courseId, ...learner })
  return added.length
}

/** Leaves a course; what was finished is kept for coming back. */
export async function leave(ctx: Ctx, courseId: string): Promise<void> {
  await cancelEnrollment(ctx.db, ctx.organizationId, courseId, ctx.actor.userId ?? '', ctx.now)
}

/** My courses with their covers, the newest first. */
export async function myCourses(
  ctx: Ctx,
  page: { limit: number; before: string | null },
): Promise<Page<ReturnType<typeof myCourse>>> {
  const rows = await listMine(ctx.db, ctx.organizationId, ctx.actor.userId ?? '', { ...page, now: ctx.now })
  const covers = await fileUrls(
    ctx,
    rows.flatMap((row) => row.coverObjectId ?? []),
    { variant: 'web' },
  )
  const { items, next } = pageOf(rows, page.limit, (row) => row.id)
  return { items: items.map((row) => myCourse(row, covers)), next }
}

function myCourse(row: MyCourseRow, covers: Map<string, string>) {
  const {
    id,
    status,
    done,
    total,
    percent,
    startedAt,
    completedAt,
    lastActivityAt,
    expiresAt,
    certificateNumber,
    isBanned,
  } = row
  return {
    id,
    status,
    done,
    total,
    percent,
    startedAt,
    completedAt,
    lastActivityAt,
    expiresAt,
    certificateNumber,
    isBanned,
    course: {
      id: row.courseId,
      slug: row.slug,
      title: row.title,
      summary: row.summary,
      level: row.level,
      coverUrl: (row.coverObjectId && covers.get(row.coverObjectId)) ?? null,
      coverAlt: row.coverAlt ?? '',
    },
    resume: row.resumeId && row.resumeTitle ? { nodeId: row.resumeId, title: row.resumeTitle } : null,
  }
}

/** An enrolment, for those who look after learners of its course; others do not find it. */
export async function enrollmentForTeacher(ctx: Ctx, enrollmentId: string): Promise<EnrollmentOfCourse> {
  if (ctx.actor.kind === 'anonymous') throw SignInRequired()
  const enrollment = await findForTeacher(ctx.db, ctx.organizationId, enrollmentId)
  if (!enrollment || canSeeLearners(ctx.actor, enrollment) !== true) throw NotFound()
  return enrollment
}

/** Keeps a learner out of one course, for good or until a moment; a second ban replaces the first. */
export async function ban(
  ctx: Ctx,
  enrollment: EnrollmentOfCourse,
  terms: { reason: string; until: Date | null },
): Promise<void> {
  await putBan(ctx.db, ctx.organizationId, {
    enrollmentId: enrollment.id,
    ...terms,
    bannedBy: ctx.actor.userId,
  })
  await record(ctx, 'learning.learner_banned', {
    entityType: 'enrollment',
    entityId: enrollment.id,
    targetId: enrollment.userId,
    after: { reason: terms.reason, until: terms.until?.toISOString() ?? null },
    metadata: { courseId: enrollment.courseId },
  })
}

/** Lets a learner back in. */
export async function liftBan(ctx: Ctx, enrollment: EnrollmentOfCourse): Promise<void> {
  if (!(await deleteBan(ctx.db, ctx.organizationId, enrollment.id))) return
  await record(ctx, 'learning.learner_ban_lifted', {
    entityType: 'enrollment',
    entityId: enrollment.id,
    targetId: enrollment.userId,
    metadata: { courseId: enrollment.courseId },
  })
}
