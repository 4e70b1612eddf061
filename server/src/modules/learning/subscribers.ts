import { subscribe } from '../../platform/events/events.ts'
import { issueCertificate } from './certificates.ts'
import { certificateIssued, certificateRevoked, courseCompleted, learnerEnrolled } from './events.ts'
import { tellAboutCertificate, tellEnrolled, tellTeacher } from './notices.ts'

export const learningSubscribers = [
  subscribe('learning.certificate_on_completion', courseCompleted, async (ctx, { payload }) => {
    await issueCertificate(ctx, payload.enrollmentId)
  }),
  subscribe('learning.tell_teacher_of_completion', courseCompleted, (ctx, { id, payload }) =>
    tellTeacher(ctx, payload.enrollmentId, id),
  ),
  // Who joined by themselves knows.
  subscribe('learning.tell_enrolled', learnerEnrolled, async (ctx, { id, payload, actorUserId }) => {
    if (actorUserId !== payload.userId) await tellEnrolled(ctx, payload.enrollmentId, id)
  }),
  subscribe('learning.tell_certificate_issued', certificateIssued, (ctx, { id, payload }) =>
    tellAboutCertificate(ctx, payload.number, 'issued', id),
  ),
  subscribe('learning.tell_certificate_revoked', certificateRevoked, (ctx, { id, payload }) =>
    tellAboutCertificate(ctx, payload.number, 'revoked', id),
  ),
]
