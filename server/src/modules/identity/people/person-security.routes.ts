import { Type } from 'typebox'
import type { Ctx } from '../../../platform/ctx.ts'
import { idCursor, pageOf } from '../../../platform/http/cursor.ts'
import { route } from '../../../platform/http/route.ts'
import { Empty, Id, PageQuery } from '../../../platform/http/schemas.ts'
import { FactorsUsedElsewhere, ProofTooOld } from '../errors.ts'
import { canManagePerson } from '../policy.ts'
import { deviceOf } from '../sessions/devices.ts'
import { SessionPage } from '../sessions/sessions.schemas.ts'
import { memberOf } from './members.ts'
import { PersonParams } from './people.schemas.ts'
import { findSessionsAt } from './person-security.queries.ts'
import { endSessionOf, resetFactors } from './person-security.ts'

const load = (ctx: Ctx, { params }: { params: { personId: string } }) => memberOf(ctx, params.personId)

/** What administrators see and do of how one person comes in. */
export const personSecurityRoutes = [
  route({
    method: 'GET',
    path: '/people/:personId/sessions',
    summary: 'Where a person is signed in at this organization',
    params: PersonParams,
    query: PageQuery,
    response: SessionPage,
    load,
    allow: canManagePerson,
    async handle(ctx, member, { query }) {
      const before = idCursor(query.cursor)
      const rows = await findSessionsAt(ctx.db, ctx.organizationId, member.id, before, query.limit + 1)
      const page = pageOf(rows, query.limit, (row) => row.id)
      return {
        ...page,
        items: page.items.map(({ userAgent, notAfter, ...row }) => ({
          ...row,
          device: deviceOf(userAgent),
          expiresAt: notAfter,
          isCurrent: row.id === ctx.actor.sessionId,
        })),
      }
    },
  }),
  route({
    method: 'DELETE',
    path: '/people/:personId/sessions/:sessionId',
    summary: 'Sign a person out of this organization on one device',
    params: Type.Object({ ...PersonParams.properties, sessionId: Id }),
    response: Empty,
    load,
    allow: canManagePerson,
    async handle(ctx, member, { params }) {
      await endSessionOf(ctx, member, params.sessionId)
      return null
    },
  }),
  route({
    method: 'DELETE',
    path: '/people/:personId/factors',
    summary:
      'Take second factors, recovery codes and passkeys away from a person who lost them; they are told',
    params: PersonParams,
    response: Empty,
    errors: [ProofTooOld, FactorsUsedElsewhere],
    load,
    allow: canManagePerson,
    async handle(ctx, member) {
      await resetFactors(ctx, member)
      return null
    },
  }),
]
