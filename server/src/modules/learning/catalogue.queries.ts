import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { type CourseRow, titleLike } from './courses.queries.ts'
import type { Level, NodeKind } from './kinds.ts'

/** A course on the shelf. */
export type CatalogueRow = Pick<
  CourseRow,
  | 'id'
  | 'slug'
  | 'title'
  | 'summary'
  | 'level'
  | 'language'
  | 'durationMinutes'
  | 'priceMinor'
  | 'currency'
  | 'isFeatured'
  | 'instructorId'
  | 'pageTotal'
  | 'learnerCount'
  | 'publishedAt'
  | 'coverObjectId'
  | 'coverAlt'
  | 'categoryId'
  | 'categorySlug'
  | 'categoryName'
>

/** Published courses, newest first; those for enrolled people only to the enrolled. */
export async function listPublished(
  db: Db,
  organizationId: string,
  page: {
    readerId: string | null
    q: string | null
    category: string | null
    level: Level | null
    language: string | null
    before: string | null
    limit: number
  },
): Promise<CatalogueRow[]> {
  const { rows } = await sql<CatalogueRow>`
    select c.id, c.slug, c.title, c.summary, c.level, c.language, c.duration_minutes, c.price_minor, c.currency,
           c.is_featured, c.instructor_id, c.page_total, c.learner_count, c.published_at,
           cover.object_id as cover_object_id, coalesce(cover.alt_text, '') as cover_alt,
           c.category_id, k.slug as category_slug, k.name as category_name
      from learning.courses c
      left join learning.categories k on k.organization_id = c.organization_id and k.id = c.category_id
      left join learning.course_covers cover on cover.organization_id = c.organization_id and cover.course_id = c.id
     where c.organization_id = ${organizationId} and c.status = 'published'
       and (c.visibility <> 'enrolled_only' ${page.readerId ? sql`or ${isIn(page.readerId)}` : sql``})
       ${page.q ? titleLike(page.q) : sql``}
       ${page.category ? sql`and k.slug = ${page.category}` : sql``}
       ${page.level ? sql`and c.level = ${page.level}` : sql``}
       ${page.language ? sql`and c.language = ${page.language}` : sql``}
       ${page.before ? sql`and c.id < ${page.before}` : sql``}
     order by c.id desc limit ${page.limit}`.execute(db)
  return rows
}

const isIn = (readerId: string) => sql`
  exists (select 1 from learning.enrollments e
           where e.organization_id = c.organization_id and e.course_id = c.id and e.user_id = ${readerId}
             and e.status in ('active', 'completed'))`

export type CoursePageRow = CourseRow & {
  enrollmentId: string | null
  enrollmentStatus: string | null
  enrollmentPercent: number | null
}

/** A course by its address, with the reader's own standing in it. */
export async function findBySlug(
  db: Db,
  organizationId: string,
  slug: string,
  readerId: string | null,
): Promise<CoursePageRow | null> {
  const { rows } = await sql<CoursePageRow>`
    select c.id, c.slug, c.title, c.summary, c.description_html, c.category_id, k.slug as category_slug,
           k.name as category_name, c.instructor_id, c.created_by, c.level, c.language, c.duration_minutes,
           c.price_minor, c.currency, c.status, c.visibility, c.published_at, c.scheduled_at, c.archived_at,
           c.is_featured, c.certificate_enabled, c.revision, c.page_total, c.learner_count, c.completed_count,
           c.created_at, c.updated_at, cover.object_id as cover_object_id, coalesce(cover.alt_text, '') as cover_alt,
           c.learner_count > 0 as has_learners,
           e.id as enrollment_id, e.status as enrollment_status, e.percent as enrollment_percent
      from learning.courses c
      left join learning.categories k on k.organization_id = c.organization_id and k.id = c.category_id
      left join learning.course_covers cover on cover.organization_id = c.organization_id and cover.course_id = c.id
      left join learning.enrollments e on e.organization_id = c.organization_id and e.course_id = c.id
       and e.user_id = ${readerId}::uuid
     where c.organization_id = ${organizationId} and c.slug = ${slug} and c.deleted_at is null`.execute(db)
  return rows[0] ?? null
}

export type CoursePageNode = {
  id: string
  parentId: string | null
  kind: NodeKind
  title: string
  description: string | null
  estimatedMinutes: number | null
  pageTotal: number
  isPage: boolean
  hasQuiz: boolean
}

/**
 * The parts readers see, siblings in order.
 * @param all also what is not shown yet, for authors
 */
export async function listVisibleNodes(
  db: Db,
  organizationId: string,
  courseId: string,
  all: boolean,
): Promise<CoursePageNode[]> {
  const { rows } = await sql<CoursePageNode>`
    select n.id, n.parent_id, n.kind, n.title, n.description, n.estimated_minutes, n.page_total,
           n.child_count = 0 and n.kind <> 'module' as is_page, q.id is not null as has_quiz
      from learning.nodes n
      left join learning.quizzes q on q.organization_id = n.organization_id and q.node_id = n.id
     where n.organization_id = ${organizationId} and n.course_id = ${courseId}
       and ${all ? sql`n.status <> 'archived'` : sql`n.page_total > 0`}
     order by n.position`.execute(db)
  return rows
}
