import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { NodeStatus } from './kinds.ts'

/** A node about to be copied: what is new about the copy; the rest stays as in `source`. */
export type NodeCopy = {
  source: string
  id: string
  parent_id: string | null
  slug: string
  title: string
  position: string
  status: NodeStatus
}

/** A draft with what is known of another course; null when the slug is taken. Whoever copies it has made it. */
export async function insertCourseCopy(
  db: Db,
  organizationId: string,
  sourceId: string,
  copy: { slug: string; title: string; createdBy: string | null },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into learning.courses (organization_id, slug, title, summary, description_html, category_id, instructor_id,
                                  level, language, duration_minutes, price_minor, currency, visibility,
                                  certificate_enabled, metadata, created_by)
    select organization_id, ${copy.slug}, ${copy.title}, summary, description_html, category_id,
           coalesce(instructor_id, ${copy.createdBy}::uuid), level, language, duration_minutes, price_minor, currency,
           visibility, certificate_enabled, metadata, ${copy.createdBy}::uuid
      from learning.courses where organization_id = ${organizationId} and id = ${sourceId}
    on conflict (organization_id, slug) do nothing
    returning id`.execute(db)
  return rows[0]?.id ?? null
}

/** Cover, files of the description and what hangs on the whole course; the files themselves are shared. */
export async function copyCourseBelongings(
  db: Db,
  organizationId: string,
  sourceId: string,
  courseId: string,
): Promise<void> {
  await sql`
    with cover as (
      insert into learning.course_covers (organization_id, course_id, object_id, alt_text)
      select organization_id, ${courseId}, object_id, alt_text from learning.course_covers
       where organization_id = ${organizationId} and course_id = ${sourceId}
    ), files as (
      insert into learning.course_files (organization_id, course_id, object_id)
      select organization_id, ${courseId}, object_id from learning.course_files
       where organization_id = ${organizationId} and course_id = ${sourceId}
    )
    insert into learning.resources (organization_id, course_id, title, description, object_id, url, type, size, position)
    select organization_id, ${courseId}, title, description, object_id, url, type, size, position
      from learning.resources
     where organization_id = ${organizationId} and course_id = ${sourceId} and node_id is null
       and deleted_at is null`.execute(db)
}

/** Copies nodes with all they hold, in a few statements however many they are. */
export async function copyNodes(
  db: Db,
  organizationId: string,
  courseId: string,
  copies: NodeCopy[],
): Promise<void> {
  if (copies.length === 0) return
  const pairs = sql`jsonb_to_recordset(${JSON.stringify(copies.map(({ source, id }) => ({ source, id })))}::jsonb)
                      as pair (source uuid, id uuid)`
  await sql`
    insert into learning.nodes (organization_id, id, course_id, parent_id, kind, slug, title, description, position,
                                status, published_at, release_at, estimated_minutes, difficulty, thumbnail_object_id,
                                metadata)
    select n.organization_id, copy.id, ${courseId}, copy.parent_id, n.kind, copy.slug, copy.title, n.description,
           copy.position, copy.status, case when copy.status = 'published' then now() end, n.release_at,
           n.estimated_minutes, n.difficulty, n.thumbnail_object_id, n.metadata
      from jsonb_to_recordset(${JSON.stringify(copies)}::jsonb)
             as copy (source uuid, id uuid, parent_id uuid, slug text, title text, position text, status text)
      join learning.nodes n on n.organization_id = ${organizationId} and n.id = copy.source`.execute(db)
  await copyBlocks(db, organizationId, pairs)
  await copyQuizzes(db, organizationId, pairs)
  await sql`
    insert into learning.resources (organization_id, course_id, node_id, title, description, object_id, url, type, size,
                                    position)
    select r.organization_id, ${courseId}, pair.id, r.title, r.description, r.object_id, r.url, r.type, r.size, r.position
      from ${pairs} join learning.resources r on r.organization_id = ${organizationId} and r.node_id = pair.source
     where r.deleted_at is null`.execute(db)
}

async function copyBlocks(db: Db, organizationId: string, pairs: RawBuilder<unknown>) {
  await sql`
    with copies as (
      select b.id as source, uuidv7() as id, pair.id as node_id, b.type, b.position, b.content
        from ${pairs} join learning.blocks b on b.organization_id = ${organizationId} and b.node_id = pair.source
    ), put as (
      insert into learning.blocks (organization_id, id, node_id, type, position, content)
      select ${organizationId}, id, node_id, type, position, content from copies
    )
    insert into learning.block_files (organization_id, block_id, object_id)
    select f.organization_id, copies.id, f.object_id
      from copies join learning.block_files f on f.organization_id = ${organizationId} and f.block_id = copies.source`.execute(
    db,
  )
}

async function copyQuizzes(db: Db, organizationId: string, pairs: RawBuilder<unknown>) {
  await sql`
    with copies as (
      select q.id as source, uuidv7() as id, pair.id as node_id, q.title, q.intro_html, q.points, q.is_required,
             q.pass_percent, q.max_attempts, q.time_limit_minutes, q.shuffle
        from ${pairs} join learning.quizzes q on q.organization_id = ${organizationId} and q.node_id = pair.source
    ), put as (
      insert into learning.quizzes (organization_id, id, node_id, title, intro_html, points, is_required, pass_percent,
                                    max_attempts, time_limit_minutes, shuffle)
      select ${organizationId}, id, node_id, title, intro_html, points, is_required, pass_percent, max_attempts,
             time_limit_minutes, shuffle
        from copies
    ), questions as (
      insert into learning.questions (organization_id, quiz_id, type, position, prompt_html, points, options, answer,
                                      hints, explanation_html)
      select x.organization_id, copies.id, x.type, x.position, x.prompt_html, x.points, x.options, x.answer, x.hints,
             x.explanation_html
        from copies join learning.questions x on x.organization_id = ${organizationId} and x.quiz_id = copies.source
    )
    insert into learning.quiz_files (organization_id, quiz_id, object_id)
    select f.organization_id, copies.id, f.object_id
      from copies join learning.quiz_files f on f.organization_id = ${organizationId} and f.quiz_id = copies.source`.execute(
    db,
  )
}

/** Texts of some nodes that link to nodes. */
type LinkedTexts = {
  blocks: Array<{ id: string; content: unknown }>
  quizzes: Array<{ id: string; intro_html: string | null }>
  questions: Array<{
    id: string
    prompt_html: string
    options: unknown
    hints: string[]
    explanation_html: string | null
  }>
}

export async function findLinkedTexts(
  db: Db,
  organizationId: string,
  nodeIds: string[],
): Promise<LinkedTexts> {
  const { rows } = await sql<LinkedTexts>`
    select (select coalesce(json_agg(json_build_object('id', b.id, 'content', b.content)), '[]')
              from learning.blocks b
             where b.organization_id = ${organizationId} and b.node_id = any(${nodeIds}::uuid[])
               and b.content::text like '%stoa-node:%') as blocks,
           (select coalesce(json_agg(json_build_object('id', q.id, 'intro_html', q.intro_html)), '[]')
              from learning.quizzes q
             where q.organization_id = ${organizationId} and q.node_id = any(${nodeIds}::uuid[])
               and q.intro_html like '%stoa-node:%') as quizzes,
           (select coalesce(json_agg(json_build_object('id', x.id, 'prompt_html', x.prompt_html, 'options', x.options,
                     'hints', x.hints, 'explanation_html', x.explanation_html)), '[]')
              from learning.quizzes q
              join learning.questions x on x.organization_id = q.organization_id and x.quiz_id = q.id
             where q.organization_id = ${organizationId} and q.node_id = any(${nodeIds}::uuid[])
               and concat(x.prompt_html, x.options, x.hints, x.explanation_html) like '%stoa-node:%') as questions`.execute(
    db,
  )
  return rows[0]!
}

export async function updateLinkedTexts(db: Db, organizationId: string, texts: LinkedTexts): Promise<void> {
  if (texts.blocks.length > 0)
    await sql`
      update learning.blocks b set content = text.content
        from jsonb_to_recordset(${JSON.stringify(texts.blocks)}::jsonb) as text (id uuid, content jsonb)
       where b.organization_id = ${organizationId} and b.id = text.id`.execute(db)
  if (texts.quizzes.length > 0)
    await sql`
      update learning.quizzes q set intro_html = text.intro_html
        from jsonb_to_recordset(${JSON.stringify(texts.quizzes)}::jsonb) as text (id uuid, intro_html text)
       where q.organization_id = ${organizationId} and q.id = text.id`.execute(db)
  if (texts.questions.length > 0)
    await sql`
      update learning.questions x
         set prompt_html = text.prompt_html, options = text.options, hints = text.hints,
             explanation_html = text.explanation_html
        from jsonb_to_recordset(${JSON.stringify(texts.questions)}::jsonb)
               as text (id uuid, prompt_html text, options jsonb, hints text[], explanation_html text)
       where x.organization_id = ${organizationId} and x.id = text.id`.execute(db)
}

export async function setDescription(
  db: Db,
  organizationId: string,
  courseId: string,
  html: string,
): Promise<void> {
  await sql`
    update learning.courses set description_html = ${html}
     where organization_id = ${organizationId} and id = ${courseId}`.execute(db)
}
