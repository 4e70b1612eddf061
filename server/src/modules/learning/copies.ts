import type { Ctx } from '../../platform/ctx.ts'
import { uuidv7 } from '../../platform/uuidv7.ts'
import { record } from '../audit/index.ts'
import { localeOf } from '../identity/index.ts'
import {
  copyCourseBelongings,
  copyNodes,
  findLinkedTexts,
  insertCourseCopy,
  type NodeCopy,
  setDescription,
  updateLinkedTexts,
} from './copies.queries.ts'
import { copyTitle } from './copy-titles.ts'
import type { CourseRow } from './courses.queries.ts'
import { withFreeSlug } from './courses.ts'
import { InBin, LimitReached } from './errors.ts'
import { redirectLinks } from './links.ts'
import { listNodes, type NodeRow } from './nodes.queries.ts'
import { mostNodes, outlineChanged, withoutBin } from './nodes.ts'
import { positionAfter } from './positions.ts'
import { slugify } from './slugs.ts'
import type { EditableNode } from './studio.ts'

/**
 * A draft with everything a course has, but for its learners and what is in its bin. Links between its pages lead to
 * the copies; files are shared. Whoever copies a course has made the copy; who teaches it stays.
 */
export async function copyCourse(ctx: Ctx, course: CourseRow): Promise<string> {
  const title = copyTitle(course.title, await localeOf(ctx, ctx.actor.userId))
  const { id, slug } = await withFreeSlug(ctx, slugify(title, 'course'), (free) =>
    insertCourseCopy(ctx.db, ctx.organizationId, course.id, {
      slug: free,
      title,
      createdBy: ctx.actor.userId,
    }),
  )
  await copyCourseBelongings(ctx.db, ctx.organizationId, course.id, id)
  const nodes = withoutBin(await listNodes(ctx.db, ctx.organizationId, course.id))
  const ids = await copyBranch(ctx, id, nodes, (node) => node)
  const description = redirectLinks(course.descriptionHtml, ids)
  if (description !== null && description !== course.descriptionHtml)
    await setDescription(ctx.db, ctx.organizationId, id, description)
  await outlineChanged(ctx, id)
  await record(ctx, 'learning.course_copied', {
    entityType: 'course',
    entityId: id,
    targetId: course.id,
    after: { title, slug, parts: nodes.length },
    metadata: { title: course.title },
  })
  return id
}

/**
 * Copies a part with what is below it, right behind it; the copy is a draft, so that learners do not meet it before it
 * is ready.
 * @returns the id of the copy
 * @throws InBin, LimitReached
 */
export async function copyNode(ctx: Ctx, { course, node }: EditableNode): Promise<string> {
  const nodes = await listNodes(ctx.db, ctx.organizationId, course.id)
  const branch = branchOf(withoutBin(nodes), node.id)
  if (branch.length === 0) throw InBin()
  if (nodes.length + branch.length > mostNodes) throw LimitReached({ limit: mostNodes })
  const title = copyTitle(node.title, await localeOf(ctx, ctx.actor.userId))
  const siblings = nodes.filter((other) => other.parentId === node.parentId)
  const top = {
    title,
    slug: slugify(title, node.kind),
    position: positionAfter(siblings, node.id)!,
    status: 'draft' as const,
  }
  const ids = await copyBranch(ctx, course.id, branch, (each) =>
    each.id === node.id ? { ...each, ...top } : each,
  )
  const id = ids.get(node.id)!
  await outlineChanged(ctx, course.id)
  await record(ctx, 'learning.part_copied', {
    entityType: 'node',
    entityId: id,
    targetId: node.id,
    after: { title, parts: branch.length },
    metadata: { course: course.title, courseId: course.id, part: node.title },
  })
  return id
}

/** A node and what is below it, in reading order; nothing when it is not among the nodes. */
function branchOf(nodes: NodeRow[], topId: string): NodeRow[] {
  const within = new Set([topId])
  return nodes.filter((node) => {
    if (node.id === topId) return true
    if (node.parentId === null || !within.has(node.parentId)) return false
    within.add(node.id)
    return true
  })
}

/**
 * Copies nodes in reading order with what they hold.
 * @param revise what is different about the copy of a node
 * @returns the copy of each
 */
async function copyBranch(
  ctx: Ctx,
  courseId: string,
  nodes: NodeRow[],
  revise: (node: NodeRow) => Pick<NodeRow, 'title' | 'slug' | 'position' | 'status'>,
): Promise<Map<string, string>> {
  const ids = new Map(nodes.map((node) => [node.id, uuidv7()]))
  const copies = nodes.map((node): NodeCopy => {
    const { title, slug, position, status } = revise(node)
    const parentId = node.parentId === null ? null : (ids.get(node.parentId) ?? node.parentId)
    return { source: node.id, id: ids.get(node.id)!, parent_id: parentId, slug, title, position, status }
  })
  await copyNodes(ctx.db, ctx.organizationId, courseId, copies)
  const texts = await findLinkedTexts(ctx.db, ctx.organizationId, [...ids.values()])
  await updateLinkedTexts(ctx.db, ctx.organizationId, redirectLinks(texts, ids))
  return ids
}
