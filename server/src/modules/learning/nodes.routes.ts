import type { Actor } from '../../platform/actor.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Route, route } from '../../platform/http/route.ts'
import type { CourseRow } from './courses.queries.ts'
import { CourseParams } from './courses.schemas.ts'
import { InBin, InsideItself, LimitReached, NotASibling, TooDeep } from './errors.ts'
import { NodeChange, NodeCreate, NodeParams, NodePlace, Outline, OutlineNode } from './nodes.schemas.ts'
import { addNode, bringBackNode, changeNode, moveNode, outlineOf, removeNode, showNode } from './nodes.ts'
import { canEditCourse } from './policy.ts'
import { type EditableNode, editableCourse, editableNode } from './studio.ts'

const canEdit = (actor: Actor, course: CourseRow) => canEditCourse(actor, course)
export const canEditNode = (actor: Actor, { course }: EditableNode) => canEditCourse(actor, course)
export const contentRevision = ({ node }: EditableNode) => node.contentRevision

/** The outline after a change, so that a screen has levels, counts and places at once. */
export async function outlineAfter(ctx: Ctx, courseId: string) {
  const { revision } = await editableCourse(ctx, courseId, 'read')
  return { courseId, revision, nodes: await outlineOf(ctx, courseId) }
}

export const nodeRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/studio/courses/:courseId/outline',
    summary: 'The whole outline',
    params: CourseParams,
    response: Outline,
    load: (ctx, { params }) => editableCourse(ctx, params.courseId, 'read'),
    allow: canEdit,
    version: (course) => course.revision,
    handle: async (ctx, { id, revision }) => ({ courseId: id, revision, nodes: await outlineOf(ctx, id) }),
  }),
  route({
    method: 'POST',
    path: '/studio/courses/:courseId/nodes',
    summary: 'Add a part to the outline',
    params: CourseParams,
    body: NodeCreate,
    response: OutlineNode,
    status: 201,
    errors: [TooDeep, NotASibling, LimitReached],
    load: (ctx, { params }) => editableCourse(ctx, params.courseId, 'outline'),
    allow: canEdit,
    async handle(ctx, course, { body }) {
      const { node } = await editableNode(ctx, await addNode(ctx, course, body), 'read')
      return showNode(node)
    },
  }),
  route({
    method: 'PATCH',
    path: '/studio/nodes/:nodeId',
    summary: 'Change what is known of a part',
    params: NodeParams,
    body: NodeChange,
    response: OutlineNode,
    errors: [InBin],
    load: (ctx, { params }) => editableNode(ctx, params.nodeId, 'outline'),
    allow: canEditNode,
    version: contentRevision,
    async handle(ctx, thing, { body }) {
      await changeNode(ctx, thing, body)
      const { node } = await editableNode(ctx, thing.node.id, 'read')
      return showNode(node)
    },
  }),
  route({
    method: 'PUT',
    path: '/studio/nodes/:nodeId/place',
    summary: 'Move a part with what is below it',
    params: NodeParams,
    body: NodePlace,
    response: Outline,
    errors: [TooDeep, InsideItself, NotASibling, InBin],
    load: (ctx, { params }) => editableNode(ctx, params.nodeId, 'outline'),
    allow: canEditNode,
    async handle(ctx, thing, { body }) {
      await moveNode(ctx, thing, body)
      return outlineAfter(ctx, thing.course.id)
    },
  }),
  route({
    method: 'DELETE',
    path: '/studio/nodes/:nodeId',
    summary: 'Put a part into the bin',
    params: NodeParams,
    response: Outline,
    load: (ctx, { params }) => editableNode(ctx, params.nodeId, 'outline'),
    allow: canEditNode,
    async handle(ctx, thing) {
      await removeNode(ctx, thing)
      return outlineAfter(ctx, thing.course.id)
    },
  }),
  route({
    method: 'PUT',
    path: '/studio/nodes/:nodeId/restoration',
    summary: 'Take a part out of the bin',
    params: NodeParams,
    response: Outline,
    errors: [TooDeep],
    load: (ctx, { params }) => editableNode(ctx, params.nodeId, 'outline'),
    allow: canEditNode,
    async handle(ctx, thing) {
      await bringBackNode(ctx, thing)
      return outlineAfter(ctx, thing.course.id)
    },
  }),
]
