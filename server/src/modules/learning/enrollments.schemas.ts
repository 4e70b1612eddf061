import { Type } from 'typebox'
import { Id, Nullable, OneOf, PageOf, Timestamp } from '../../platform/http/schemas.ts'

export const enrollmentStatuses = [
  'pending',
  'active',
  'completed',
  'cancelled',
  'refunded',
  'past_due',
] as const
export type EnrollmentStatus = (typeof enrollmentStatuses)[number]

export const CourseParams = Type.Object({ courseId: Id })
export const EnrollmentParams = Type.Object({ enrollmentId: Id })

/** Where a person stands in a course. */
export const EnrollmentView = Type.Object({
  id: Id,
  courseId: Id,
  status: OneOf(enrollmentStatuses),
  done: Type.Integer({ description: 'Finished pages' }),
  total: Type.Integer({ description: 'Pages of the course' }),
  percent: Type.Integer(),
  startedAt: Timestamp,
  completedAt: Nullable(Timestamp),
  expiresAt: Nullable(Timestamp),
})

/** One of my courses. */
export const MyCourse = Type.Object({
  id: Id,
  status: OneOf(enrollmentStatuses),
  done: Type.Integer(),
  total: Type.Integer(),
  percent: Type.Integer(),
  startedAt: Timestamp,
  completedAt: Nullable(Timestamp),
  lastActivityAt: Nullable(Timestamp),
  expiresAt: Nullable(Timestamp),
  course: Type.Object({
    id: Id,
    slug: Type.String(),
    title: Type.String(),
    summary: Nullable(Type.String()),
    level: Nullable(Type.String()),
    coverUrl: Nullable(Type.String()),
    coverAlt: Type.String(),
  }),
  resume: Nullable(
    Type.Object({ nodeId: Id, title: Type.String() }, { description: 'The page viewed last' }),
  ),
  certificateNumber: Nullable(Type.String()),
  isBanned: Type.Boolean(),
})
export const MyCourses = PageOf(MyCourse)

export const BanBody = Type.Object(
  {
    reason: Type.String({ minLength: 1, maxLength: 1000 }),
    until: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
      default: null,
      description: 'Empty: for good',
    }),
  },
  { additionalProperties: false },
)
