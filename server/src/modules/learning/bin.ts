import { system } from '../../platform/actor.ts'
import { type App, type Ctx, withTransaction } from '../../platform/ctx.ts'
import { NotFound, SignInRequired } from '../../platform/errors.ts'
import { announce } from '../../platform/events/events.ts'
import type { Schedule } from '../../platform/module.ts'
import { eachByItself } from '../../platform/schedules.ts'
import { record } from '../audit/index.ts'
import {
  type BinChoice,
  type BinRow,
  binCourse,
  deleteCourseInBin,
  deleteNodesInBin,
  deleteResourcesInBin,
  findInBin,
  findOldBins,
  listBin,
  lockCourseInBin,
  unbinCourse,
} from './bin.queries.ts'
import type { BinItem } from './bin.schemas.ts'
import { bumpRevision, type CourseRow, lockCourse } from './courses.queries.ts'
import { CourseHasLearners } from './errors.ts'
import { courseDeleted, coursePublished, courseWithdrawn } from './events.ts'
import { outlineChanged } from './nodes.ts'
import { canEditCourse, mayManageCourses } from './policy.ts'
import { seizeOutline } from './progress.queries.ts'
import { editableCourse } from './studio.ts'

/** Days something lies in the bin before housekeeping deletes it for good. */
const binDays = 30
const binTime = binDays * 24 * 3600 * 1000

/** What lies in the bins the caller may look into: of one course, or of all courses they may edit. */
export async function listRemoved(
  ctx: Ctx,
  page: { courseId: string | null; before: string | null; limit: number },
): Promise<BinItem[]> {
  const authorId = mayManageCourses(ctx.actor) ? null : ctx.actor.userId
  const rows = await listBin(ctx.db, ctx.organizationId, { ...page, authorId })
  return rows.map(({ id, kind, title, courseId, courseTitle, removedAt }) => ({
    id,
    kind,
    title,
    course: { id: courseId, title: courseTitle },
    removedAt,
    goneAt: new Date(removedAt.getTime() + binTime),
  }))
}

/** Something in the bin of a course the caller may edit. @throws NotFound */
export async function removedThing(ctx: Ctx, id: string): Promise<BinRow> {
  if (ctx.actor.kind === 'anonymous') throw SignInRequired()
  const found = await findInBin(ctx.db, ctx.organizationId, id)
  if (!found || canEditCourse(ctx.actor, found) !== true) throw NotFound()
  if (found.kind !== 'course') {
    await editableCourse(ctx, found.courseId, found.kind === 'resource' ? 'change' : 'outline')
  } else if (!(await lockCourseInBin(ctx.db, ctx.organizationId, id))) throw NotFound()
  const held = await findInBin(ctx.db, ctx.organizationId, id)
  if (!held) throw NotFound()
  return held
}

/**
 * Puts a course that nobody ever joined into the bin: it is nowhere to be found any more, but can come back.
 * @throws CourseHasLearners
 */
export async function removeCourse(ctx: Ctx, course: CourseRow): Promise<void> {
  const by = { userId: ctx.actor.userId, now: ctx.now }
  if (!(await binCourse(ctx.db, ctx.organizationId, course.id, by))) throw CourseHasLearners()
  await record(ctx, 'learning.course_removed', {
    entityType: 'course',
    entityId: course.id,
    before: { status: course.status },
    metadata: { title: course.title },
  })
  if (course.status === 'published') await announce(ctx, courseWithdrawn, { courseId: course.id })
}

/** Takes a course out of the bin, as it was. */
export async function bringBackCourse(ctx: Ctx, course: BinRow): Promise<void> {
  await unbinCourse(ctx.db, ctx.organizationId, course.id)
  const { status } = await editableCourse(ctx, course.id, 'read')
  await record(ctx, 'learning.course_restored', {
    entityType: 'course',
    entityId: course.id,
    after: { status },
    metadata: { title: course.title },
  })
  if (status === 'published') await announce(ctx, coursePublished, { courseId: course.id })
}

/** Deletes one thing in the bin for good, with everything in it and what learners did there. */
export async function deleteRemoved(ctx: Ctx, thing: BinRow): Promise<void> {
  if (thing.kind === 'course') return deleteCourseForGood(ctx, thing.courseId, thing.title)
  await deleteFromBin(ctx, { id: thing.courseId, title: thing.courseTitle }, { id: thing.id })
}

/** Deletes for good what is in the bin of a course, with what learners did there. Returns how much that was. */
export const emptyBin = (ctx: Ctx, course: CourseRow): Promise<number> => deleteFromBin(ctx, course)

async function deleteFromBin(
  ctx: Ctx,
  course: { id: string; title: string | null },
  choice: BinChoice = {},
): Promise<number> {
  const parts = await deleteNodesInBin(ctx.db, ctx.organizationId, course.id, choice)
  const resources = await deleteResourcesInBin(ctx.db, ctx.organizationId, course.id, choice)
  const titles = [...parts, ...resources]
  if (titles.length === 0) return 0
  if (parts.length > 0) await outlineChanged(ctx, course.id)
  else await bumpRevision(ctx.db, ctx.organizationId, course.id)
  await record(ctx, 'learning.bin_emptied', {
    entityType: 'course',
    entityId: course.id,
    before: { parts: titles.slice(0, 100) },
    metadata: { title: course.title, count: titles.length },
  })
  return titles.length
}

async function deleteCourseForGood(ctx: Ctx, courseId: string, title: string | null): Promise<void> {
  if (!(await deleteCourseInBin(ctx.db, ctx.organizationId, courseId))) return
  await record(ctx, 'learning.course_deleted', {
    entityType: 'course',
    entityId: courseId,
    before: { title },
  })
  await announce(ctx, courseDeleted, { courseId })
}

/** Deletes for good what has lain in the bin for longer than it is kept there. */
export const clearBins: Schedule = {
  name: 'learning.clear_bins',
  everySeconds: 3600,
  async run(app: App) {
    const before = new Date(Date.now() - binTime)
    const old = await findOldBins(app.database.db, before)
    await eachByItself(app, old, ({ organizationId, courseId, isCourse }) => {
      const seed = { actor: system, organizationId, requestId: 'learning.clear_bins' }
      return withTransaction(app, seed, (ctx) => clearBin(ctx, courseId, isCourse, before))
    })
  },
}

async function clearBin(ctx: Ctx, courseId: string, isCourse: boolean, before: Date): Promise<void> {
  if (isCourse) {
    // It may have come back, or gone in anew, since it was found.
    await lockCourseInBin(ctx.db, ctx.organizationId, courseId)
    const found = await findInBin(ctx.db, ctx.organizationId, courseId)
    if (found && found.removedAt < before) await deleteCourseForGood(ctx, courseId, found.title)
    return
  }
  await seizeOutline(ctx.db, ctx.organizationId, courseId)
  if (await lockCourse(ctx.db, ctx.organizationId, courseId))
    await deleteFromBin(ctx, { id: courseId, title: null }, { before })
}
