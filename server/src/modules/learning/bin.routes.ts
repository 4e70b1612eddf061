import type { Actor } from '../../platform/actor.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { idCursor, pageOf } from '../../platform/http/cursor.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { Empty } from '../../platform/http/schemas.ts'
import type { BinRow } from './bin.queries.ts'
import { BinItemParams, BinPage, BinQuery, EmptiedBin } from './bin.schemas.ts'
import { bringBackCourse, deleteRemoved, emptyBin, listRemoved, removedThing } from './bin.ts'
import type { CourseRow } from './courses.queries.ts'
import { showAgain } from './courses.routes.ts'
import { CourseParams, StudioCourse } from './courses.schemas.ts'
import { canAuthor, canEditCourse } from './policy.ts'
import { editableCourse } from './studio.ts'

const canEdit = (actor: Actor, course: CourseRow | BinRow) => canEditCourse(actor, course)

async function page(ctx: Ctx, courseId: string | null, query: { cursor?: string; limit: number }) {
  const before = idCursor(query.cursor)
  const items = await listRemoved(ctx, { courseId, before, limit: query.limit + 1 })
  return pageOf(items, query.limit, (item) => item.id)
}

export const binRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/studio/bin',
    summary: 'What was removed from courses I may edit, and such courses, removed last first',
    query: BinQuery,
    response: BinPage,
    allow: canAuthor,
    handle: (ctx, _thing, { query }) => page(ctx, null, query),
  }),
  route({
    method: 'DELETE',
    path: '/studio/bin/:itemId',
    summary: 'Delete one thing in the bin for good',
    params: BinItemParams,
    response: Empty,
    load: (ctx, { params }) => removedThing(ctx, params.itemId),
    allow: canEdit,
    async handle(ctx, thing) {
      await deleteRemoved(ctx, thing)
      return null
    },
  }),
  route({
    method: 'GET',
    path: '/studio/courses/:courseId/bin',
    summary: 'What was removed from a course, removed last first',
    params: CourseParams,
    query: BinQuery,
    response: BinPage,
    load: (ctx, { params }) => editableCourse(ctx, params.courseId, 'read'),
    allow: canEdit,
    handle: (ctx, course, { query }) => page(ctx, course.id, query),
  }),
  route({
    method: 'DELETE',
    path: '/studio/courses/:courseId/bin',
    summary: 'Delete for good what was removed from a course',
    params: CourseParams,
    response: EmptiedBin,
    load: (ctx, { params }) => editableCourse(ctx, params.courseId, 'outline'),
    allow: canEdit,
    handle: async (ctx, course) => ({ removed: await emptyBin(ctx, course) }),
  }),
  route({
    method: 'PUT',
    path: '/studio/courses/:courseId/restoration',
    summary: 'Take a course out of the bin',
    params: CourseParams,
    response: StudioCourse,
    load: async (ctx, { params }) => {
      const thing = await removedThing(ctx, params.courseId)
      if (thing.kind !== 'course') throw NotFound()
      return thing
    },
    allow: canEdit,
    async handle(ctx, course) {
      await bringBackCourse(ctx, course)
      return showAgain(ctx, course)
    },
  }),
]
