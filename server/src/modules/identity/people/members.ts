import type { Ctx } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { announce } from '../../../platform/events/events.ts'
import { record } from '../../audit/index.ts'
import { revokeApiTokensOf } from '../account/api-tokens.queries.ts'
import { LiftBanFirst, NoSuchRole, PermissionNotHeld, RankTooHigh } from '../errors.ts'
import { accessChanged, personLeft } from '../events.ts'
import { revokeInvitationsOf } from '../joining/invitations.queries.ts'
import { revokeConsentsAt } from '../oauth-server/consents.queries.ts'
import { deleteMembership } from '../organizations/organizations.queries.ts'
import { keepAnOwner } from '../organizations/organizations.ts'
import { isOwner, obstacleToGiving, type RoleStanding } from '../policy.ts'
import { deleteSessionsAt } from '../sessions/sessions.queries.ts'
import { findOpenBan } from './bans.queries.ts'
import { deleteImpersonationsBy } from './impersonation.queries.ts'
import {
  clearMemberModule,
  findMember,
  lockMember,
  type MemberRow,
  replaceRoles,
  setMemberModule,
  setStatus,
} from './members.queries.ts'
import { holdRoles } from './roles.queries.ts'

/** A member of the organization, by user id. Throws NotFound. */
export async function memberOf(ctx: Ctx, userId: string): Promise<MemberRow> {
  const member = await findMember(ctx.db, ctx.organizationId, userId)
  if (!member) throw NotFound()
  return member
}

/** Throws RankTooHigh or PermissionNotHeld when the actor may not give a role. */
export function refuseGiving(ctx: Ctx, role: Pick<RoleStanding, 'rank' | 'permissions'>): void {
  const obstacle = obstacleToGiving(ctx.actor, role)
  if (obstacle && 'rank' in obstacle) throw RankTooHigh()
  if (obstacle) throw PermissionNotHeld({ permission: obstacle.permission })
}

export const isOwnerMember = (member: Pick<MemberRow, 'roles'>): boolean =>
  member.roles.some((role) => role.key === 'owner')

/**
 * Makes the roles of a person exactly these.
 * @throws NoSuchRole, RankTooHigh, PermissionNotHeld, LastOwner
 */
export async function changeRoles(ctx: Ctx, member: MemberRow, roleIds: string[]): Promise<void> {
  const wanted = await holdRoles(ctx.db, ctx.organizationId, roleIds)
  if (wanted.length !== roleIds.length) throw NoSuchRole()
  const held = new Set(member.roles.map((role) => role.id))
  for (const role of wanted) if (!held.has(role.id)) refuseGiving(ctx, role)
  if (isOwnerMember(member) && !wanted.some((role) => role.key === 'owner')) await keepAnOwner(ctx, member.id)
  if (!(await lockMember(ctx.db, ctx.organizationId, member.membershipId))) throw NotFound()
  await replaceRoles(ctx.db, ctx.organizationId, member.membershipId, roleIds, ctx.actor.userId)
  await deleteImpersonationsBy(ctx.db, ctx.organizationId, member.id)
  await announce(ctx, accessChanged, { userId: member.id })
  await record(ctx, 'identity.roles_changed', {
    entityType: 'person',
    entityId: member.id,
    before: { roles: member.roles.map((role) => role.key) },
    after: { roles: wanted.map((role) => role.key) },
  })
}

/**
 * Keeps a member out without removing anything of theirs; their sessions here end at once.
 * @throws LastOwner
 */
export async function deactivate(ctx: Ctx, member: MemberRow): Promise<void> {
  if (isOwnerMember(member)) await keepAnOwner(ctx, member.id)
  if (!(await setStatus(ctx.db, ctx.organizationId, member.membershipId, 'inactive'))) return
  await endAccess(ctx, member.id)
  await announce(ctx, accessChanged, { userId: member.id })
  await record(ctx, 'identity.person_deactivated', { entityType: 'person', entityId: member.id })
}

export async function reactivate(ctx: Ctx, member: MemberRow): Promise<void> {
  if (!(await setStatus(ctx.db, ctx.organizationId, member.membershipId, 'active'))) return
  await announce(ctx, accessChanged, { userId: member.id })
  await record(ctx, 'identity.person_reactivated', { entityType: 'person', entityId: member.id })
}

/**
 * Takes a person out of the organization.
 * @throws LastOwner, LiftBanFirst: a ban must stay in sight while it keeps somebody out
 */
export async function removeMember(ctx: Ctx, member: MemberRow): Promise<void> {
  if (isOwnerMember(member)) await keepAnOwner(ctx, member.id)
  if (await findOpenBan(ctx.db, ctx.organizationId, member.id)) throw LiftBanFirst()
  if (!(await deleteMembership(ctx.db, ctx.organizationId, member.id))) return
  await revokeInvitationsOf(ctx.db, ctx.organizationId, member.id)
  await endAccess(ctx, member.id)
  await announce(ctx, personLeft, { userId: member.id })
  await record(ctx, 'identity.person_removed', {
    entityType: 'person',
    entityId: member.id,
    before: { roles: member.roles.map((role) => role.key) },
  })
}

/** Sessions here, API tokens and apps end at once; what ended does not come back with the person. */
async function endAccess(ctx: Ctx, userId: string): Promise<void> {
  await deleteSessionsAt(ctx.db, ctx.organizationId, userId)
  await revokeApiTokensOf(ctx.db, ctx.organizationId, userId, ctx.actor.userId)
  await revokeConsentsAt(ctx.db, ctx.organizationId, userId)
}

/** Ends every session by which a person looks at this organization. */
export async function endSessions(ctx: Ctx, member: MemberRow): Promise<number> {
  const ended = await deleteSessionsAt(ctx.db, ctx.organizationId, member.id)
  await record(ctx, 'identity.sessions_ended', {
    entityType: 'person',
    entityId: member.id,
    metadata: { ended },
  })
  return ended
}

/**
 * Switches a module for one person; null lets their roles decide again.
 * @throws PermissionNotHeld when the actor does not have the module themselves
 */
export async function switchModuleOf(
  ctx: Ctx,
  member: MemberRow,
  moduleKey: string,
  hasAccess: boolean | null,
): Promise<void> {
  if (hasAccess !== false) refuseModule(ctx, moduleKey)
  if (hasAccess === null) await clearMemberModule(ctx.db, ctx.organizationId, member.membershipId, moduleKey)
  else {
    const by = ctx.actor.userId
    const known = await setMemberModule(
      ctx.db,
      ctx.organizationId,
      member.membershipId,
      moduleKey,
      hasAccess,
      by,
    )
    if (!known) throw NotFound()
  }
  await announce(ctx, accessChanged, { userId: member.id })
  await record(ctx, 'identity.module_switched', {
    entityType: 'person',
    entityId: member.id,
    after: { module: moduleKey, hasAccess },
  })
}

/** Nobody switches on for others what they do not have; owners could have it any time. */
export function refuseModule(ctx: Ctx, moduleKey: string): void {
  if (!isOwner(ctx.actor) && !ctx.actor.modules.has(moduleKey))
    throw PermissionNotHeld({ permission: moduleKey })
}
