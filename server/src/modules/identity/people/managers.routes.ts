import { Type } from 'typebox'
import { holds } from '../../../platform/actor.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { idCursor, pageOf } from '../../../platform/http/cursor.ts'
import { route } from '../../../platform/http/route.ts'
import { Id, Nullable, PageOf, PageQuery } from '../../../platform/http/schemas.ts'
import { ManagerCycle, NoSuchManager } from '../errors.ts'
import { canEditEmployment } from '../policy.ts'
import { findManagers, findReports } from './managers.queries.ts'
import { assignManager, changeEmployment } from './managers.ts'
import { memberOf } from './members.ts'
import { ChainLink, Employment, EmploymentBody, PersonParams } from './people.schemas.ts'

const load = (ctx: Ctx, { params }: { params: { personId: string } }) => memberOf(ctx, params.personId)

const Managers = Type.Object({
  managers: Type.Array(ChainLink, { description: 'Their own manager first, the highest last' }),
})

export const managerRoutes = [
  route({
    method: 'PUT',
    path: '/people/:personId/manager',
    summary: 'Say who a person reports to',
    params: PersonParams,
    body: Type.Object({ managerId: Nullable(Id) }, { additionalProperties: false }),
    response: Managers,
    errors: [NoSuchManager, ManagerCycle],
    load,
    allow: canEditEmployment,
    async handle(ctx, member, { body }) {
      await assignManager(ctx, member, body.managerId)
      return { managers: await findManagers(ctx.db, ctx.organizationId, member.membershipId) }
    },
  }),
  route({
    method: 'GET',
    path: '/people/:personId/reports',
    summary: 'Who reports to a person directly',
    params: PersonParams,
    query: PageQuery,
    response: PageOf(
      Type.Object({
        ...ChainLink.properties,
        department: Nullable(Type.String()),
        reports: Type.Integer({ description: 'How many report to them in turn, at most 1000 told' }),
      }),
    ),
    load,
    allow: holds('identity.people.read'),
    async handle(ctx, member, { query }) {
      const before = idCursor(query.cursor)
      const rows = await findReports(ctx.db, ctx.organizationId, member.membershipId, before, query.limit + 1)
      return pageOf(rows, query.limit, (row) => row.membershipId)
    },
  }),
  route({
    method: 'PATCH',
    path: '/people/:personId/employment',
    summary: 'Change where and as what a person works',
    params: PersonParams,
    body: EmploymentBody,
    response: Employment,
    load,
    allow: canEditEmployment,
    async handle(ctx, member, { body }) {
      await changeEmployment(ctx, member, body)
      return memberOf(ctx, member.id)
    },
  }),
]
