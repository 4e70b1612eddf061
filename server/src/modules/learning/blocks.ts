import { generateNKeysBetween } from 'fractional-indexing'
import type { Ctx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { uuidv7 } from '../../platform/uuidv7.ts'
import { fileFacts, fileUrls } from '../files/index.ts'
import { filesOf, readBlock, type TypedBlock } from './block-content.ts'
import {
  type BlockRow,
  deleteBlocks,
  insertBlocks,
  listBlocks,
  nodeIdOf,
  placeBlock,
  updateBlock,
} from './blocks.queries.ts'
import { mustBeUsable } from './course-files.ts'
import { bumpRevision } from './courses.queries.ts'
import { LimitReached, NotAPage, NotASibling } from './errors.ts'
import type { BlockType } from './kinds.ts'
import { bumpContentRevision } from './nodes.queries.ts'
import { isPage } from './nodes.ts'
import { positionAfter } from './positions.ts'
import { findQuiz } from './quizzes.queries.ts'
import { filesOfQuiz } from './quizzes.ts'
import { type EditableNode, editableNode, type Purpose } from './studio.ts'

const mostBlocks = 300

/** What a page holds, for its editor. */
export async function showContent(ctx: Ctx, { course, node }: EditableNode) {
  const blocks = await listBlocks(ctx.db, ctx.organizationId, node.id)
  const quiz = await findQuiz(ctx.db, ctx.organizationId, node.id)
  const ids = [
    ...blocks.flatMap((block) => filesOf(block).map((file) => file.objectId)),
    ...(quiz ? filesOfQuiz(quiz) : []),
  ]
  const facts = await fileFacts(ctx, ids)
  const urls = await fileUrls(ctx, ids, { variant: 'web' })
  const files = Object.fromEntries(
    [...facts].map(([id, file]) => [
      id,
      { url: urls.get(id) ?? '', name: file.name, mimeType: file.mimeType },
    ]),
  )
  return {
    nodeId: node.id,
    courseId: course.id,
    title: node.title,
    kind: node.kind,
    isPage: isPage(node),
    contentRevision: node.contentRevision,
    blocks: blocks.map(showBlock),
    quiz,
    files,
  }
}

/** A block of a page the caller may edit, with its page. */
export async function editableBlock(
  ctx: Ctx,
  blockId: string,
  purpose: Purpose,
): Promise<EditableNode & { block: BlockRow }> {
  const nodeId = await nodeIdOf(ctx.db, ctx.organizationId, blockId)
  if (nodeId === null) throw NotFound()
  const thing = await editableNode(ctx, nodeId, purpose)
  const block = (await listBlocks(ctx.db, ctx.organizationId, nodeId)).find((entry) => entry.id === blockId)
  if (!block) throw NotFound()
  return { ...thing, block }
}

/** Adds a block to a page. */
export async function addBlock(
  ctx: Ctx,
  thing: EditableNode,
  input: { type: BlockType; content: unknown; after?: string | null },
) {
  if (!isPage(thing.node)) throw NotAPage()
  const siblings = await listBlocks(ctx.db, ctx.organizationId, thing.node.id)
  if (siblings.length >= mostBlocks) throw LimitReached({ limit: mostBlocks })
  const block = await usable(ctx, thing, input)
  const position = positionAfter(siblings, input.after)
  if (position === null) throw NotASibling()
  const id = uuidv7()
  await insertBlocks(ctx.db, ctx.organizationId, thing.node.id, [
    { ...block, id, position, files: fileIds(block) },
  ])
  return { block: { id, ...block }, contentRevision: await contentChanged(ctx, thing) }
}

/** Writes a block anew. */
export async function changeBlock(
  ctx: Ctx,
  thing: EditableNode & { block: BlockRow },
  input: { type: BlockType; content: unknown },
) {
  const block = await usable(ctx, thing, input)
  await updateBlock(ctx.db, ctx.organizationId, thing.block.id, { ...block, files: fileIds(block) })
  return { block: { id: thing.block.id, ...block }, contentRevision: await contentChanged(ctx, thing) }
}

export async function moveBlock(ctx: Ctx, thing: EditableNode & { block: BlockRow }, after: string | null) {
  const siblings = await listBlocks(ctx.db, ctx.organizationId, thing.node.id)
  const position = positionAfter(siblings, after, thing.block.id)
  if (position === null) throw NotASibling()
  await placeBlock(ctx.db, ctx.organizationId, thing.block.id, position)
  return savedContent(ctx, thing)
}

export async function removeBlock(ctx: Ctx, thing: EditableNode & { block: BlockRow }) {
  await deleteBlocks(ctx.db, ctx.organizationId, [thing.block.id])
  return savedContent(ctx, thing)
}

/**
 * Writes the whole content of a page: blocks with a known id are kept under it, the others are new, missing ones go.
 */
export async function writeContent(
  ctx: Ctx,
  thing: EditableNode,
  input: Array<{ id?: string; type: BlockType; content: unknown }>,
) {
  if (!isPage(thing.node)) throw NotAPage()
  const before = await listBlocks(ctx.db, ctx.organizationId, thing.node.id)
  const known = new Set(before.map((block) => block.id))
  const blocks = input.map((entry) => ({ id: entry.id, ...readBlock(entry.type, entry.content) }))
  await mustBeUsable(ctx, thing.course.id, blocks.flatMap(filesOf))
  await deleteBlocks(ctx.db, ctx.organizationId, [...known])
  const positions = generateNKeysBetween(null, null, blocks.length)
  const rows = blocks.map((block, index) => {
    const id = block.id !== undefined && known.delete(block.id) ? block.id : uuidv7()
    return { ...block, id, position: positions[index]!, files: fileIds(block) }
  })
  await insertBlocks(ctx.db, ctx.organizationId, thing.node.id, rows)
  return savedContent(ctx, thing)
}

/** After each change of what a page holds: caches of the page and of its course are keyed by these revisions. */
export async function contentChanged(ctx: Ctx, { course, node }: EditableNode): Promise<number> {
  await bumpRevision(ctx.db, ctx.organizationId, course.id)
  return bumpContentRevision(ctx.db, ctx.organizationId, node.id)
}

async function savedContent(ctx: Ctx, thing: EditableNode) {
  const contentRevision = await contentChanged(ctx, thing)
  const blocks = await listBlocks(ctx.db, ctx.organizationId, thing.node.id)
  return { blocks: blocks.map(showBlock), contentRevision }
}

async function usable(
  ctx: Ctx,
  { course }: EditableNode,
  input: { type: BlockType; content: unknown },
): Promise<TypedBlock> {
  const block = readBlock(input.type, input.content)
  await mustBeUsable(ctx, course.id, filesOf(block))
  return block
}

const fileIds = (block: TypedBlock) => filesOf(block).map((file) => file.objectId)
const showBlock = ({ id, type, content }: BlockRow) => ({ id, type, content })
