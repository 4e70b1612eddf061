import type { Static } from 'typebox'
import { may } from '../../../platform/actor.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { announce } from '../../../platform/events/events.ts'
import { record } from '../../audit/index.ts'
import { SignUpClosed } from '../errors.ts'
import { personChanged, personLeft } from '../events.ts'
import { joinOpenly } from '../joining/registration.ts'
import { revokeConsentsAt } from '../oauth-server/consents.queries.ts'
import { deleteMembership, findById, findOfPerson } from '../organizations/organizations.queries.ts'
import { keepAnOwner, organizationOf } from '../organizations/organizations.ts'
import { everyPermission } from '../permissions.ts'
import { oneself } from '../policy.ts'
import { deleteBoundSessionsAt } from '../sessions/sessions.queries.ts'
import { revokeApiTokensOf } from './api-tokens.queries.ts'
import {
  findImpersonation,
  findMyRoles,
  findPreferences,
  findProfile,
  type ProfileRow,
  updateProfile,
} from './me.queries.ts'
import type { Me, ProfileChanges } from './me.schemas.ts'

/** The profile of whoever asks. Throws NotFound when there is none. */
export async function myProfile(ctx: Ctx): Promise<ProfileRow> {
  const profile = ctx.actor.userId ? await findProfile(ctx.db, ctx.actor.userId) : null
  if (!profile) throw NotFound()
  return profile
}

/** Everything a page needs to know of whoever asks, and of the organization they look at. */
export async function describeMe(ctx: Ctx): Promise<Static<typeof Me>> {
  const { actor } = ctx
  const userId = actor.userId ?? ''
  const [profile, organization, roles, preferences, memberships, impersonation] = await Promise.all([
    myProfile(ctx),
    findById(ctx.db, ctx.organizationId),
    actor.membershipId ? findMyRoles(ctx.db, ctx.organizationId, actor.membershipId) : [],
    findPreferences(ctx.db, ctx.organizationId, userId),
    findOfPerson(ctx.db, userId),
    actor.impersonatedBy && actor.sessionId ? findImpersonation(ctx.db, actor.sessionId) : null,
  ])
  const isMember = actor.membershipId !== null
  const self = oneself(actor) === true
  return {
    person: profile,
    organization: organization && {
      ...organization,
      signUpOpen: organization.signUp === 'open',
    },
    isMember,
    permissions: everyPermission.filter((permission) => may(actor, permission)),
    roles,
    modules: [...actor.modules],
    preferences,
    // Whoever acts in somebody's name learns nothing of their life elsewhere.
    memberships: self ? memberships : memberships.filter(({ id }) => id === ctx.organizationId),
    impersonation,
    can: {
      join: !isMember && organization?.signUp === 'open' && self,
      readPeople: may(actor, 'identity.people.read'),
      managePeople: may(actor, 'identity.people.manage'),
      manageRoles: may(actor, 'identity.roles.manage'),
      manageSettings: may(actor, 'identity.settings.manage'),
      foundOrganization: self,
      changePassword: self,
    },
  }
}

export async function changeProfile(
  ctx: Ctx,
  before: ProfileRow,
  changes: Static<typeof ProfileChanges>,
): Promise<ProfileRow> {
  const next = { ...before, ...changes, name: (changes.name ?? before.name).trim() }
  await updateProfile(ctx.db, before.id, next)
  if (next.name !== before.name) {
    await announce(ctx, personChanged, { userId: before.id })
    await record(ctx, 'identity.name_changed', {
      entityType: 'person',
      entityId: before.id,
      before: { name: before.name },
      after: { name: next.name },
    })
  }
  return myProfile(ctx)
}

/**
 * Whoever asks becomes a member of the organization they look at.
 * @throws SignUpClosed, Banned, MembershipInactive
 */
export async function join(ctx: Ctx): Promise<void> {
  const organization = await organizationOf(ctx)
  if (ctx.actor.membershipId) return
  if (organization.signUp !== 'open') throw SignUpClosed()
  await joinOpenly(ctx, ctx.actor.userId ?? '')
}

/**
 * Whoever asks leaves the organization. Leaving twice changes nothing.
 * @throws LastOwner
 */
export async function leave(ctx: Ctx): Promise<void> {
  const userId = ctx.actor.userId ?? ''
  const { membershipId } = ctx.actor
  if (!membershipId) return
  const roles = await findMyRoles(ctx.db, ctx.organizationId, membershipId)
  if (roles.some((role) => role.key === 'owner')) await keepAnOwner(ctx, userId)
  if (!(await deleteMembership(ctx.db, ctx.organizationId, userId))) return
  await revokeApiTokensOf(ctx.db, ctx.organizationId, userId, userId)
  await revokeConsentsAt(ctx.db, ctx.organizationId, userId)
  await deleteBoundSessionsAt(ctx.db, ctx.organizationId, userId)
  await announce(ctx, personLeft, { userId })
  await record(ctx, 'identity.person_left', { entityType: 'person', entityId: userId })
}
