import type { Static } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { shownFiles } from '../files/index.ts'
import { type CoursePageRow, findBySlug, listPublished, listVisibleNodes } from './catalogue.queries.ts'
import type { CoursePage } from './catalogue.schemas.ts'
import { withFaces } from './courses.ts'
import { filesIn } from './links.ts'
import { canEditCourse, canEnroll } from './policy.ts'
import { inReadingOrder } from './reading-order.ts'
import { beginRendering, renderHtml } from './render.ts'
import { createRevisionCache } from './revision-cache.ts'

type CatalogueFilter = Omit<Parameters<typeof listPublished>[2], 'readerId'>

/** What anybody finds on the shelves of the organization. */
export async function listCatalogue(ctx: Ctx, filter: CatalogueFilter) {
  const rows = await listPublished(ctx.db, ctx.organizationId, { ...filter, readerId: ctx.actor.userId })
  return (await withFaces(ctx, rows)).map((row) => ({ ...row, category: categoryOf(row) }))
}

const categoryOf = (row: {
  categoryId: string | null
  categorySlug: string | null
  categoryName: string | null
}) =>
  row.categoryId ? { id: row.categoryId, slug: row.categorySlug ?? '', name: row.categoryName ?? '' } : null

const isIn = (course: CoursePageRow) =>
  course.enrollmentStatus === 'active' || course.enrollmentStatus === 'completed'

/**
 * A course as its page shows it: published ones to everybody (those for enrolled people to the enrolled), archived
 * ones to who is in, all to their authors.
 * @throws NotFound
 */
export async function visibleCourse(ctx: Ctx, slug: string): Promise<CoursePageRow> {
  const course = await findBySlug(ctx.db, ctx.organizationId, slug, ctx.actor.userId)
  if (!course) throw NotFound()
  const isOpen = course.status === 'published' && (course.visibility !== 'enrolled_only' || isIn(course))
  if (isOpen || (course.status === 'archived' && isIn(course))) return course
  if (canEditCourse(ctx.actor, course) !== true) throw NotFound()
  return course
}

export async function showCoursePage(ctx: Ctx, course: CoursePageRow): Promise<Static<typeof CoursePage>> {
  const edit = canEditCourse(ctx.actor, course) === true
  const [faced] = await withFaces(ctx, [course])
  const join = canEnroll(ctx.actor, { ...course, isEnrolled: isIn(course) })
  const files = course.descriptionHtml ? filesIn(course.descriptionHtml) : []
  const shown = await shownFiles(ctx, files)
  return {
    ...faced!,
    category: categoryOf(course),
    descriptionHtml:
      course.descriptionHtml === null ? null : renderHtml(course.descriptionHtml, beginRendering(shown)),
    ...(await contentsOf(ctx, course)),
    enrollment: course.enrollmentId
      ? {
          id: course.enrollmentId,
          status: course.enrollmentStatus ?? '',
          percent: course.enrollmentPercent ?? 0,
        }
      : null,
    can: { enroll: join === true, learn: isIn(course) || edit, edit },
    enrollRefusal: join === true ? null : join.refused,
  }
}

type Contents = Pick<Static<typeof CoursePage>, 'counts' | 'nodes'>
const contents = createRevisionCache<Contents>(500)

/** A longer outline is shown down to its lessons. */
const mostNodes = 120

/** What is in the course; authors of an unpublished one also see what is not shown yet. */
function contentsOf(ctx: Ctx, course: CoursePageRow): Promise<Contents> {
  const all = course.status === 'draft' || course.status === 'scheduled'
  return contents.get(`${ctx.organizationId} ${course.id} ${course.revision}`, async () => {
    const rows = inReadingOrder(await listVisibleNodes(ctx.db, ctx.organizationId, course.id, all))
    const pages = rows.filter((node) => node.isPage)
    const shown =
      rows.length > mostNodes ? rows.filter((node) => node.kind === 'module' || node.kind === 'lesson') : rows
    return {
      counts: {
        modules: rows.filter((node) => node.kind === 'module').length,
        lessons: rows.filter((node) => node.kind === 'lesson').length,
        pages: pages.length,
        quizzes: rows.filter((node) => node.hasQuiz).length,
        minutes: pages.reduce((sum, node) => sum + (node.estimatedMinutes ?? 0), 0),
      },
      nodes: shown.map(({ estimatedMinutes, ...node }) => ({ ...node, minutes: estimatedMinutes })),
    }
  })
}
