import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { NodeKind, NodeStatus } from './kinds.ts'

/** A node as the studio sees it. */
export type NodeRow = {
  id: string
  courseId: string
  parentId: string | null
  kind: NodeKind
  slug: string
  title: string
  description: string | null
  position: string
  status: NodeStatus
  publishedAt: Date | null
  releaseAt: Date | null
  archivedAt: Date | null
  archivedFrom: NodeStatus | null
  estimatedMinutes: number | null
  difficulty: string | null
  childCount: number
  pageTotal: number
  contentRevision: number
  hasContent: boolean
  hasQuiz: boolean
}

const columns = sql<NodeRow>`
  n.id, n.course_id, n.parent_id, n.kind, n.slug, n.title, n.description, n.position, n.status, n.published_at,
  n.release_at, n.archived_at, n.archived_from, n.estimated_minutes, n.difficulty, n.child_count, n.page_total,
  n.content_revision,
  exists (select 1 from learning.blocks b where b.organization_id = n.organization_id and b.node_id = n.id) as has_content,
  exists (select 1 from learning.quizzes q where q.organization_id = n.organization_id and q.node_id = n.id) as has_quiz`

/** Every node of a course, siblings in order; also what is in the bin. */
export async function listNodes(db: Db, organizationId: string, courseId: string): Promise<NodeRow[]> {
  const { rows } = await sql<NodeRow>`
    select ${columns} from learning.nodes n
     where n.organization_id = ${organizationId} and n.course_id = ${courseId}
     order by n.position`.execute(db)
  return rows
}

export async function findNode(db: Db, organizationId: string, id: string): Promise<NodeRow | null> {
  const { rows } = await sql<NodeRow>`
    select ${columns} from learning.nodes n where n.organization_id = ${organizationId} and n.id = ${id}`.execute(
    db,
  )
  return rows[0] ?? null
}

export async function courseIdOf(db: Db, organizationId: string, nodeId: string): Promise<string | null> {
  const { rows } = await sql<{ courseId: string }>`
    select course_id from learning.nodes where organization_id = ${organizationId} and id = ${nodeId}`.execute(
    db,
  )
  return rows[0]?.courseId ?? null
}

export async function insertNode(
  db: Db,
  organizationId: string,
  node: {
    courseId: string
    parentId: string | null
    kind: NodeKind
    slug: string
    title: string
    position: string
    status: NodeStatus
  },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into learning.nodes (organization_id, course_id, parent_id, kind, slug, title, position, status, published_at)
    values (${organizationId}, ${node.courseId}, ${node.parentId}, ${node.kind}, ${node.slug}, ${node.title},
            ${node.position}, ${node.status}, case when ${node.status} = 'published' then now() end)
    returning id`.execute(db)
  return rows[0]!.id
}

export async function updateNode(
  db: Db,
  organizationId: string,
  id: string,
  node: {
    title: string
    slug: string
    description: string | null
    status: NodeStatus
    releaseAt: Date | null
    estimatedMinutes: number | null
    difficulty: string | null
  },
): Promise<void> {
  await sql`
    update learning.nodes set title = ${node.title}, slug = ${node.slug}, description = ${node.description},
           status = ${node.status}, release_at = ${node.releaseAt}, estimated_minutes = ${node.estimatedMinutes},
           difficulty = ${node.difficulty}, archived_at = null, archived_from = null, updated_at = now(),
           published_at = case when ${node.status} = 'published' then coalesce(published_at, now()) else published_at end,
           content_revision = content_revision + 1
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

/** Puts a node and what is below it into the bin; its place among its siblings stays. */
export async function archiveNode(db: Db, organizationId: string, id: string): Promise<void> {
  await sql`
    update learning.nodes set archived_from = status, status = 'archived', archived_at = now(), updated_at = now()
     where organization_id = ${organizationId} and id = ${id} and status <> 'archived'`.execute(db)
}

/** Takes a node out of the bin, with the status it had. */
export async function restoreNode(db: Db, organizationId: string, id: string): Promise<void> {
  await sql`
    update learning.nodes set status = coalesce(archived_from, 'draft'), archived_from = null, archived_at = null,
           updated_at = now()
     where organization_id = ${organizationId} and id = ${id} and status = 'archived'`.execute(db)
}

/** Moves a node; what is below it changes kind when its level did. */
export async function placeNode(
  db: Db,
  organizationId: string,
  id: string,
  place: { parentId: string | null; position: string; shift: number },
): Promise<void> {
  await sql`
    with recursive below as (
      select id from learning.nodes where organization_id = ${organizationId} and id = ${id}
      union all
      select n.id from below b join learning.nodes n on n.organization_id = ${organizationId} and n.parent_id = b.id
    ), levels as (select array['module', 'lesson', 'topic', 'subtopic'] as kinds)
    update learning.nodes n
       set parent_id = case when n.id = ${id} then ${place.parentId}::uuid else n.parent_id end,
           position = case when n.id = ${id} then ${place.position} else n.position end,
           kind = levels.kinds[array_position(levels.kinds, n.kind) + ${place.shift}::int],
           updated_at = now()
      from below, levels
     where n.organization_id = ${organizationId} and n.id = below.id
       and (n.id = ${id} or ${place.shift}::int <> 0)`.execute(db)
}

/** Moves what a page holds to another page: blocks, quiz, and what learners have done there. */
export async function moveContent(
  db: Db,
  organizationId: string,
  fromId: string,
  toId: string,
): Promise<void> {
  await sql`update learning.blocks set node_id = ${toId}
             where organization_id = ${organizationId} and node_id = ${fromId}`.execute(db)
  await sql`update learning.quizzes set node_id = ${toId}
             where organization_id = ${organizationId} and node_id = ${fromId}`.execute(db)
  await sql`update learning.resources set node_id = ${toId}
             where organization_id = ${organizationId} and node_id = ${fromId}`.execute(db)
  await sql`update learning.completions set node_id = ${toId}
             where organization_id = ${organizationId} and node_id = ${fromId}`.execute(db)
  await sql`
    insert into learning.progress (organization_id, enrollment_id, node_id, done, time_spent_seconds, first_viewed_at,
                                   last_viewed_at, completed_at, checkpoints)
    select organization_id, enrollment_id, ${toId}, done, time_spent_seconds, first_viewed_at, last_viewed_at,
           completed_at, checkpoints
      from learning.progress where organization_id = ${organizationId} and node_id = ${fromId}
    on conflict do nothing`.execute(db)
  await sql`update learning.enrollments set last_viewed_node_id = ${toId}
             where organization_id = ${organizationId} and last_viewed_node_id = ${fromId}`.execute(db)
  await sql`
    update learning.nodes n set estimated_minutes = page.estimated_minutes
      from learning.nodes page
     where n.organization_id = ${organizationId} and n.id = ${toId}
       and page.organization_id = ${organizationId} and page.id = ${fromId}`.execute(db)
  // What was kept of the page under its old revision shows what is no longer on it.
  await bumpContentRevision(db, organizationId, fromId)
}

export async function bumpContentRevision(db: Db, organizationId: string, nodeId: string): Promise<number> {
  const { rows } = await sql<{ contentRevision: number }>`
    update learning.nodes set content_revision = content_revision + 1, updated_at = now()
     where organization_id = ${organizationId} and id = ${nodeId}
    returning content_revision`.execute(db)
  return rows[0]!.contentRevision
}

/**
 * Counts a course anew in one statement: children and visible pages of each node, pages of the course; its revision
 * rises. Called after every change of structure or status, by the holder of the course's lock.
 */
export async function recount(db: Db, organizationId: string, courseId: string): Promise<void> {
  await sql`
    with recursive tree as (
      select n.id, n.kind, array[n.id] as path,
             n.status = 'published' or (n.status = 'scheduled' and n.release_at <= now()) as open
        from learning.nodes n
       where n.organization_id = ${organizationId} and n.course_id = ${courseId} and n.parent_id is null
      union all
      select n.id, n.kind, t.path || n.id,
             t.open and (n.status = 'published' or (n.status = 'scheduled' and n.release_at <= now()))
        from tree t
        join learning.nodes n
          on n.organization_id = ${organizationId} and n.course_id = ${courseId} and n.parent_id = t.id
    ), children as (
      select parent_id, count(*)::int as total from learning.nodes
       where organization_id = ${organizationId} and course_id = ${courseId} and parent_id is not null
         and status <> 'archived'
       group by parent_id
    ), pages as (
      select t.path from tree t left join children c on c.parent_id = t.id
       where t.open and c.total is null and t.kind <> 'module'
    ), totals as (
      select above.id, count(*)::int as pages from pages, unnest(pages.path) above (id) group by above.id
    ), counted as (
      update learning.nodes n
         set child_count = coalesce(c.total, 0), page_total = coalesce(p.pages, 0)
        from tree t
        left join children c on c.parent_id = t.id
        left join totals p on p.id = t.id
       where n.organization_id = ${organizationId} and n.id = t.id
         and (n.child_count, n.page_total) is distinct from (coalesce(c.total, 0), coalesce(p.pages, 0))
    )
    update learning.courses
       set page_total = (select count(*) from pages), revision = revision + 1, updated_at = now()
     where organization_id = ${organizationId} and id = ${courseId}`.execute(db)
}

/** Publishes the parts of a course whose time has come; true when there were any. */
export async function publishDueNodes(db: Db, organizationId: string, courseId: string): Promise<boolean> {
  const { rows } = await sql`
    update learning.nodes set status = 'published', published_at = release_at, updated_at = now()
     where organization_id = ${organizationId} and course_id = ${courseId}
       and status = 'scheduled' and release_at <= now()
    returning id`.execute(db)
  return rows.length > 0
}
