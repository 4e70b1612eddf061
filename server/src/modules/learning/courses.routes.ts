import type { Static, TSchema } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type ErrorKind, NotFound } from '../../platform/errors.ts'
import { idCursor, pageOf } from '../../platform/http/cursor.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { Empty, PageOf } from '../../platform/http/schemas.ts'
import { removeCourse } from './bin.ts'
import { type CourseRow, findCourse } from './courses.queries.ts'
import {
  CourseChange,
  CourseCreate,
  CourseParams,
  CoverInput,
  InstructorsView,
  PublicationInput,
  StudioCourse,
  StudioListItem,
  StudioQuery,
} from './courses.schemas.ts'
import {
  archiveCourse,
  changeCourse,
  createCourse,
  hideCover,
  listInstructors,
  listStudio,
  publishCourse,
  reopenCourse,
  showCover,
  showStudioCourse,
  withdrawCourse,
} from './courses.ts'
import { CourseArchived, CourseHasLearners, CourseNotReady, FileUnfit, SlugTaken } from './errors.ts'
import { canAuthor, canEditCourse } from './policy.ts'
import { editableCourse } from './studio.ts'

const canEdit = (actor: Actor, course: CourseRow) => canEditCourse(actor, course)
const revision = (course: CourseRow) => course.revision

export const courseRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/studio/courses',
    summary: 'Courses I may edit, newest first',
    query: StudioQuery,
    response: PageOf(StudioListItem),
    allow: canAuthor,
    async handle(ctx, _thing, { query }) {
      const rows = await listStudio(ctx, {
        status: query.status ?? null,
        q: query.q?.trim() || null,
        before: idCursor(query.cursor),
        limit: query.limit + 1,
      })
      return pageOf(rows, query.limit, (row) => row.id)
    },
  }),
  route({
    method: 'POST',
    path: '/studio/courses',
    summary: 'Begin a course',
    body: CourseCreate,
    response: StudioCourse,
    status: 201,
    allow: canAuthor,
    async handle(ctx, _thing, { body }) {
      const id = await createCourse(ctx, body)
      return showAgain(ctx, { id })
    },
  }),
  route({
    method: 'GET',
    path: '/studio/instructors',
    summary: 'People who may teach a course',
    response: InstructorsView,
    allow: canAuthor,
    handle: async (ctx) => ({ items: await listInstructors(ctx) }),
  }),
  route({
    method: 'GET',
    path: '/studio/courses/:courseId',
    summary: 'A course to edit',
    params: CourseParams,
    response: StudioCourse,
    load: (ctx, { params }) => editableCourse(ctx, params.courseId, 'read'),
    allow: canEdit,
    version: revision,
    handle: showStudioCourse,
  }),
  route({
    method: 'PATCH',
    path: '/studio/courses/:courseId',
    summary: 'Change what is known of a course',
    params: CourseParams,
    body: CourseChange,
    response: StudioCourse,
    errors: [SlugTaken],
    load: (ctx, { params }) => editableCourse(ctx, params.courseId, 'change'),
    allow: canEdit,
    version: revision,
    async handle(ctx, course, { body }) {
      await changeCourse(ctx, course, body)
      return showAgain(ctx, course)
    },
  }),
  route({
    method: 'DELETE',
    path: '/studio/courses/:courseId',
    summary: 'Put a course that nobody ever joined into the bin',
    params: CourseParams,
    response: Empty,
    errors: [CourseHasLearners],
    load: (ctx, { params }) => editableCourse(ctx, params.courseId, 'change'),
    allow: canEdit,
    version: revision,
    async handle(ctx, course) {
      await removeCourse(ctx, course)
      return null
    },
  }),
  stateRoute('PUT', 'cover', 'Show a picture on the cover', showCover, CoverInput, [FileUnfit]),
  stateRoute('DELETE', 'cover', 'Take the picture off the cover', hideCover),
  stateRoute(
    'PUT',
    'publication',
    'Publish a course, now or at a moment to come',
    (ctx, course, { at }) => publishCourse(ctx, course, at ? new Date(at) : null),
    PublicationInput,
    [CourseNotReady, CourseArchived],
  ),
  stateRoute('DELETE', 'publication', 'Take a course back into the workshop', withdrawCourse),
  stateRoute('PUT', 'archive', 'Archive a course', archiveCourse),
  stateRoute('DELETE', 'archive', 'Take a course out of the archive', reopenCourse),
]

/** A state of a course that can be set and removed: `/studio/courses/:courseId/<noun>`. */
function stateRoute<B extends TSchema | undefined = undefined>(
  method: 'PUT' | 'DELETE',
  noun: string,
  summary: string,
  change: (
    ctx: Ctx,
    course: CourseRow,
    body: B extends TSchema ? Static<B> : Record<string, never>,
  ) => Promise<void>,
  body?: B,
  errors: ErrorKind[] = [],
): Route {
  return route({
    method,
    path: `/studio/courses/:courseId/${noun}`,
    summary,
    params: CourseParams,
    body,
    response: StudioCourse,
    errors,
    load: (ctx, { params }) => editableCourse(ctx, params.courseId, 'change'),
    allow: canEdit,
    version: revision,
    async handle(ctx, course, input) {
      await change(ctx, course, input.body as never)
      return showAgain(ctx, course)
    },
  })
}

/** The course after a change, also for somebody who just gave it away. */
export async function showAgain(ctx: Ctx, { id }: { id: string }) {
  const course = await findCourse(ctx.db, ctx.organizationId, id)
  if (!course) throw NotFound()
  return showStudioCourse(ctx, course)
}
