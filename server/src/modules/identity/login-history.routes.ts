import { Type } from 'typebox'
import { hasAccount, holds } from '../../platform/actor.ts'
import { idCursor, pageOf } from '../../platform/http/cursor.ts'
import { route } from '../../platform/http/route.ts'
import { Id, Nullable, PageOf, PageQuery, Timestamp } from '../../platform/http/schemas.ts'
import { Device } from './devices.ts'
import { findTries } from './login-history.queries.ts'

const Try = Type.Object({
  id: Id,
  userId: Nullable(Id),
  userName: Nullable(Type.String()),
  ip: Nullable(Type.String()),
  device: Device,
  method: Type.String(),
  success: Type.Boolean(),
  failureReason: Nullable(Type.String({ description: 'Code of the error it ended in' })),
  createdAt: Timestamp,
})

const OwnQuery = Type.Object({ ...PageQuery.properties, success: Type.Optional(Type.Boolean()) })
const AllQuery = Type.Object({ ...OwnQuery.properties, personId: Type.Optional(Id) })

export const loginHistoryRoutes = [
  route({
    method: 'GET',
    path: '/me/login-history',
    summary: 'Tries to sign in as me',
    query: OwnQuery,
    response: PageOf(Try),
    organization: 'none',
    allow: hasAccount,
    async handle(ctx, _, { query }) {
      const whose = { userId: ctx.actor.userId, organizationId: null }
      const wanted = {
        success: query.success ?? null,
        before: idCursor(query.cursor),
        limit: query.limit + 1,
      }
      return pageOf(await findTries(ctx.db, whose, wanted), query.limit, (row) => row.id)
    },
  }),
  route({
    method: 'GET',
    path: '/login-history',
    summary: 'Tries to sign in at the organization',
    query: AllQuery,
    response: PageOf(Try),
    allow: holds('identity.people.read'),
    async handle(ctx, _, { query }) {
      const whose = { userId: query.personId ?? null, organizationId: ctx.organizationId }
      const wanted = {
        success: query.success ?? null,
        before: idCursor(query.cursor),
        limit: query.limit + 1,
      }
      return pageOf(await findTries(ctx.db, whose, wanted), query.limit, (row) => row.id)
    },
  }),
]
