import type { Ctx } from '../../platform/ctx.ts'
import { localeOf, peopleByIds } from '../identity/index.ts'
import { notify } from '../notifications/index.ts'
import { findByNumber } from './certificates.queries.ts'
import { findForTeacher } from './enrollments.queries.ts'
import { say } from './messages.ts'

/** Tells a person that somebody put them into a course. */
export async function tellEnrolled(ctx: Ctx, enrollmentId: string, dedupeKey: string): Promise<void> {
  const enrollment = await findForTeacher(ctx.db, ctx.organizationId, enrollmentId)
  if (!enrollment) return
  const locale = await localeOf(ctx, enrollment.userId)
  const course = enrollment.courseTitle
  await notify(ctx, {
    userId: enrollment.userId,
    type: 'learning.enrolled',
    title: say(locale, 'notice.enrolled.title', { course }),
    message: say(locale, 'notice.enrolled.message', { course }),
    actionUrl: `/courses/${enrollment.courseSlug}`,
    metadata: { courseId: enrollment.courseId },
    dedupeKey,
  })
}

/** Tells who teaches a course that somebody completed it. */
export async function tellTeacher(ctx: Ctx, enrollmentId: string, dedupeKey: string): Promise<void> {
  const enrollment = await findForTeacher(ctx.db, ctx.organizationId, enrollmentId)
  const teacherId = enrollment?.instructorId ?? enrollment?.createdBy ?? null
  if (!enrollment || teacherId === null || teacherId === enrollment.userId) return
  const locale = await localeOf(ctx, teacherId)
  const learner = (await peopleByIds(ctx, [enrollment.userId])).get(enrollment.userId)
  const params = { course: enrollment.courseTitle, name: learner?.name ?? '' }
  await notify(ctx, {
    userId: teacherId,
    type: 'learning.learner_completed',
    title: say(locale, 'notice.learner_completed.title', params),
    message: say(locale, 'notice.learner_completed.message', params),
    metadata: { courseId: enrollment.courseId, enrollmentId },
    dedupeKey,
  })
}

/** Tells a person about their certificate: that it is there, or that it no longer counts. */
export async function tellAboutCertificate(
  ctx: Ctx,
  number: string,
  news: 'issued' | 'revoked',
  dedupeKey: string,
): Promise<void> {
  const certificate = await findByNumber(ctx.db, number)
  if (certificate?.userId == null || certificate.organizationId !== ctx.organizationId) return
  const locale = await localeOf(ctx, certificate.userId)
  const params = { course: certificate.courseTitle, number, reason: certificate.revocationReason ?? '' }
  await notify(ctx, {
    userId: certificate.userId,
    type: news === 'issued' ? 'learning.certificate_issued' : 'learning.certificate_revoked',
    title: say(locale, `notice.certificate_${news}.title`, params),
    message: say(locale, `notice.certificate_${news}.message`, params),
    severity: news === 'issued' ? 'info' : 'warning',
    actionUrl: `/certificates/${number}`,
    metadata: { certificateId: certificate.id, courseId: certificate.courseId },
    dedupeKey,
  })
}
