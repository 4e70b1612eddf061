import { Type } from 'typebox'
import { signedIn } from '../../platform/actor.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { idCursor, pageOf } from '../../platform/http/cursor.ts'
import { route } from '../../platform/http/route.ts'
import { Id, Json, Nullable, OneOf, PageOf, PageQuery, Timestamp } from '../../platform/http/schemas.ts'
import {
  countUnread,
  deleteNotice,
  findNotice,
  listNotices,
  markAllRead,
  markNotice,
  type NoticeRow,
  unmarkAllRead,
} from './notices.queries.ts'
import { severities } from './types.ts'

const NoticeShape = Type.Object({
  id: Id,
  type: Type.String(),
  title: Type.String(),
  message: Type.String(),
  severity: OneOf(severities),
  actionUrl: Nullable(Type.String({ description: 'Path of the page it is about' })),
  metadata: Json,
  readAt: Nullable(Timestamp),
  createdAt: Timestamp,
  expiresAt: Nullable(Timestamp),
})
const Unread = Type.Object({ unread: Type.Integer() })
const AllRead = Type.Object({ ...Unread.properties, at: Timestamp })
const params = Type.Object({ id: Id })

const me = (ctx: Ctx) => ctx.actor.userId ?? ''

/** A notice of whoever asks; nobody sees those of others. */
async function myNotice(ctx: Ctx, id: string): Promise<NoticeRow> {
  const notice = ctx.actor.userId ? await findNotice(ctx.db, ctx.organizationId, ctx.actor.userId, id) : null
  if (!notice) throw NotFound()
  return notice
}

const unreadOf = async (ctx: Ctx) => ({ unread: await countUnread(ctx.db, ctx.organizationId, me(ctx)) })

export const noticeRoutes = [
  route({
    method: 'GET',
    path: '/',
    summary: 'My inbox, newest first',
    query: Type.Object({
      ...PageQuery.properties,
      unread: Type.Boolean({ default: false, description: 'Only those I have not read' }),
    }),
    response: PageOf(NoticeShape),
    allow: signedIn,
    async handle(ctx, _, { query }) {
      const rows = await listNotices(ctx.db, ctx.organizationId, me(ctx), {
        limit: query.limit,
        before: idCursor(query.cursor),
        unread: query.unread,
      })
      return pageOf(rows, query.limit, (row) => row.id)
    },
  }),
  route({
    method: 'GET',
    path: '/unread',
    summary: 'How many notices I have not read',
    response: Unread,
    allow: signedIn,
    handle: (ctx) => unreadOf(ctx),
  }),
  route({
    method: 'PUT',
    path: '/read',
    summary: 'Mark all my notices read',
    response: AllRead,
    allow: signedIn,
    async handle(ctx) {
      await markAllRead(ctx.db, ctx.organizationId, me(ctx), ctx.now)
      return { ...(await unreadOf(ctx)), at: ctx.now }
    },
  }),
  route({
    method: 'DELETE',
    path: '/read',
    summary: 'Take back that all were marked read',
    query: Type.Object({ at: Type.String({ format: 'date-time', description: 'at of the answer' }) }),
    response: Unread,
    allow: signedIn,
    async handle(ctx, _, { query }) {
      await unmarkAllRead(ctx.db, ctx.organizationId, me(ctx), new Date(query.at))
      return unreadOf(ctx)
    },
  }),
  ...(['PUT', 'DELETE'] as const).map((method) =>
    route({
      method,
      path: '/:id/read',
      summary: method === 'PUT' ? 'Mark a notice read' : 'Mark a notice unread',
      params,
      response: Unread,
      load: (ctx, { params }) => myNotice(ctx, params.id),
      allow: signedIn,
      async handle(ctx, notice) {
        await markNotice(ctx.db, ctx.organizationId, me(ctx), notice.id, method === 'PUT')
        return unreadOf(ctx)
      },
    }),
  ),
  route({
    method: 'DELETE',
    path: '/:id',
    summary: 'Take a notice out of my inbox',
    params,
    response: Unread,
    load: (ctx, { params }) => myNotice(ctx, params.id),
    allow: signedIn,
    async handle(ctx, notice) {
      await deleteNotice(ctx.db, ctx.organizationId, me(ctx), notice.id)
      return unreadOf(ctx)
    },
  }),
]
