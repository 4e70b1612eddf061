import type { Ctx } from '../../../platform/ctx.ts'
import { Conflict } from '../../../platform/errors.ts'
import { announce } from '../../../platform/events/events.ts'
import { record } from '../../audit/index.ts'
import { voidTokens } from '../codes/one-time-tokens.queries.ts'
import {
  Banned,
  InvitationForSomebodyElse,
  LinkNotValid,
  MembershipInactive,
  SignUpClosed,
} from '../errors.ts'
import { personJoined, personSignedUp } from '../events.ts'
import { acceptInvitation, admit, findOpenInvitation } from '../joining/invitations.queries.ts'
import { joinOpenly, normalEmail } from '../joining/registration.ts'
import { sendLetter } from '../letters.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { organizationOf } from '../organizations/organizations.ts'
import { findOpenBan } from '../people/bans.queries.ts'
import { findByIds, findLanguage } from '../people/people.queries.ts'
import { takeKeptPlace } from '../scim/stand-ins.ts'
import { findDoorsteps } from '../sessions/sessions.queries.ts'
import { findAddressOwner, takeOverUnproven } from '../sso/arrivals.queries.ts'
import { IdentityTaken, ProviderEmailNotProven, ProviderMayNotVouch } from './errors.ts'
import {
  bindIdentity,
  completePerson,
  findOwner,
  insertByProvider,
  keepTokens,
} from './identities.queries.ts'
import type { Proven } from './proven.ts'
import { type Provider, vouchesFor } from './providers.ts'
import type { Surface } from './visits.queries.ts'

/** What the provider of an identity is called in the database, and what somebody is called there. */
export const identityKey = (provider: Provider, subject: string) => ({
  provider: provider.key,
  // Another organization may have a provider of the same identifier, which knows other people by the same subject.
  providerId: provider.id && !provider.ssoProviderId ? `${provider.id}:${subject}` : subject,
})

/**
 * Whom a provider means, at the organization of `ctx`: the person with this identity; else the one who has proven
 * the address that the provider says is theirs; else a new person. In the caller's transaction.
 * @returns the person's id; open their session with `openSession`
 * @throws ProviderEmailNotProven, ProviderMayNotVouch, IdentityTaken, SignUpClosed, LinkNotValid,
 *   InvitationForSomebodyElse, Banned, MembershipInactive
 */
export async function personBehind(
  ctx: Ctx,
  provider: Provider,
  proven: Proven,
  way: { surface: Surface; inviteTokenHash: Buffer | null },
): Promise<string> {
  const { userId, isNew } = await whoIs(ctx, provider, proven, way)
  const there = { ...ctx, actor: { ...ctx.actor, kind: 'person' as const, userId, email: proven.email } }
  const bound = await bind(there, provider, proven, userId, isNew ? 'quiet' : 'tell')
  if (!bound) throw IdentityTaken({ provider: provider.name })
  if (isNew) {
    await announce(ctx, personSignedUp, { userId })
    await record(there, 'identity.person_signed_up', {
      entityType: 'person',
      entityId: userId,
      metadata: { provider: provider.key },
    })
  }
  if (way.inviteTokenHash) await acceptInvite(there, way.inviteTokenHash, userId, proven.email)
  else if (isNew) await joinIfOpen(there, userId)
  return userId
}

async function whoIs(
  ctx: Ctx,
  provider: Provider,
  proven: Proven,
  way: { surface: Surface; inviteTokenHash: Buffer | null },
): Promise<{ userId: string; isNew: boolean }> {
  const told = { provider: provider.name }
  const key = identityKey(provider, proven.subject)
  const known = await findOwner(ctx.db, key.provider, key.providerId)
  if (known) {
    if (!(await vouchesFor(ctx, provider, known.email))) throw ProviderMayNotVouch(told)
    return { userId: known.userId, isNew: false }
  }
  const { email } = proven
  if (!email && provider.emailOptional && provider.isOperators) {
    await refuseIfClosed(ctx, way)
    return newPerson(ctx, proven, null)
  }
  if (!email || !proven.emailVerified) throw ProviderEmailNotProven(told)
  if (!(await vouchesFor(ctx, provider, email))) throw ProviderMayNotVouch(told)
  const owner = await findAddressOwner(ctx.db, email)
  if (owner?.confirmed) return { userId: owner.id, isNew: false }
  if (owner) {
    const isMember = (await findDoorsteps(ctx.db, owner.id, ctx.organizationId)).some((step) => step.isHere)
    if (!isMember) await refuseIfClosed(ctx, way)
    await takeOverUnproven(ctx.db, owner.id, email)
    await voidTokens(ctx.db, email)
    return { userId: owner.id, isNew: true }
  }
  await refuseIfClosed(ctx, way)
  await voidTokens(ctx.db, email)
  return newPerson(ctx, proven, email)
}

async function newPerson(
  ctx: Ctx,
  proven: Proven,
  email: string | null,
): Promise<{ userId: string; isNew: boolean }> {
  const made = await insertByProvider(ctx.db, {
    email,
    name: proven.name ?? email?.split('@')[0] ?? '',
    metadata: proven.kept,
  })
  if (made) return { userId: made, isNew: true }
  // Somebody was faster: the same person in a second window, as a rule.
  const owner = email === null ? null : await findAddressOwner(ctx.db, email)
  if (!owner?.confirmed) throw Conflict()
  return { userId: owner.id, isNew: false }
}

/**
 * Binds the identity, keeps the tokens and what is told. `tell`: the person gets a mail about a new one.
 * @returns false when it belongs to somebody else
 */
export async function bind(
  ctx: Ctx,
  provider: Provider,
  proven: Proven,
  userId: string,
  notice: 'tell' | 'quiet',
): Promise<boolean> {
  const key = identityKey(provider, proven.subject)
  const identity = await bindIdentity(ctx.db, { ...key, userId, data: proven.kept })
  if (!identity) return false
  const { name, kept: metadata } = proven
  await completePerson(ctx.db, userId, { name, metadata, provider: provider.key })
  if (proven.tokens) {
    const { accessToken, refreshToken, idToken, ...rest } = proven.tokens
    const seal = (token: string | null) =>
      token === null ? null : ctx.app.keys.seal('identity-token', token)
    await keepTokens(ctx.db, identity.id, {
      ...rest,
      accessToken: seal(accessToken),
      refreshToken: seal(refreshToken),
      idToken: seal(idToken),
    })
  }
  if (!identity.isNew) return true
  if (notice === 'tell') await tellConnected(ctx, provider, userId)
  await record(ctx, 'identity.account_connected', {
    entityType: 'identity',
    entityId: identity.id,
    targetId: userId,
    metadata: { provider: provider.key },
  })
  return true
}

/** There is a new way into somebody's account: they hear of it (ASVS 6.3.7). */
async function tellConnected(ctx: Ctx, provider: Provider, userId: string): Promise<void> {
  const person = (await findByIds(ctx.db, [userId]))[0]
  if (!person?.email) return
  const organization = await findById(ctx.db, ctx.organizationId)
  const locale = await findLanguage(ctx.db, ctx.organizationId, userId)
  const to = { email: person.email, userId, locale, path: '/account/security' }
  await sendLetter(ctx, 'account_connected', to, organization, { provider: provider.name, when: ctx.now })
}

async function refuseIfClosed(
  ctx: Ctx,
  { surface, inviteTokenHash }: { surface: Surface; inviteTokenHash: Buffer | null },
): Promise<void> {
  if (inviteTokenHash) return
  const { signUp } = await organizationOf(ctx)
  const isOff = surface === 'app' && ctx.app.config.auth.disableSignup
  if (signUp !== 'open' || isOff) throw SignUpClosed()
}

async function joinIfOpen(ctx: Ctx, userId: string): Promise<void> {
  const { signUp } = await organizationOf(ctx)
  if (signUp === 'open') await joinOpenly(ctx, userId)
}

/** Whoever came by an invitation and has proven its address accepts it. */
async function acceptInvite(
  ctx: Ctx,
  tokenHash: Buffer,
  userId: string,
  email: string | null,
): Promise<void> {
  const invitation = await findOpenInvitation(ctx.db, tokenHash)
  if (!invitation || invitation.organizationId !== ctx.organizationId) throw LinkNotValid()
  const isTheirs = invitation.ownerId
    ? invitation.ownerId === userId
    : normalEmail(invitation.email) === email
  if (!isTheirs) throw InvitationForSomebodyElse()
  const { id, roleId } = invitation
  if (!(await acceptInvitation(ctx.db, ctx.organizationId, id, tokenHash, userId))) throw LinkNotValid()
  const ban = await findOpenBan(ctx.db, ctx.organizationId, userId)
  if (ban) throw Banned({ reason: ban.reason })
  const place = await takeKeptPlace(ctx, userId, invitation.membershipId)
  const member = place === 'closed' ? null : await admit(ctx.db, ctx.organizationId, userId, roleId)
  if (!member) throw MembershipInactive()
  if (member.isNew) await announce(ctx, personJoined, { userId, membershipId: member.membershipId })
  await record(ctx, 'identity.invitation_accepted', {
    entityType: 'invitation',
    entityId: id,
    targetId: userId,
  })
}
