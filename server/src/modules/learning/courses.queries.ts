import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { CourseStatus, Level, Visibility } from './kinds.ts'

/** A course as the studio sees it. */
export type CourseRow = {
  id: string
  slug: string
  title: string
  summary: string | null
  descriptionHtml: string | null
  categoryId: string | null
  categorySlug: string | null
  categoryName: string | null
  instructorId: string | null
  createdBy: string | null
  level: Level | null
  language: string
  durationMinutes: number | null
  priceMinor: number
  currency: string
  status: CourseStatus
  visibility: Visibility
  publishedAt: Date | null
  scheduledAt: Date | null
  archivedAt: Date | null
  isFeatured: boolean
  certificateEnabled: boolean
  revision: number
  pageTotal: number
  learnerCount: number
  completedCount: number
  hasLearners: boolean
  coverObjectId: string | null
  coverAlt: string
  createdAt: Date
  updatedAt: Date
}

const columns = sql<CourseRow>`
  c.id, c.slug, c.title, c.summary, c.description_html, c.category_id, k.slug as category_slug, k.name as category_name,
  c.instructor_id, c.created_by, c.level, c.language, c.duration_minutes, c.price_minor, c.currency, c.status,
  c.visibility, c.published_at, c.scheduled_at, c.archived_at, c.is_featured, c.certificate_enabled, c.revision,
  c.page_total, c.learner_count, c.completed_count, c.created_at, c.updated_at,
  exists (select 1 from learning.enrollments e where e.organization_id = c.organization_id and e.course_id = c.id) as has_learners,
  cover.object_id as cover_object_id, coalesce(cover.alt_text, '') as cover_alt`

const from = sql`
  learning.courses c
  left join learning.categories k on k.organization_id = c.organization_id and k.id = c.category_id
  left join learning.course_covers cover on cover.organization_id = c.organization_id and cover.course_id = c.id`

/** A course that is not in the bin. */
export async function findCourse(db: Db, organizationId: string, id: string): Promise<CourseRow | null> {
  const { rows } = await sql<CourseRow>`
    select ${columns} from ${from}
     where c.organization_id = ${organizationId} and c.id = ${id} and c.deleted_at is null`.execute(db)
  return rows[0] ?? null
}

/** The course, held until the transaction ends: whoever else wants to change it waits and then reads it anew. */
export async function lockCourse(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    select id from learning.courses where organization_id = ${organizationId} and id = ${id} and deleted_at is null
       for no key update`.execute(db)
  return rows.length === 1
}

export type CourseListRow = Pick<
  CourseRow,
  | 'id'
  | 'slug'
  | 'title'
  | 'summary'
  | 'status'
  | 'visibility'
  | 'categoryName'
  | 'instructorId'
  | 'pageTotal'
  | 'learnerCount'
  | 'completedCount'
  | 'publishedAt'
  | 'scheduledAt'
  | 'updatedAt'
  | 'coverObjectId'
  | 'coverAlt'
>

/**
 * Courses for their authors, newest first.
 * @param page.authorId only those this person made or teaches; null for all
 */
export async function listForAuthor(
  db: Db,
  organizationId: string,
  page: {
    authorId: string | null
    status: CourseStatus | null
    q: string | null
    before: string | null
    limit: number
  },
): Promise<CourseListRow[]> {
  const { rows } = await sql<CourseListRow>`
    select c.id, c.slug, c.title, c.summary, c.status, c.visibility, k.name as category_name, c.instructor_id,
           c.page_total, c.learner_count, c.completed_count, c.published_at, c.scheduled_at, c.updated_at,
           cover.object_id as cover_object_id, coalesce(cover.alt_text, '') as cover_alt
      from ${from}
     where c.organization_id = ${organizationId} and c.deleted_at is null
       ${page.authorId ? sql`and (c.created_by = ${page.authorId} or c.instructor_id = ${page.authorId})` : sql``}
       ${page.status ? sql`and c.status = ${page.status}` : sql``}
       ${page.q ? titleLike(page.q) : sql``}
       ${page.before ? sql`and c.id < ${page.before}` : sql``}
     order by c.id desc limit ${page.limit}`.execute(db)
  return rows
}

/** Titles that contain the words, or are near to them in letters: `algbra` finds Algebra. */
export const titleLike = (q: string) =>
  sql`and (c.title ilike ${`%${q.replace(/[\\%_]/g, '\\$&')}%`} or word_similarity(${q}, c.title) >= 0.45)`

export async function takenSlugs(db: Db, organizationId: string, base: string): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select slug from learning.courses
     where organization_id = ${organizationId} and (slug = ${base} or slug like ${`${base}-%`})`.execute(db)
  return rows.map((row) => row.slug)
}

/** Null when the slug is taken, also by somebody at this very moment. */
export async function insertCourse(
  db: Db,
  organizationId: string,
  course: {
    slug: string
    title: string
    summary: string | null
    descriptionHtml: string | null
    language: string
    createdBy: string | null
    metadata: Record<string, unknown>
  },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into learning.courses (organization_id, slug, title, summary, description_html, language, created_by,
                                  instructor_id, metadata)
    values (${organizationId}, ${course.slug}, ${course.title}, ${course.summary}, ${course.descriptionHtml},
            ${course.language}, ${course.createdBy}, ${course.createdBy}, ${JSON.stringify(course.metadata)})
    on conflict (organization_id, slug) do nothing
    returning id`.execute(db)
  return rows[0]?.id ?? null
}

export type CourseDetails = Pick<
  CourseRow,
  | 'slug'
  | 'title'
  | 'summary'
  | 'descriptionHtml'
  | 'categoryId'
  | 'instructorId'
  | 'level'
  | 'language'
  | 'durationMinutes'
  | 'priceMinor'
  | 'currency'
  | 'visibility'
  | 'isFeatured'
  | 'certificateEnabled'
>

export async function updateCourse(
  db: Db,
  organizationId: string,
  id: string,
  course: CourseDetails,
): Promise<void> {
  await sql`
    update learning.courses set slug = ${course.slug}, title = ${course.title}, summary = ${course.summary},
           description_html = ${course.descriptionHtml}, category_id = ${course.categoryId},
           instructor_id = ${course.instructorId}, level = ${course.level}, language = ${course.language},
           duration_minutes = ${course.durationMinutes}, price_minor = ${course.priceMinor},
           currency = ${course.currency}, visibility = ${course.visibility}, is_featured = ${course.isFeatured},
           certificate_enabled = ${course.certificateEnabled}, revision = revision + 1, updated_at = now()
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

export async function setStatus(
  db: Db,
  organizationId: string,
  id: string,
  next: Pick<CourseRow, 'status' | 'publishedAt' | 'scheduledAt' | 'archivedAt'>,
): Promise<void> {
  await sql`
    update learning.courses set status = ${next.status}, published_at = ${next.publishedAt},
           scheduled_at = ${next.scheduledAt}, archived_at = ${next.archivedAt}, revision = revision + 1,
           updated_at = now()
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

export async function bumpRevision(db: Db, organizationId: string, id: string): Promise<void> {
  await sql`
    update learning.courses set revision = revision + 1, updated_at = now()
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

export async function setCover(
  db: Db,
  organizationId: string,
  courseId: string,
  cover: { objectId: string; altText: string },
): Promise<void> {
  await sql`
    insert into learning.course_covers (organization_id, course_id, object_id, alt_text)
    values (${organizationId}, ${courseId}, ${cover.objectId}, ${cover.altText})
    on conflict (organization_id, course_id)
    do update set object_id = excluded.object_id, alt_text = excluded.alt_text`.execute(db)
}

/** Notes which files the description shows. */
export async function setFiles(
  db: Db,
  organizationId: string,
  courseId: string,
  objectIds: string[],
): Promise<void> {
  await sql`
    delete from learning.course_files
     where organization_id = ${organizationId} and course_id = ${courseId} and object_id <> all(${objectIds}::uuid[])`.execute(
    db,
  )
  await sql`
    insert into learning.course_files (organization_id, course_id, object_id)
    select ${organizationId}, ${courseId}, object_id from unnest(${objectIds}::uuid[]) as shown (object_id)
    on conflict do nothing`.execute(db)
}

export async function removeCover(db: Db, organizationId: string, courseId: string): Promise<boolean> {
  const { rows } = await sql`
    delete from learning.course_covers where organization_id = ${organizationId} and course_id = ${courseId}
    returning course_id`.execute(db)
  return rows.length === 1
}

/** What stands between a course and its publication: modules that learners would find, and those without a lesson. */
export async function findGaps(
  db: Db,
  organizationId: string,
  courseId: string,
): Promise<{ moduleCount: number; emptyModule: string | null }> {
  const { rows } = await sql<{ moduleCount: number; emptyModule: string | null }>`
    with modules as (
      select m.id, m.title, m.status, m.position,
             exists (select 1 from learning.nodes n
                      where n.organization_id = m.organization_id and n.course_id = m.course_id
                        and n.parent_id = m.id and n.status in ('published', 'scheduled')) as has_lesson
        from learning.nodes m
       where m.organization_id = ${organizationId} and m.course_id = ${courseId} and m.parent_id is null
         and m.status in ('published', 'scheduled')
    )
    select count(*)::int as module_count,
           (array_agg(title order by position) filter (where not has_lesson and status = 'published'))[1] as empty_module
      from modules`.execute(db)
  return rows[0]!
}

/** Deletes a course nobody ever joined; false when somebody did. */
export async function deleteCourse(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from learning.courses c
     where c.organization_id = ${organizationId} and c.id = ${id}
       and not exists (select 1 from learning.enrollments e
                        where e.organization_id = c.organization_id and e.course_id = c.id)
    returning c.id`.execute(db)
  return rows.length === 1
}

/** Courses whose time, or that of a part of them, has come. */
export async function findDue(db: Db): Promise<Array<{ organizationId: string; courseId: string }>> {
  const { rows } = await sql<{ organizationId: string; courseId: string }>`
    /* all organizations: one look at what is due, then a transaction for each course */
    select organization_id, id as course_id from learning.courses
     where status = 'scheduled' and scheduled_at <= now()
    union
    select organization_id, course_id from learning.nodes where status = 'scheduled' and release_at <= now()`.execute(
    db,
  )
  return rows
}

/** Publishes a course whose time has come; true for exactly one caller. */
export async function publishDueCourse(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    update learning.courses set status = 'published', published_at = scheduled_at, scheduled_at = null,
           revision = revision + 1, updated_at = now()
     where organization_id = ${organizationId} and id = ${id} and status = 'scheduled' and scheduled_at <= now()
    returning id`.execute(db)
  return rows.length === 1
}
