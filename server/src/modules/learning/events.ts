import { Type } from 'typebox'
import { defineEvent } from '../../platform/events/events.ts'
import { Id } from '../../platform/http/schemas.ts'

// Authoring and catalogue

const AboutCourse = Type.Object({ courseId: Id })

export const coursePublished = defineEvent('learning.course_published', AboutCourse)
export const courseWithdrawn = defineEvent('learning.course_withdrawn', AboutCourse)
export const courseArchived = defineEvent('learning.course_archived', AboutCourse)
export const courseDeleted = defineEvent('learning.course_deleted', AboutCourse)

// The learner's side

const AboutLearner = { enrollmentId: Id, courseId: Id, userId: Id }

export const learnerEnrolled = defineEvent('learning.learner_enrolled', Type.Object(AboutLearner))
export const pageFinished = defineEvent(
  'learning.page_finished',
  Type.Object({ ...AboutLearner, nodeId: Id, percent: Type.Integer() }),
)
export const courseCompleted = defineEvent('learning.course_completed', Type.Object(AboutLearner))
export const quizSubmitted = defineEvent(
  'learning.quiz_submitted',
  Type.Object({
    ...AboutLearner,
    nodeId: Id,
    quizId: Id,
    attemptId: Id,
    score: Type.Integer(),
    passed: Type.Boolean(),
  }),
)
export const certificateIssued = defineEvent(
  'learning.certificate_issued',
  Type.Object({ ...AboutLearner, certificateId: Id, number: Type.String() }),
)
export const certificateRevoked = defineEvent(
  'learning.certificate_revoked',
  Type.Object({ certificateId: Id, number: Type.String() }),
)
