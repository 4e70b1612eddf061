import { idCursor } from '../../platform/http/cursor.ts'
import { route } from '../../platform/http/route.ts'
import { Empty, PageQuery } from '../../platform/http/schemas.ts'
import { BanBody, CourseParams, EnrollmentParams, EnrollmentView, MyCourses } from './enrollments.schemas.ts'
import {
  ban,
  enroll,
  enrollmentForTeacher,
  joinableCourse,
  leave,
  liftBan,
  myCourses,
} from './enrollments.ts'
import { canEnroll, canManageLearners, isMember } from './policy.ts'

export const enrollmentRoutes = [
  route({
    method: 'GET',
    path: '/enrollments',
    summary: 'My courses',
    query: PageQuery,
    response: MyCourses,
    allow: isMember,
    handle: (ctx, _thing, { query }) =>
      myCourses(ctx, { limit: query.limit, before: idCursor(query.cursor) }),
  }),
  route({
    method: 'PUT',
    path: '/courses/:courseId/enrollment',
    summary: 'Join a free course',
    params: CourseParams,
    response: EnrollmentView,
    load: (ctx, { params }) => joinableCourse(ctx, params.courseId),
    allow: (actor, course) => {
      const member = isMember(actor)
      const isIn = course.enrollmentStatus === 'active' || course.enrollmentStatus === 'completed'
      return member !== true || isIn ? member : canEnroll(actor, { ...course, isEnrolled: false })
    },
    handle: (ctx, course) => enroll(ctx, course.id),
  }),
  route({
    method: 'DELETE',
    path: '/courses/:courseId/enrollment',
    summary: 'Leave a course',
    params: CourseParams,
    response: Empty,
    load: (ctx, { params }) => joinableCourse(ctx, params.courseId),
    allow: isMember,
    handle: async (ctx, course) => {
      await leave(ctx, course.id)
      return null
    },
  }),
  route({
    method: 'PUT',
    path: '/learners/:enrollmentId/ban',
    summary: 'Keep a learner out of the course',
    params: EnrollmentParams,
    body: BanBody,
    response: Empty,
    load: (ctx, { params }) => enrollmentForTeacher(ctx, params.enrollmentId),
    allow: canManageLearners,
    handle: async (ctx, enrollment, { body }) => {
      await ban(ctx, enrollment, {
        reason: body.reason,
        until: body.until === null ? null : new Date(body.until),
      })
      return null
    },
  }),
  route({
    method: 'DELETE',
    path: '/learners/:enrollmentId/ban',
    summary: 'Let a learner back in',
    params: EnrollmentParams,
    response: Empty,
    load: (ctx, { params }) => enrollmentForTeacher(ctx, params.enrollmentId),
    allow: canManageLearners,
    handle: async (ctx, enrollment) => {
      await liftBan(ctx, enrollment)
      return null
    },
  }),
]
