import type { Ctx } from '../../platform/ctx.ts'
import { InvalidInput } from '../../platform/errors.ts'
import { record } from '../audit/index.ts'
import { bumpRevision, type CourseRow } from './courses.queries.ts'
import { difference } from './courses.ts'
import { InBin, InsideItself, LimitReached, NotASibling, TooDeep } from './errors.ts'
import { kindBelow, nodeKinds } from './kinds.ts'
import {
  archiveNode,
  findNode,
  insertNode,
  listNodes,
  moveContent,
  type NodeRow,
  placeNode,
  recount,
  restoreNode,
  updateNode,
} from './nodes.queries.ts'
import type { NodeChange, NodeCreate, OutlineNode } from './nodes.schemas.ts'
import { recountLearners } from './outline-changes.ts'
import { positionAfter } from './positions.ts'
import { inReadingOrder } from './reading-order.ts'
import { slugify } from './slugs.ts'
import type { EditableNode } from './studio.ts'

/** Nodes a course has at most, with those in its bin. */
export const mostNodes = 5000

/** After each change of what pages there are or who sees them: counts, revision, learners' percents. */
export async function outlineChanged(ctx: Ctx, courseId: string): Promise<void> {
  await recount(ctx.db, ctx.organizationId, courseId)
  await recountLearners(ctx, courseId)
}

/** The whole outline, without what is in the bin, as one reads it. */
export async function outlineOf(ctx: Ctx, courseId: string): Promise<OutlineNode[]> {
  return withoutBin(await listNodes(ctx.db, ctx.organizationId, courseId)).map(showNode)
}

/** What one works with, in reading order. */
export const withoutBin = (nodes: NodeRow[]) =>
  inReadingOrder(nodes.filter((node) => node.status !== 'archived'))

export function showNode(node: NodeRow): OutlineNode {
  return { ...node, difficulty: node.difficulty as OutlineNode['difficulty'], isPage: isPage(node) }
}

/** Only what stands below a module and has nothing below itself carries content. */
export const isPage = (node: NodeRow): boolean => node.kind !== 'module' && node.childCount === 0

/**
 * Adds a part below `parentId` (or a module). In a published course it begins as a draft, so that learners do not
 * meet an empty page. When the parent is a page with content, that content moves to a first page of its own.
 */
export async function addNode(ctx: Ctx, course: CourseRow, input: NodeCreate): Promise<string> {
  const nodes = await listNodes(ctx.db, ctx.organizationId, course.id)
  if (nodes.length >= mostNodes) throw LimitReached({ limit: mostNodes })
  const parent = parentAmong(nodes, input.parentId ?? null)
  const kind = kindBelow(parent?.kind ?? null)
  if (kind === null) throw TooDeep()
  const { siblings, made } = await makeRoom(ctx, nodes, parent)
  const position = positionAfter(siblings, made ? made.id : input.after)
  if (position === null) throw NotASibling()
  const title = input.title.trim()
  const id = await insertNode(ctx.db, ctx.organizationId, {
    courseId: course.id,
    parentId: parent?.id ?? null,
    kind,
    slug: slugify(title, kind),
    title,
    position,
    status: input.status ?? (course.status === 'published' ? 'draft' : 'published'),
  })
  await outlineChanged(ctx, course.id)
  await recordOutline(ctx, 'learning.part_added', course, { id, title })
  return id
}

/** Changes what is known of a part: its title, when and whether learners see it. */
export async function changeNode(
  ctx: Ctx,
  { course, node }: EditableNode,
  change: NodeChange,
): Promise<void> {
  if (node.status === 'archived') throw InBin()
  const details = {
    title: node.title,
    slug: node.slug,
    description: node.description,
    status: node.status,
    releaseAt: node.releaseAt,
    estimatedMinutes: node.estimatedMinutes,
    difficulty: node.difficulty,
  }
  const { releaseAt, ...rest } = change
  const next = { ...details, ...rest }
  if (releaseAt !== undefined) next.releaseAt = releaseAt === null ? null : new Date(releaseAt)
  next.title = next.title.trim()
  if (next.title !== node.title) next.slug = slugify(next.title, node.kind)
  if (next.status === 'scheduled' && next.releaseAt === null) {
    throw InvalidInput(
      {},
      { fields: [{ pointer: '/releaseAt', code: 'required', message: 'says when learners will see it' }] },
    )
  }
  await updateNode(ctx.db, ctx.organizationId, node.id, next)
  const isShownOtherwise =
    next.status !== node.status || next.releaseAt?.getTime() !== node.releaseAt?.getTime()
  if (isShownOtherwise) await outlineChanged(ctx, course.id)
  else await bumpRevision(ctx.db, ctx.organizationId, course.id)
  const { before, after } = difference(details, next)
  await recordOutline(ctx, 'learning.part_changed', course, node, { before, after })
}

/**
 * Moves a part with what is below it. Its kind, and those below, follow from the new level.
 * @throws TooDeep, InsideItself, NotASibling
 */
export async function moveNode(
  ctx: Ctx,
  { course, node }: EditableNode,
  to: { parentId: string | null; after: string | null },
): Promise<void> {
  if (node.status === 'archived') throw InBin()
  const nodes = await listNodes(ctx.db, ctx.organizationId, course.id)
  const parent = parentAmong(nodes, to.parentId)
  if (parent && isWithin(nodes, parent, node.id)) throw InsideItself()
  const level = parent ? nodeKinds.indexOf(parent.kind) + 1 : 0
  if (level + height(nodes, node) >= nodeKinds.length) throw TooDeep()

  const { siblings, made } = await makeRoom(ctx, nodes, parent)
  const position = positionAfter(siblings, made ? made.id : to.after, node.id)
  if (position === null) throw NotASibling()
  await placeNode(ctx.db, ctx.organizationId, node.id, {
    parentId: parent?.id ?? null,
    position,
    shift: level - nodeKinds.indexOf(node.kind),
  })
  if (level === 0 && (node.hasContent || node.hasQuiz)) {
    await moveContentDown(ctx, { ...node, kind: 'module' }, childrenOf(nodes, node.id))
  }
  await outlineChanged(ctx, course.id)
  await recordOutline(ctx, 'learning.part_moved', course, node, {
    before: { parentId: node.parentId },
    after: { parentId: to.parentId, follows: to.after },
  })
}

/** Puts a part, with what is below it, into the bin. */
export async function removeNode(ctx: Ctx, { course, node }: EditableNode): Promise<void> {
  if (node.status === 'archived') return
  await archiveNode(ctx.db, ctx.organizationId, node.id)
  await outlineChanged(ctx, course.id)
  await recordOutline(ctx, 'learning.part_removed', course, node)
}

/** Takes a part out of the bin, where and as it was. */
export async function bringBackNode(ctx: Ctx, { course, node }: EditableNode): Promise<void> {
  if (node.status !== 'archived') return
  const nodes = await listNodes(ctx.db, ctx.organizationId, course.id)
  // The parent may have become a page meanwhile.
  await makeRoom(ctx, nodes, nodes.find((entry) => entry.id === node.parentId) ?? null)
  await restoreNode(ctx.db, ctx.organizationId, node.id)
  await outlineChanged(ctx, course.id)
  await recordOutline(ctx, 'learning.part_restored', course, node)
}

/**
 * The children of a part (or the modules) before it gets another. When it is a page with content, that content
 * makes way first, to the page `made` for it.
 */
async function makeRoom(
  ctx: Ctx,
  nodes: NodeRow[],
  parent: NodeRow | null,
): Promise<{ siblings: NodeRow[]; made: NodeRow | null }> {
  const siblings = childrenOf(nodes, parent?.id ?? null)
  if (!parent || (!parent.hasContent && !parent.hasQuiz)) return { siblings, made: null }
  const made = await moveContentDown(ctx, parent, siblings)
  return { siblings: [made, ...siblings], made }
}

/** Moves the content of a page to a first page below it, named like it. Finished pages stay finished. */
async function moveContentDown(ctx: Ctx, parent: NodeRow, siblings: NodeRow[]): Promise<NodeRow> {
  const kind = kindBelow(parent.kind)
  if (kind === null) throw TooDeep()
  const id = await insertNode(ctx.db, ctx.organizationId, {
    courseId: parent.courseId,
    parentId: parent.id,
    kind,
    slug: parent.slug,
    title: parent.title,
    position: positionAfter(siblings, null)!,
    status: 'published',
  })
  await moveContent(ctx.db, ctx.organizationId, parent.id, id)
  return (await findNode(ctx.db, ctx.organizationId, id))!
}

function parentAmong(nodes: NodeRow[], parentId: string | null): NodeRow | null {
  if (parentId === null) return null
  const parent = withoutBin(nodes).find((node) => node.id === parentId)
  if (!parent)
    throw InvalidInput(
      {},
      { fields: [{ pointer: '/parentId', code: 'unknown', message: 'is no part of this course' }] },
    )
  return parent
}

/** All children in order, also those in the bin: they keep their places. */
const childrenOf = (nodes: NodeRow[], parentId: string | null) =>
  nodes.filter((node) => node.parentId === parentId)

function isWithin(nodes: NodeRow[], node: NodeRow, topId: string): boolean {
  const parents = new Map(nodes.map((entry) => [entry.id, entry.parentId]))
  for (let id: string | null = node.id; id !== null; id = parents.get(id) ?? null)
    if (id === topId) return true
  return false
}

/** Levels below a node. */
function height(nodes: NodeRow[], node: NodeRow): number {
  const children = childrenOf(nodes, node.id)
  return children.length === 0 ? 0 : 1 + Math.max(...children.map((child) => height(nodes, child)))
}

function recordOutline(
  ctx: Ctx,
  action: string,
  course: CourseRow,
  node: { id: string; title: string },
  change: { before?: Record<string, unknown>; after?: Record<string, unknown> } = {},
) {
  return record(ctx, action, {
    entityType: 'node',
    entityId: node.id,
    targetId: course.id,
    ...change,
    metadata: { course: course.title, part: node.title },
  })
}
