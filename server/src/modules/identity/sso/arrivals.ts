import type { Ctx } from '../../../platform/ctx.ts'
import { announce } from '../../../platform/events/events.ts'
import { isAddress } from '../../../platform/mail/mailer.ts'
import { record } from '../../audit/index.ts'
import { Banned, MembershipInactive, NoSuchRole } from '../errors.ts'
import { accessChanged, personJoined, personSignedUp } from '../events.ts'
import { normalEmail } from '../joining/registration.ts'
import { insertMembership } from '../organizations/organizations.queries.ts'
import { findOpenBan } from '../people/bans.queries.ts'
import { findDefaultRole } from '../people/roles.queries.ts'
import { insertByProvider } from '../providers/identities.queries.ts'
import { takeKeptPlace } from '../scim/stand-ins.ts'
import { type Entered, openSession } from '../sessions/sessions.ts'
import {
  type ArrivalRules,
  bindIdentity,
  completePerson,
  findAddressOwner,
  findIdentityOwner,
  holdArrivalRules,
  setGroupRoles,
  takeOverUnproven,
} from './arrivals.queries.ts'
import { SsoDisabled, SsoForeignEmail, SsoIdentityTaken, SsoUnknown, SsoWithoutEmail } from './errors.ts'
import { domainOf } from './mail-domains.ts'
import { type Attributes, displayName, profileOf, type SsoProfile } from './profiles.ts'

/** Somebody a provider vouches for; signature, issuer, audience and times were checked. */
export type Arrival = {
  providerId: string
  /** What the provider calls them, the same every time: persistent NameID or `sub`; null when it has no such name. */
  subject: string | null
  attributes: Attributes
  /** Counts as the address when no attribute holds one, such as a NameID in the form of an address. */
  fallbackEmail: string | null
  issuer: string
}

/** What becomes of an arrival. */
export type ArrivalPlan = {
  profile: SsoProfile
  email: string
  subject: string
  rules: ArrivalRules
  /** create: nobody has the address; take_over: somebody has it and never proved it. */
  outcome: 'create' | 'take_over' | 'link' | 'sign_in'
  userId: string | null
}

/** Name of an organization's single sign-on among the providers of an identity. */
export const ssoProviderName = (providerId: string): string => `sso:${providerId}`

/**
 * Whom an arrival stands for, without changing anything. A single sign-on speaks only for addresses of the domains
 * its organization has proven.
 * @param isTest a single sign-on that is switched off can still be tried out
 * @throws SsoUnknown, SsoDisabled, SsoWithoutEmail, SsoForeignEmail
 */
export async function planArrival(ctx: Ctx, arrival: Arrival, isTest = false): Promise<ArrivalPlan> {
  const told = await holdArrivalRules(ctx.db, ctx.organizationId, arrival.providerId, '')
  if (!told) throw SsoUnknown()
  if (told.disabled && !isTest) throw SsoDisabled()
  const mapping = { ...told.attributeMapping, keys: told.attributeMapping.keys ?? {} }
  const profile = profileOf(arrival.attributes, mapping, arrival.fallbackEmail)
  const email = normalEmail(profile.email ?? '')
  if (!email) throw SsoWithoutEmail()
  const domain = isAddress(email) ? domainOf(email) : null
  if (!domain) throw SsoForeignEmail()
  const rules = await holdArrivalRules(ctx.db, ctx.organizationId, arrival.providerId, domain)
  if (!rules?.isOwnDomain) throw SsoForeignEmail()
  const subject = arrival.subject ?? email
  const about = { profile, email, subject, rules: { ...rules, attributeMapping: mapping } }
  const known = await findIdentityOwner(ctx.db, ssoProviderName(arrival.providerId), subject)
  if (known) return { ...about, outcome: 'sign_in', userId: known }
  const owner = await findAddressOwner(ctx.db, email)
  if (!owner) return { ...about, outcome: 'create', userId: null }
  return { ...about, outcome: owner.confirmed ? 'link' : 'take_over', userId: owner.id }
}

/**
 * Lets somebody in whom the single sign-on of the organization of `ctx` vouches for: finds or makes the person,
 * binds the identity, makes them a member and gives them the roles of their groups.
 * @returns the person's id; open their session with `enterBySso`
 * @throws SsoUnknown, SsoDisabled, SsoWithoutEmail, SsoForeignEmail, SsoIdentityTaken, Banned, NoSuchRole
 */
export async function welcomeBySso(
  ctx: Ctx,
  arrival: Arrival,
): Promise<{ userId: string; kind: 'saml' | 'oidc' }> {
  const plan = await planArrival(ctx, arrival)
  const data = {
    iss: arrival.issuer,
    sub: plan.subject,
    email: plan.email,
    ...(plan.profile.name ? { name: plan.profile.name } : {}),
    custom_claims: plan.profile.custom,
  }
  const userId = await personOf(ctx, plan, data)
  const provider = ssoProviderName(arrival.providerId)
  const bound = await bindIdentity(ctx.db, { userId, provider, subject: plan.subject, data })
  if (bound === 'taken') throw SsoIdentityTaken()
  await completePerson(ctx.db, userId, {
    name: displayName(plan.profile),
    firstName: plan.profile.firstName,
    lastName: plan.profile.lastName,
    isNew: plan.outcome === 'create',
    provider,
  })
  const there = { ...ctx, actor: { ...ctx.actor, kind: 'person' as const, userId, email: plan.email } }
  if (bound === 'new')
    await record(there, 'identity.sso_linked', {
      entityType: 'person',
      entityId: userId,
      metadata: { providerId: arrival.providerId, outcome: plan.outcome },
    })
  await joinBySso(there, userId, plan)
  return { userId, kind: plan.rules.kind }
}

/** Welcomes somebody and opens their session, which is good in this organization only. In one transaction. */
export async function enterBySso(
  ctx: Ctx,
  arrival: Arrival,
  carrier: 'cookie' | 'app',
): Promise<Entered & { userId: string }> {
  const { userId, kind } = await welcomeBySso(ctx, arrival)
  const entered = await openSession(ctx, userId, {
    method: kind === 'saml' ? 'sso/saml' : 'sso/oidc',
    carrier,
    ssoProviderId: arrival.providerId,
  })
  return { ...entered, userId }
}

async function personOf(
  ctx: Ctx,
  { outcome, userId, email, profile }: ArrivalPlan,
  metadata: Record<string, unknown>,
): Promise<string> {
  if (userId) {
    if (outcome === 'take_over') await takeOverUnproven(ctx.db, userId, email)
    return userId
  }
  const made = await insertByProvider(ctx.db, { email, name: displayName(profile), metadata })
  // Somebody was faster: the same person in a second window, as a rule.
  const id = made ?? (await findAddressOwner(ctx.db, email))?.id
  if (!id) throw SsoIdentityTaken()
  if (made) await announce(ctx, personSignedUp, { userId: id })
  return id
}

async function joinBySso(ctx: Ctx, userId: string, { rules, profile }: ArrivalPlan): Promise<void> {
  const ban = await findOpenBan(ctx.db, ctx.organizationId, userId)
  if (ban) throw Banned({ reason: ban.reason ?? '' })
  if ((await takeKeptPlace(ctx, userId)) === 'closed') throw MembershipInactive()
  const fallback = rules.defaultRoleId ?? (await findDefaultRole(ctx.db, ctx.organizationId))?.id
  if (!fallback) throw NoSuchRole()
  const { membershipId, isNew } = await insertMembership(ctx.db, ctx.organizationId, userId, fallback)
  if (isNew) {
    await announce(ctx, personJoined, { userId, membershipId })
    await record(ctx, 'identity.person_joined', { entityType: 'person', entityId: userId })
  }
  const byGroup = Object.entries(rules.attributeMapping.roles ?? {})
  if (byGroup.length === 0) return
  const governed = [...new Set(byGroup.map(([, roleId]) => roleId))]
  const held = byGroup.filter(([group]) => profile.groups.includes(group)).map(([, roleId]) => roleId)
  const changed = await setGroupRoles(ctx.db, ctx.organizationId, membershipId, { governed, held, fallback })
  if (!changed) return
  await announce(ctx, accessChanged, { userId })
  await record(ctx, 'identity.roles_given_by_sso', {
    entityType: 'person',
    entityId: userId,
    after: { roleIds: held },
  })
}
