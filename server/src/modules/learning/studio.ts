import type { Ctx } from '../../platform/ctx.ts'
import { NotFound, SignInRequired } from '../../platform/errors.ts'
import { type CourseRow, findCourse, lockCourse } from './courses.queries.ts'
import { courseIdOf, findNode, type NodeRow } from './nodes.queries.ts'
import { canEditCourse } from './policy.ts'
import { seizeOutline } from './progress.queries.ts'

/** What somebody comes to a course for: `outline` changes what pages there are, `change` anything else. */
export type Purpose = 'read' | 'change' | 'outline'

/**
 * A course the caller may edit. Who changes it holds its row until the transaction ends, and for the outline also
 * keeps learners from finishing pages meanwhile; always in this order, so that nobody waits in a circle.
 * @throws NotFound when there is none or it is not theirs to edit
 */
export async function editableCourse(ctx: Ctx, courseId: string, purpose: Purpose): Promise<CourseRow> {
  if (ctx.actor.kind === 'anonymous') throw SignInRequired()
  if (purpose !== 'read') {
    const seen = await findCourse(ctx.db, ctx.organizationId, courseId)
    if (!seen || canEditCourse(ctx.actor, seen) !== true) throw NotFound()
    if (purpose === 'outline') await seizeOutline(ctx.db, ctx.organizationId, courseId)
    if (!(await lockCourse(ctx.db, ctx.organizationId, courseId))) throw NotFound()
  }
  const course = await findCourse(ctx.db, ctx.organizationId, courseId)
  if (!course || canEditCourse(ctx.actor, course) !== true) throw NotFound()
  return course
}

/** A node of a course the caller may edit, held like its course. */
export type EditableNode = { course: CourseRow; node: NodeRow }

export async function editableNode(ctx: Ctx, nodeId: string, purpose: Purpose): Promise<EditableNode> {
  if (ctx.actor.kind === 'anonymous') throw SignInRequired()
  const courseId = await courseIdOf(ctx.db, ctx.organizationId, nodeId)
  if (courseId === null) throw NotFound()
  const course = await editableCourse(ctx, courseId, purpose)
  const node = await findNode(ctx.db, ctx.organizationId, nodeId)
  if (!node) throw NotFound()
  return { course, node }
}
