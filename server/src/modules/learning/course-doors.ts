import type { Ctx } from '../../platform/ctx.ts'
import { Conflict, NotFound } from '../../platform/errors.ts'
import { type CourseRow, findCourse, lockCourse } from './courses.queries.ts'
import { deleteNewCourse, publishCourse as publish } from './courses.ts'

/** What other modules may know of a course. */
export type CourseFacts = Pick<
  CourseRow,
  'id' | 'slug' | 'title' | 'status' | 'visibility' | 'pageTotal' | 'createdBy' | 'instructorId' | 'revision'
>

/** A course of this organization, or null. Who may know of it is the caller's question. */
export async function courseById(ctx: Ctx, id: string): Promise<CourseFacts | null> {
  const course = await findCourse(ctx.db, ctx.organizationId, id)
  if (!course) return null
  const { slug, title, status, visibility, pageTotal, createdBy, instructorId, revision } = course
  return { id, slug, title, status, visibility, pageTotal, createdBy, instructorId, revision }
}

/**
 * Shows a course to learners.
 * @throws NotFound, CourseNotReady, CourseArchived
 */
export async function publishCourse(ctx: Ctx, id: string): Promise<void> {
  await publish(ctx, await heldCourse(ctx, id))
}

/**
 * Deletes a draft that nobody joined, such as one that was just imported.
 * @throws NotFound, Conflict when it is no draft any more, CourseHasLearners
 */
export async function removeDraftCourse(ctx: Ctx, id: string): Promise<void> {
  const course = await heldCourse(ctx, id)
  if (course.status !== 'draft') throw Conflict()
  await deleteNewCourse(ctx, course)
}

async function heldCourse(ctx: Ctx, id: string): Promise<CourseRow> {
  const course = (await lockCourse(ctx.db, ctx.organizationId, id))
    ? await findCourse(ctx.db, ctx.organizationId, id)
    : null
  if (!course) throw NotFound()
  return course
}
