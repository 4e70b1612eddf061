import { Type } from 'typebox'
import { holds } from '../../../platform/actor.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { idCursor, pageOf } from '../../../platform/http/cursor.ts'
import { route } from '../../../platform/http/route.ts'
import { Empty } from '../../../platform/http/schemas.ts'
import { findAccess } from '../callers.queries.ts'
import { LastOwner, LiftBanFirst, NoSuchRole, PermissionNotHeld, RankTooHigh } from '../errors.ts'
import { canEditEmployment, canImpersonate, canManagePerson } from '../policy.ts'
import { onlineMinutes } from '../sessions/who-is-online.queries.ts'
import { findOpenBan } from './bans.queries.ts'
import { banPerson, liftBanOf } from './bans.ts'
import { findManagers } from './managers.queries.ts'
import { findMemberExtras, findMembers, type MemberRow } from './members.queries.ts'
import {
  changeRoles,
  deactivate,
  endSessions,
  memberOf,
  reactivate,
  removeMember,
  switchModuleOf,
} from './members.ts'
import { findByIds } from './people.queries.ts'
import {
  BanBody,
  OverrideBody,
  PeopleQuery,
  PersonDetail,
  PersonModuleParams,
  PersonPage,
  PersonParams,
  RolesBody,
} from './people.schemas.ts'
import { findWaysIn } from './person-security.queries.ts'

const load = (ctx: Ctx, { params }: { params: { personId: string } }) => memberOf(ctx, params.personId)

const daysAgo = (ctx: Ctx, days: number | undefined) =>
  days === undefined ? null : new Date(ctx.now.getTime() - days * 24 * 3600_000)

const onlineSince = (ctx: Ctx) => new Date(ctx.now.getTime() - onlineMinutes * 60_000)

async function describe(ctx: Ctx, member: MemberRow) {
  const [extras, ban, managers, waysIn, access] = await Promise.all([
    findMemberExtras(ctx.db, ctx.organizationId, member),
    findOpenBan(ctx.db, ctx.organizationId, member.id),
    findManagers(ctx.db, ctx.organizationId, member.membershipId),
    findWaysIn(ctx.db, ctx.organizationId, member.id),
    findAccess(ctx.db, ctx.organizationId, member.membershipId),
  ])
  const [bannedBy] = ban?.bannedById ? await findByIds(ctx.db, [ban.bannedById]) : []
  const manage = canManagePerson(ctx.actor, member) === true
  return {
    ...member,
    ...extras,
    ...waysIn,
    managers,
    ban: ban && {
      id: ban.id,
      reason: ban.reason,
      until: ban.bannedUntil,
      bannedAt: ban.bannedAt,
      bannedBy: bannedBy ? { id: bannedBy.id, name: bannedBy.name } : null,
    },
    can: {
      changeRoles: manage,
      deactivate: manage && member.status === 'active',
      reactivate: manage && member.status === 'inactive' && member.hasAccepted,
      ban: canManagePerson(ctx.actor, member) === true,
      liftBan: manage && ban !== null,
      remove: manage && ban === null,
      switchModules: manage,
      endSessions: manage,
      impersonate: canImpersonate(ctx.actor, { ...member, permissions: access.permissions }) === true,
      resetFactors: manage && waysIn.factors.length > 0,
      editEmployment: canEditEmployment(ctx.actor, member) === true,
    },
  }
}

export const memberRoutes = [
  route({
    method: 'GET',
    path: '/people',
    summary: 'People of the organization',
    query: PeopleQuery,
    response: PersonPage,
    allow: holds('identity.people.read'),
    async handle(ctx, _, { query }) {
      const rows = await findMembers(ctx.db, ctx.organizationId, {
        search: query.search?.trim() || null,
        role: query.role ?? null,
        status: query.status ?? null,
        hasFactor: query.hasFactor ?? null,
        seenSince: query.isOnline === true ? onlineSince(ctx) : daysAgo(ctx, query.seenWithinDays),
        notSeenSince: query.isOnline === false ? onlineSince(ctx) : daysAgo(ctx, query.notSeenForDays),
        before: idCursor(query.cursor),
        limit: query.limit + 1,
      })
      return pageOf(rows, query.limit, (row) => row.membershipId)
    },
  }),
  route({
    method: 'GET',
    path: '/people/:personId',
    summary: 'One person of the organization',
    params: PersonParams,
    response: PersonDetail,
    load,
    allow: holds('identity.people.read'),
    handle: describe,
  }),
  route({
    method: 'PUT',
    path: '/people/:personId/roles',
    summary: 'Give a person exactly these roles',
    params: PersonParams,
    body: RolesBody,
    response: PersonDetail,
    errors: [NoSuchRole, RankTooHigh, PermissionNotHeld, LastOwner],
    load,
    allow: canManagePerson,
    async handle(ctx, member, { body }) {
      await changeRoles(ctx, member, body.roleIds)
      return describe(ctx, await memberOf(ctx, member.id))
    },
  }),
  route({
    method: 'PUT',
    path: '/people/:personId/deactivation',
    summary: 'Deactivate a membership; ends their sessions here',
    params: PersonParams,
    response: PersonDetail,
    errors: [LastOwner],
    load,
    allow: canManagePerson,
    async handle(ctx, member) {
      await deactivate(ctx, member)
      return describe(ctx, await memberOf(ctx, member.id))
    },
  }),
  route({
    method: 'DELETE',
    path: '/people/:personId/deactivation',
    summary: 'Reactivate a membership',
    params: PersonParams,
    response: PersonDetail,
    load,
    allow: canManagePerson,
    async handle(ctx, member) {
      await reactivate(ctx, member)
      return describe(ctx, await memberOf(ctx, member.id))
    },
  }),
  route({
    method: 'PUT',
    path: '/people/:personId/ban',
    summary: 'Keep a person out, for a time or for good; ends their sessions here at once',
    params: PersonParams,
    body: BanBody,
    response: PersonDetail,
    errors: [LastOwner],
    load,
    allow: canManagePerson,
    async handle(ctx, member, { body }) {
      await banPerson(ctx, member, body.reason.trim(), body.until === null ? null : new Date(body.until))
      return describe(ctx, await memberOf(ctx, member.id))
    },
  }),
  route({
    method: 'DELETE',
    path: '/people/:personId/ban',
    summary: 'Lift a ban',
    params: PersonParams,
    response: PersonDetail,
    load,
    allow: canManagePerson,
    async handle(ctx, member) {
      await liftBanOf(ctx, member)
      return describe(ctx, await memberOf(ctx, member.id))
    },
  }),
  route({
    method: 'DELETE',
    path: '/people/:personId/sessions',
    summary: 'Sign a person out of this organization on every device',
    params: PersonParams,
    response: Type.Object({ ended: Type.Integer() }),
    load,
    allow: canManagePerson,
    handle: async (ctx, member) => ({ ended: await endSessions(ctx, member) }),
  }),
  route({
    method: 'PUT',
    path: '/people/:personId/modules/:moduleKey',
    summary: 'Switch a module for one person',
    params: PersonModuleParams,
    body: OverrideBody,
    response: PersonDetail,
    errors: [PermissionNotHeld],
    load,
    allow: canManagePerson,
    async handle(ctx, member, { params, body }) {
      await switchModuleOf(ctx, member, params.moduleKey, body.hasAccess)
      return describe(ctx, member)
    },
  }),
  route({
    method: 'DELETE',
    path: '/people/:personId/modules/:moduleKey',
    summary: 'Let the roles of a person decide about a module again',
    params: PersonModuleParams,
    response: PersonDetail,
    errors: [PermissionNotHeld],
    load,
    allow: canManagePerson,
    async handle(ctx, member, { params }) {
      await switchModuleOf(ctx, member, params.moduleKey, null)
      return describe(ctx, member)
    },
  }),
  route({
    method: 'DELETE',
    path: '/people/:personId',
    summary: 'Take a person out of the organization',
    params: PersonParams,
    response: Empty,
    errors: [LastOwner, LiftBanFirst],
    load,
    allow: canManagePerson,
    async handle(ctx, member) {
      await removeMember(ctx, member)
      return null
    },
  }),
]
