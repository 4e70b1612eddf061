import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** Rows of a whole course on their way in; ids are already given. */
export type DraftRows = {
  nodes: Array<{
    id: string
    parent_id: string | null
    kind: string
    slug: string
    title: string
    position: string
    status: string
    release_at: string | null
    source_id: string | null
  }>
  blocks: Array<{ id: string; node_id: string; type: string; position: string; content: unknown }>
  blockFiles: Array<{ block_id: string; object_id: string }>
  quizzes: Array<{
    id: string
    node_id: string
    title: string
    intro_html: string | null
    is_required: boolean
    pass_percent: number
    max_attempts: number | null
    time_limit_minutes: number | null
    shuffle: boolean
    source_id: string
  }>
  quizFiles: Array<{ quiz_id: string; object_id: string }>
  questions: Array<{
    id: string
    quiz_id: string
    type: string
    position: string
    prompt_html: string
    points: number
    options: unknown
    answer: unknown
    hints: string[]
    explanation_html: string | null
    source_id: string
  }>
}

const rowsAStatement = 1000

/** A few statements for thousands of rows. */
export async function insertDraftRows(
  db: Db,
  organizationId: string,
  courseId: string,
  rows: DraftRows,
  signal?: AbortSignal,
): Promise<void> {
  const each = async <T>(all: T[], statement: (json: string) => RawBuilder<unknown>) => {
    for (let start = 0; start < all.length; start += rowsAStatement) {
      signal?.throwIfAborted()
      await statement(JSON.stringify(all.slice(start, start + rowsAStatement), storable)).execute(db)
    }
  }
  await each(
    rows.nodes,
    (json) => sql`
    insert into learning.nodes (organization_id, course_id, id, parent_id, kind, slug, title, position, status,
                                published_at, release_at, source_id)
    select ${organizationId}, ${courseId}, id, parent_id, kind, slug, title, position, status,
           case when status = 'published' then now() end, release_at, source_id
      from jsonb_to_recordset(${json}::jsonb) as row (id uuid, parent_id uuid, kind text, slug text, title text,
           position text, status text, release_at timestamptz, source_id text)`,
  )
  await each(
    rows.blocks,
    (json) => sql`
    insert into learning.blocks (organization_id, id, node_id, type, position, content)
    select ${organizationId}, id, node_id, type, position, content
      from jsonb_to_recordset(${json}::jsonb) as row (id uuid, node_id uuid, type text, position text, content jsonb)`,
  )
  await each(
    rows.blockFiles,
    (json) => sql`
    insert into learning.block_files (organization_id, block_id, object_id)
    select ${organizationId}, block_id, object_id
      from jsonb_to_recordset(${json}::jsonb) as row (block_id uuid, object_id uuid)`,
  )
  await each(
    rows.quizzes,
    (json) => sql`
    insert into learning.quizzes (organization_id, id, node_id, title, intro_html, is_required, pass_percent,
                                  max_attempts, time_limit_minutes, shuffle, source_id)
    select ${organizationId}, id, node_id, title, intro_html, is_required, pass_percent, max_attempts,
           time_limit_minutes, shuffle, source_id
      from jsonb_to_recordset(${json}::jsonb) as row (id uuid, node_id uuid, title text, intro_html text,
           is_required boolean, pass_percent smallint, max_attempts integer, time_limit_minutes integer,
           shuffle boolean, source_id text)`,
  )
  await each(
    rows.quizFiles,
    (json) => sql`
    insert into learning.quiz_files (organization_id, quiz_id, object_id)
    select ${organizationId}, quiz_id, object_id
      from jsonb_to_recordset(${json}::jsonb) as row (quiz_id uuid, object_id uuid)`,
  )
  await each(
    rows.questions,
    (json) => sql`
    insert into learning.questions (organization_id, id, quiz_id, type, position, prompt_html, points, options, answer,
                                    hints, explanation_html, source_id)
    select ${organizationId}, id, quiz_id, type, position, prompt_html, points, options, answer, hints,
           explanation_html, source_id
      from jsonb_to_recordset(${json}::jsonb) as row (id uuid, quiz_id uuid, type text, position text,
           prompt_html text, points integer, options jsonb, answer jsonb, hints text[], explanation_html text,
           source_id text)`,
  )
}

/** Characters PostgreSQL cannot keep (NUL, half of a surrogate pair) are left out. */
const storable = (_key: string, value: unknown) =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value
