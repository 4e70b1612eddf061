import { idCursor } from '../../platform/http/cursor.ts'
import { route } from '../../platform/http/route.ts'
import { AttemptView } from './attempts.schemas.ts'
import { CourseParams, EnrollmentParams } from './enrollments.schemas.ts'
import { enrollmentForTeacher } from './enrollments.ts'
import { NotMembers } from './errors.ts'
import {
  Candidates,
  CandidatesQuery,
  EnrolledView,
  EnrollPeopleBody,
  LearnersAttemptParams,
  LearnersPage,
  LearnersQuery,
  LearnerView,
  TagsBody,
  TagsView,
} from './learners.schemas.ts'
import {
  candidatesFor,
  courseForTeacher,
  enrollPeople,
  showAttemptOf,
  showLearners,
  showOne,
  tagLearner,
} from './learners.ts'
import { canManageLearners, canSeeLearners } from './policy.ts'

export const learnerRoutes = [
  route({
    method: 'GET',
    path: '/studio/courses/:courseId/learners',
    summary: 'Learners of a course',
    params: CourseParams,
    query: LearnersQuery,
    response: LearnersPage,
    load: (ctx, { params }) => courseForTeacher(ctx, params.courseId),
    allow: canSeeLearners,
    handle: (ctx, course, { query }) =>
      showLearners(ctx, course, {
        q: query.q?.trim() || null,
        status: query.status ?? null,
        tag: query.tag ?? null,
        before: idCursor(query.cursor),
        limit: query.limit,
      }),
  }),
  route({
    method: 'GET',
    path: '/studio/courses/:courseId/candidates',
    summary: 'Members who could be put into a course',
    params: CourseParams,
    query: CandidatesQuery,
    response: Candidates,
    load: (ctx, { params }) => courseForTeacher(ctx, params.courseId),
    allow: canManageLearners,
    handle: async (ctx, course, { query }) => ({ items: await candidatesFor(ctx, course, query.q.trim()) }),
  }),
  route({
    method: 'POST',
    path: '/studio/courses/:courseId/learners',
    summary: 'Put people into a course',
    params: CourseParams,
    body: EnrollPeopleBody,
    response: EnrolledView,
    errors: [NotMembers],
    load: (ctx, { params }) => courseForTeacher(ctx, params.courseId),
    allow: canManageLearners,
    handle: async (ctx, course, { body }) => ({ added: await enrollPeople(ctx, course, body.userIds) }),
  }),
  route({
    method: 'GET',
    path: '/learners/:enrollmentId',
    summary: 'One learner: progress per part, attempts, time',
    params: EnrollmentParams,
    response: LearnerView,
    load: (ctx, { params }) => enrollmentForTeacher(ctx, params.enrollmentId),
    allow: canSeeLearners,
    handle: showOne,
  }),
  route({
    method: 'GET',
    path: '/learners/:enrollmentId/attempts/:attemptId',
    summary: 'One attempt of a learner, as they see it',
    params: LearnersAttemptParams,
    response: AttemptView,
    load: (ctx, { params }) => enrollmentForTeacher(ctx, params.enrollmentId),
    allow: canSeeLearners,
    handle: (ctx, enrollment, { params }) => showAttemptOf(ctx, enrollment, params.attemptId),
  }),
  route({
    method: 'PUT',
    path: '/learners/:enrollmentId/tags',
    summary: 'Tag a learner',
    params: EnrollmentParams,
    body: TagsBody,
    response: TagsView,
    load: (ctx, { params }) => enrollmentForTeacher(ctx, params.enrollmentId),
    allow: canManageLearners,
    handle: async (ctx, enrollment, { body }) => {
      await tagLearner(ctx, enrollment, body.tags)
      return { tags: body.tags }
    },
  }),
]
