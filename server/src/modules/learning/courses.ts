import type { Ctx } from '../../platform/ctx.ts'

import { sqlState } from '../../platform/db/database.ts'
import { Conflict, InvalidInput } from '../../platform/errors.ts'
import { announce } from '../../platform/events/events.ts'
import { record } from '../audit/index.ts'
import { fileUrls } from '../files/index.ts'
import { peopleByIds, peopleWithPermission } from '../identity/index.ts'
import { cleanHtml } from './block-content.ts'
import { findCategory } from './categories.queries.ts'
import { mustBeUsable } from './course-files.ts'
import {
  bumpRevision,
  type CourseDetails,
  type CourseListRow,
  type CourseRow,
  deleteCourse,
  findGaps,
  insertCourse,
  listForAuthor,
  removeCover,
  setCover,
  setFiles,
  setStatus,
  takenSlugs,
  updateCourse,
} from './courses.queries.ts'
import type { CourseChange, StudioCourse } from './courses.schemas.ts'
import { CourseArchived, CourseHasLearners, CourseNotReady, SlugTaken } from './errors.ts'
import { courseArchived, courseDeleted, coursePublished, courseWithdrawn } from './events.ts'
import type { CourseStatus } from './kinds.ts'
import { filesIn } from './links.ts'
import { canDeleteCourse, canEditCourse, mayManageCourses } from './policy.ts'
import { freeSlug, slugify } from './slugs.ts'

/** Tries `base`, `base-2`, … until `insert` gets one; somebody else may take the same at the same moment. */
export async function withFreeSlug(
  ctx: Ctx,
  base: string,
  insert: (slug: string) => Promise<string | null>,
): Promise<{ id: string; slug: string }> {
  for (let tries = 0; tries < 100; tries += 1) {
    const slug = freeSlug(base, await takenSlugs(ctx.db, ctx.organizationId, base))
    const id = await insert(slug)
    if (id !== null) return { id, slug }
  }
  throw Conflict()
}

/** An empty draft; its author teaches it until somebody else is named. */
export async function createCourse(ctx: Ctx, input: { title: string }): Promise<string> {
  const title = input.title.trim()
  const { id, slug } = await withFreeSlug(ctx, slugify(title, 'course'), (free) =>
    insertCourse(ctx.db, ctx.organizationId, {
      slug: free,
      title,
      summary: null,
      descriptionHtml: null,
      language: 'en',
      createdBy: ctx.actor.userId,
      metadata: {},
    }),
  )
  await record(ctx, 'learning.course_created', { entityType: 'course', entityId: id, after: { title, slug } })
  return id
}

/** Changes what is known of a course; fields left out stay. */
export async function changeCourse(ctx: Ctx, course: CourseRow, change: CourseChange): Promise<void> {
  const next: CourseDetails = { ...detailsOf(course), ...change }
  next.title = next.title.trim()
  if (change.descriptionHtml) next.descriptionHtml = cleanHtml(change.descriptionHtml)
  const files = filesIn(next.descriptionHtml ?? '')
  if (change.descriptionHtml)
    await mustBeUsable(
      ctx,
      course.id,
      files.map((objectId) => ({ objectId, mediaType: '' })),
    )
  await refuseStrangeReferences(ctx, course, next)
  try {
    await updateCourse(ctx.db, ctx.organizationId, course.id, next)
  } catch (error) {
    if (sqlState(error) === '23505') throw SlugTaken({ slug: next.slug })
    throw error
  }
  if (change.descriptionHtml !== undefined) await setFiles(ctx.db, ctx.organizationId, course.id, files)
  // The description is a whole text; that it changed is enough to know.
  const { descriptionHtml, ...was } = detailsOf(course)
  const { descriptionHtml: newDescription, ...is } = next
  await record(ctx, 'learning.course_changed', {
    entityType: 'course',
    entityId: course.id,
    ...difference(was, is),
    metadata: { title: next.title, isDescriptionChanged: descriptionHtml !== newDescription },
  })
}

async function refuseStrangeReferences(ctx: Ctx, before: CourseDetails, next: CourseDetails) {
  const field = (pointer: string, message: string) =>
    InvalidInput({}, { fields: [{ pointer, code: 'unknown', message }] })
  if (next.categoryId && next.categoryId !== before.categoryId) {
    if (!(await findCategory(ctx.db, ctx.organizationId, next.categoryId))) {
      throw field('/categoryId', 'is no category of this organization')
    }
  }
  if (next.instructorId && next.instructorId !== before.instructorId) {
    if (!(await instructorIds(ctx)).includes(next.instructorId)) {
      throw field('/instructorId', 'is nobody who may teach here')
    }
  }
}

/** People who may teach a course. */
export async function listInstructors(ctx: Ctx) {
  const people = await peopleByIds(ctx, await instructorIds(ctx))
  return [...people.values()]
    .map(({ id, name, avatarUrl }) => ({ id, name, avatarUrl }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

async function instructorIds(ctx: Ctx): Promise<string[]> {
  const authors = await peopleWithPermission(ctx, 'learning.courses.author')
  const managers = await peopleWithPermission(ctx, 'learning.courses.manage')
  return [...new Set([...authors, ...managers])]
}

/** Shows the course to learners, now or from a moment on. Publishing a published course changes nothing. */
export async function publishCourse(ctx: Ctx, course: CourseRow, at: Date | null = null): Promise<void> {
  if (course.status === 'archived') throw CourseArchived()
  const later = at !== null && at > ctx.now
  if (course.status === 'published' && !later) return
  const { moduleCount, emptyModule } = await findGaps(ctx.db, ctx.organizationId, course.id)
  if (moduleCount === 0) throw CourseNotReady({ gap: 'no_module', problem: 'it has no module', title: null })
  if (emptyModule !== null) {
    throw CourseNotReady({
      gap: 'empty_module',
      problem: `the module “${emptyModule}” has no lesson`,
      title: emptyModule,
    })
  }
  await setStatus(ctx.db, ctx.organizationId, course.id, {
    status: later ? 'scheduled' : 'published',
    publishedAt: later ? null : ctx.now,
    scheduledAt: later ? at : null,
    archivedAt: null,
  })
  await recordStatus(ctx, course, later ? 'scheduled' : 'published', later ? { at: at.toISOString() } : {})
  if (!later) await announce(ctx, coursePublished, { courseId: course.id })
  else if (course.status === 'published') await announce(ctx, courseWithdrawn, { courseId: course.id })
}

/** Takes a published or scheduled course back into the workshop. */
export async function withdrawCourse(ctx: Ctx, course: CourseRow): Promise<void> {
  if (course.status === 'draft' || course.status === 'archived') return
  await setStatus(ctx.db, ctx.organizationId, course.id, {
    status: 'draft',
    publishedAt: null,
    scheduledAt: null,
    archivedAt: null,
  })
  await recordStatus(ctx, course, 'draft')
  if (course.status === 'published') await announce(ctx, courseWithdrawn, { courseId: course.id })
}

/** Closes a course: it leaves the catalogue, and nobody joins any more. */
export async function archiveCourse(ctx: Ctx, course: CourseRow): Promise<void> {
  if (course.status === 'archived') return
  await setStatus(ctx.db, ctx.organizationId, course.id, {
    status: 'archived',
    publishedAt: course.publishedAt,
    scheduledAt: null,
    archivedAt: ctx.now,
  })
  await recordStatus(ctx, course, 'archived')
  await announce(ctx, courseArchived, { courseId: course.id })
}

/** Takes a course out of the archive: published if it had been, else a draft. */
export async function reopenCourse(ctx: Ctx, course: CourseRow): Promise<void> {
  if (course.status !== 'archived') return
  const status = course.publishedAt ? 'published' : 'draft'
  await setStatus(ctx.db, ctx.organizationId, course.id, {
    status,
    publishedAt: course.publishedAt,
    scheduledAt: null,
    archivedAt: null,
  })
  await recordStatus(ctx, course, status)
  if (status === 'published') await announce(ctx, coursePublished, { courseId: course.id })
}

/** Deletes a course that nobody ever joined for good, with everything in it. */
export async function deleteNewCourse(ctx: Ctx, course: CourseRow): Promise<void> {
  const isGone = await deleteCourse(ctx.db, ctx.organizationId, course.id).catch((error) => {
    // Somebody joined at this very moment.
    if (sqlState(error) === '23503') return false
    throw error
  })
  if (!isGone) throw CourseHasLearners()
  await record(ctx, 'learning.course_deleted', {
    entityType: 'course',
    entityId: course.id,
    before: { title: course.title, slug: course.slug, status: course.status },
  })
  await announce(ctx, courseDeleted, { courseId: course.id })
}

export async function showCover(
  ctx: Ctx,
  course: CourseRow,
  cover: { objectId: string; alt: string },
): Promise<void> {
  await mustBeUsable(ctx, course.id, [{ objectId: cover.objectId, mediaType: 'image/' }])
  await setCover(ctx.db, ctx.organizationId, course.id, {
    objectId: cover.objectId,
    altText: cover.alt.trim(),
  })
  await bumpRevision(ctx.db, ctx.organizationId, course.id)
}

export async function hideCover(ctx: Ctx, course: CourseRow): Promise<void> {
  if (await removeCover(ctx.db, ctx.organizationId, course.id))
    await bumpRevision(ctx.db, ctx.organizationId, course.id)
}

function recordStatus(ctx: Ctx, course: CourseRow, status: CourseStatus, more: Record<string, unknown> = {}) {
  const action = { draft: 'withdrawn', scheduled: 'scheduled', published: 'published', archived: 'archived' }[
    status
  ]
  return record(ctx, `learning.course_${action}`, {
    entityType: 'course',
    entityId: course.id,
    before: { status: course.status },
    after: { status, ...more },
    metadata: { title: course.title },
  })
}

/** The courses the caller may edit, as the studio lists them. */
export async function listStudio(
  ctx: Ctx,
  page: { status: CourseStatus | null; q: string | null; before: string | null; limit: number },
) {
  const authorId = mayManageCourses(ctx.actor) ? null : ctx.actor.userId
  const rows = await listForAuthor(ctx.db, ctx.organizationId, { ...page, authorId })
  return withFaces(ctx, rows, 'thumb')
}

/** Adds who teaches and what is on the cover, for a whole list at once. */
export async function withFaces<R extends Pick<CourseListRow, 'instructorId' | 'coverObjectId' | 'coverAlt'>>(
  ctx: Ctx,
  rows: R[],
  /** `thumb` for lists of lines; a card's cover is blurred with it. */
  size: 'web' | 'thumb' = 'web',
) {
  const isText = (id: string | null): id is string => id !== null
  const instructors = rows.map((row) => row.instructorId).filter(isText)
  const covers = rows.map((row) => row.coverObjectId).filter(isText)
  const people = instructors.length > 0 ? await peopleByIds(ctx, instructors) : new Map<string, never>()
  const urls = covers.length > 0 ? await fileUrls(ctx, covers, { variant: size }) : new Map<string, string>()
  return rows.map((row) => {
    const person = row.instructorId === null ? undefined : people.get(row.instructorId)
    return {
      ...row,
      instructor: person ? { id: person.id, name: person.name, avatarUrl: person.avatarUrl } : null,
      cover: row.coverObjectId
        ? { objectId: row.coverObjectId, url: urls.get(row.coverObjectId) ?? null, alt: row.coverAlt }
        : null,
    }
  })
}

/** A course with everything its editor shows. */
export async function showStudioCourse(ctx: Ctx, course: CourseRow): Promise<StudioCourse> {
  const [faced] = await withFaces(ctx, [course])
  const edit = canEditCourse(ctx.actor, course) === true
  return {
    ...faced!,
    category: course.categoryId
      ? { id: course.categoryId, slug: course.categorySlug ?? '', name: course.categoryName ?? '' }
      : null,
    can: {
      edit,
      publish: edit && course.status !== 'archived',
      delete: canDeleteCourse(ctx.actor, course) === true,
    },
  }
}

function detailsOf(course: CourseRow): CourseDetails {
  const { slug, title, summary, descriptionHtml, categoryId, instructorId, level, language } = course
  const { durationMinutes, priceMinor, currency, visibility, isFeatured, certificateEnabled } = course
  return {
    slug,
    title,
    summary,
    descriptionHtml,
    categoryId,
    instructorId,
    level,
    language,
    durationMinutes,
    priceMinor,
    currency,
    visibility,
    isFeatured,
    certificateEnabled,
  }
}

/** What changed, before and after. */
export function difference<T extends object>(before: T, after: T) {
  const changed = (Object.keys(after) as Array<keyof T>).filter((key) => !same(before[key], after[key]))
  const pick = (from: T) => Object.fromEntries(changed.map((key) => [key, from[key]]))
  return { before: pick(before), after: pick(after) }
}

const same = (a: unknown, b: unknown) =>
  a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : Object.is(a, b)
