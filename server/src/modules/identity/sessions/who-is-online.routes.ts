import { Type } from 'typebox'
import { holds } from '../../../platform/actor.ts'
import { idCursor, pageOf } from '../../../platform/http/cursor.ts'
import { route } from '../../../platform/http/route.ts'
import { Id, Nullable, PageOf, PageQuery, Timestamp } from '../../../platform/http/schemas.ts'
import { findOnline } from './who-is-online.queries.ts'

const Online = Type.Object({
  id: Id,
  name: Type.String(),
  email: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
  lastSeenAt: Timestamp,
})

export const whoIsOnlineRoutes = [
  route({
    method: 'GET',
    path: '/people/online',
    summary: 'Who is here now: people active within the last five minutes',
    query: PageQuery,
    response: PageOf(Online),
    allow: holds('identity.people.read'),
    async handle(ctx, _, { query }) {
      const before = idCursor(query.cursor)
      const rows = await findOnline(ctx.db, ctx.organizationId, { before, limit: query.limit + 1 })
      return pageOf(rows, query.limit, (row) => row.membershipId)
    },
  }),
]
