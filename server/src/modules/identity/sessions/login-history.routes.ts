import { isIP } from 'node:net'
import { type Static, Type } from 'typebox'
import { holds } from '../../../platform/actor.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { idCursor, pageOf } from '../../../platform/http/cursor.ts'
import { route } from '../../../platform/http/route.ts'
import { Id, Nullable, PageOf, PageQuery, Timestamp } from '../../../platform/http/schemas.ts'
import { oneself } from '../policy.ts'
import { Device } from './devices.ts'
import { loginDays } from './login-days.ts'
import { findTries } from './login-history.queries.ts'

const Try = Type.Object({
  id: Id,
  userId: Nullable(Id),
  userName: Nullable(Type.String()),
  ip: Nullable(Type.String()),
  country: Nullable(
    Type.String({ description: 'Where the network is registered, ISO 3166-1 alpha-2; a hint' }),
  ),
  device: Device,
  method: Type.String(),
  success: Type.Boolean(),
  failureReason: Nullable(Type.String({ description: 'Code of the error it ended in' })),
  createdAt: Timestamp,
})

const OwnQuery = Type.Object({
  ...PageQuery.properties,
  success: Type.Optional(Type.Boolean()),
  method: Type.Optional(Type.String({ maxLength: 60, description: 'How: password, otp, passkey, …' })),
  device: Type.Optional(Device.properties.kind),
  ip: Type.Optional(Type.String({ maxLength: 45, description: 'Network address' })),
})
const AllQuery = Type.Object({ ...OwnQuery.properties, personId: Type.Optional(Id) })

async function tries(ctx: Ctx, whose: Parameters<typeof findTries>[1], query: Static<typeof OwnQuery>) {
  const { success = null, method = null, device = null, ip = null, cursor, limit } = query
  // What is no address was nobody's.
  if (ip !== null && isIP(ip) === 0) return { items: [], next: null }
  const wanted = { success, method, device, ip, before: idCursor(cursor), limit: limit + 1 }
  return pageOf(await findTries(ctx.db, whose, wanted), limit, (row) => row.id)
}

export const loginHistoryRoutes = [
  route({
    method: 'GET',
    path: '/login-history/days',
    summary: 'Tries to sign in at the organization by day (UTC), oldest first, for a plot',
    query: Type.Object({ days: Type.Integer({ minimum: 1, maximum: 366, default: 30 }) }),
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          day: Type.String({ description: 'YYYY-MM-DD' }),
          succeeded: Type.Integer(),
          failed: Type.Integer(),
        }),
      ),
    }),
    allow: holds('identity.people.read'),
    handle: async (ctx, _, { query }) => ({ items: await loginDays(ctx, query.days) }),
  }),
  route({
    method: 'GET',
    path: '/me/login-history',
    summary: 'Tries to sign in as me',
    query: OwnQuery,
    response: PageOf(Try),
    organization: 'none',
    allow: oneself,
    async handle(ctx, _, { query }) {
      const whose = { userId: ctx.actor.userId, organizationId: null }
      return tries(ctx, whose, query)
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
      return tries(ctx, whose, query)
    },
  }),
]
