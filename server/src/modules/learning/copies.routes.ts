import { Type } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { Id } from '../../platform/http/schemas.ts'
import { copyCourse, copyNode } from './copies.ts'
import type { CourseRow } from './courses.queries.ts'
import { showAgain } from './courses.routes.ts'
import { CourseParams, StudioCourse } from './courses.schemas.ts'
import { InBin, LimitReached } from './errors.ts'
import { canEditNode, outlineAfter } from './nodes.routes.ts'
import { NodeParams, Outline } from './nodes.schemas.ts'
import { canEditCourse } from './policy.ts'
import { editableCourse, editableNode } from './studio.ts'

export const copyRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/studio/courses/:courseId/copies',
    summary: 'Copy a course with everything in it, as a draft',
    params: CourseParams,
    response: StudioCourse,
    status: 201,
    // Held, so that nobody changes it while it is copied.
    load: (ctx, { params }) => editableCourse(ctx, params.courseId, 'change'),
    allow: (actor: Actor, course: CourseRow) => canEditCourse(actor, course),
    handle: async (ctx, course) => showAgain(ctx, { id: await copyCourse(ctx, course) }),
  }),
  route({
    method: 'POST',
    path: '/studio/nodes/:nodeId/copies',
    summary: 'Copy a part with what is below it, as a draft right behind it',
    params: NodeParams,
    response: Type.Object({ id: Id, outline: Outline }),
    status: 201,
    errors: [InBin, LimitReached],
    load: (ctx, { params }) => editableNode(ctx, params.nodeId, 'outline'),
    allow: canEditNode,
    async handle(ctx, thing) {
      const id = await copyNode(ctx, thing)
      return { id, outline: await outlineAfter(ctx, thing.course.id) }
    },
  }),
]
