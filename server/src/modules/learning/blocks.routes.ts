import type { Ctx } from '../../platform/ctx.ts'
import { type Route, route } from '../../platform/http/route.ts'
import {
  BlockChange,
  BlockCreate,
  BlockParams,
  ContentInput,
  PageContent,
  PlaceInput,
  SavedBlock,
  SavedContent,
} from './blocks.schemas.ts'
import {
  addBlock,
  changeBlock,
  editableBlock,
  moveBlock,
  removeBlock,
  showContent,
  writeContent,
} from './blocks.ts'
import { FileUnfit, LimitReached, NotAPage, NotASibling } from './errors.ts'
import { canEditNode, contentRevision } from './nodes.routes.ts'
import { NodeParams } from './nodes.schemas.ts'
import { editableNode } from './studio.ts'

const node = (ctx: Ctx, { params }: { params: { nodeId: string } }) =>
  editableNode(ctx, params.nodeId, 'change')
const block = (ctx: Ctx, { params }: { params: { blockId: string } }) =>
  editableBlock(ctx, params.blockId, 'change')

export const blockRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/studio/nodes/:nodeId/content',
    summary: 'What a page holds, to edit',
    params: NodeParams,
    response: PageContent,
    load: (ctx, { params }) => editableNode(ctx, params.nodeId, 'read'),
    allow: canEditNode,
    version: contentRevision,
    handle: showContent,
  }),
  route({
    method: 'PUT',
    path: '/studio/nodes/:nodeId/content',
    summary: 'Write all blocks of a page',
    params: NodeParams,
    body: ContentInput,
    response: SavedContent,
    errors: [NotAPage, FileUnfit],
    bodyLimit: 8 * 1024 * 1024,
    load: node,
    allow: canEditNode,
    version: contentRevision,
    handle: (ctx, thing, { body }) => writeContent(ctx, thing, body.blocks),
  }),
  route({
    method: 'POST',
    path: '/studio/nodes/:nodeId/blocks',
    summary: 'Add a block',
    params: NodeParams,
    body: BlockCreate,
    response: SavedBlock,
    status: 201,
    errors: [NotAPage, NotASibling, FileUnfit, LimitReached],
    load: node,
    allow: canEditNode,
    version: contentRevision,
    handle: (ctx, thing, { body }) => addBlock(ctx, thing, body),
  }),
  route({
    method: 'PUT',
    path: '/studio/blocks/:blockId',
    summary: 'Write a block anew',
    params: BlockParams,
    body: BlockChange,
    response: SavedBlock,
    errors: [FileUnfit],
    load: block,
    allow: canEditNode,
    version: contentRevision,
    handle: (ctx, thing, { body }) => changeBlock(ctx, thing, body),
  }),
  route({
    method: 'PUT',
    path: '/studio/blocks/:blockId/place',
    summary: 'Move a block on its page',
    params: BlockParams,
    body: PlaceInput,
    response: SavedContent,
    errors: [NotASibling],
    load: block,
    allow: canEditNode,
    version: contentRevision,
    handle: (ctx, thing, { body }) => moveBlock(ctx, thing, body.after),
  }),
  route({
    method: 'DELETE',
    path: '/studio/blocks/:blockId',
    summary: 'Remove a block',
    params: BlockParams,
    response: SavedContent,
    load: block,
    allow: canEditNode,
    version: contentRevision,
    handle: removeBlock,
  }),
]
