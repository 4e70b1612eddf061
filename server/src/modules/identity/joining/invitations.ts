import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { announce } from '../../../platform/events/events.ts'
import { hashToken, randomToken } from '../../../platform/keys.ts'
import { record } from '../../audit/index.ts'
import { voidTokens } from '../codes/one-time-tokens.queries.ts'
import {
  AlreadyInvited,
  AlreadyMember,
  Banned,
  InvitationClosed,
  InvitationForSomebodyElse,
  LinkNotValid,
  MembershipInactive,
  NameAndPasswordNeeded,
  NoSuchRole,
  SignInToAccept,
} from '../errors.ts'
import { personJoined, personSignedUp } from '../events.ts'
import { requireOwnSignIn } from '../factors/own-sign-in.ts'
import { sendLetter } from '../letters.ts'
import { say } from '../messages.ts'
import { organizationOf } from '../organizations/organizations.ts'
import { ownWords } from '../passwords/own-words.ts'
import { hashPassword, refuseWeakPassword } from '../passwords/passwords.ts'
import { findOpenBan } from '../people/bans.queries.ts'
import { findMember } from '../people/members.queries.ts'
import { refuseGiving } from '../people/members.ts'
import {
  confirmPerson,
  findByEmail,
  findLanguage,
  insertPerson,
  newPersonId,
} from '../people/people.queries.ts'
import { holdRoles } from '../people/roles.queries.ts'
import { takeKeptPlace } from '../scim/stand-ins.ts'
import { deleteSessions } from '../sessions/sessions.queries.ts'
import type { SignedIn } from '../sessions/sessions.schemas.ts'
import { openSession } from '../sessions/sessions.ts'
import {
  acceptInvitation,
  admit,
  findInvitation,
  findOpenInvitation,
  type InvitationRow,
  insertInvitation,
  type OpenInvitation,
  renewInvitation,
  revokeInvitation,
} from './invitations.queries.ts'
import { normalEmail } from './registration.ts'

const days = 7

const end = (ctx: Ctx) => new Date(ctx.now.getTime() + days * 24 * 3600_000)

/** An invitation of the organization. Throws NotFound. */
export async function invitationOf(ctx: Ctx, id: string): Promise<InvitationRow> {
  const invitation = await findInvitation(ctx.db, ctx.organizationId, id)
  if (!invitation) throw NotFound()
  return invitation
}

/**
 * Invites an address to a role, by a mail with a link.
 * @throws NoSuchRole, RankTooHigh, PermissionNotHeld, AlreadyMember, AlreadyInvited
 */
export async function invite(ctx: Ctx, wanted: { email: string; roleId: string }): Promise<InvitationRow> {
  const email = normalEmail(wanted.email)
  const [role] = await holdRoles(ctx.db, ctx.organizationId, [wanted.roleId])
  if (!role) throw NoSuchRole()
  refuseGiving(ctx, role)
  const person = await findByEmail(ctx.db, email)
  if (person && (await findMember(ctx.db, ctx.organizationId, person.id))) throw AlreadyMember()
  const token = randomToken()
  const id = await insertInvitation(ctx.db, ctx.organizationId, {
    email,
    userId: person?.id ?? null,
    roleId: role.id,
    tokenHash: hashToken(token),
    invitedBy: ctx.actor.userId,
    expiresAt: end(ctx),
  })
  if (!id) throw AlreadyInvited()
  await mail(ctx, { email, roleName: role.name, userId: person?.confirmed ? person.id : null }, token)
  await record(ctx, 'identity.person_invited', {
    entityType: 'invitation',
    entityId: id,
    after: { email, role: role.key },
  })
  return invitationOf(ctx, id)
}

/**
 * Sends an open invitation again with a new link; the one before is void.
 * @throws InvitationClosed, RankTooHigh, PermissionNotHeld
 */
export async function remind(ctx: Ctx, invitation: InvitationRow): Promise<InvitationRow> {
  refuseGiving(ctx, { rank: invitation.roleRank, permissions: invitation.rolePermissions })
  const token = randomToken()
  const { id, email, roleName } = invitation
  if (!(await renewInvitation(ctx.db, ctx.organizationId, id, hashToken(token), end(ctx))))
    throw InvitationClosed()
  const person = await findByEmail(ctx.db, email)
  await mail(ctx, { email, roleName, userId: person?.confirmed ? person.id : null }, token)
  await record(ctx, 'identity.invitation_sent_again', { entityType: 'invitation', entityId: id })
  return invitationOf(ctx, id)
}

async function mail(ctx: Ctx, to: { email: string; roleName: string; userId: string | null }, token: string) {
  const organization = await organizationOf(ctx)
  const locale = await findLanguage(ctx.db, ctx.organizationId, to.userId)
  const path = `/invitation?token=${token}`
  await sendLetter(ctx, 'invitation', { email: to.email, userId: to.userId, locale, path }, organization, {
    inviter: ctx.actor.name ?? say(locale, 'inviter.nobody'),
    role: to.roleName,
    days,
  })
}

/** @throws InvitationClosed */
export async function revoke(ctx: Ctx, invitation: InvitationRow): Promise<void> {
  if (!(await revokeInvitation(ctx.db, ctx.organizationId, invitation.id))) throw InvitationClosed()
  await record(ctx, 'identity.invitation_revoked', { entityType: 'invitation', entityId: invitation.id })
}

/** What a link leads to, for who has it. Throws LinkNotValid. */
export async function openInvitation(ctx: Ctx, link: string): Promise<OpenInvitation> {
  const invitation = await findOpenInvitation(ctx.db, hashToken(link))
  if (!invitation) throw LinkNotValid()
  return invitation
}

/**
 * Accepts an invitation. Who has an account signs in first; who has none gives a name and a password, and the
 * link proves the address. Opens its own transaction.
 * @returns a session; its token is null for somebody who was signed in and stays so
 * @throws LinkNotValid, SignInToAccept, InvitationForSomebodyElse, NameAndPasswordNeeded, PasswordCommon, Banned,
 *   MembershipInactive, OwnSignInNeeded
 */
export async function accept(
  ctx: Ctx,
  link: string,
  given: { name: string | null; password: string | null },
): Promise<SignedIn | null> {
  const invitation = await openInvitation(ctx, link)
  const { actor } = ctx
  if (invitation.ownerId) {
    if (!actor.userId) throw SignInToAccept()
    if (actor.userId !== invitation.ownerId || actor.impersonatedBy) throw InvitationForSomebodyElse()
    // What one organization says of somebody does not make them a member of another.
    if (invitation.organizationId !== ctx.organizationId) await requireOwnSignIn(ctx)
    const ownerId = invitation.ownerId
    await withTransaction(ctx.app, ctx, (tx) => enter(tx, invitation, link, ownerId))
    return null
  }
  if (actor.userId) throw InvitationForSomebodyElse()
  const name = given.name?.trim()
  if (!name || !given.password) throw NameAndPasswordNeeded()
  const email = normalEmail(invitation.email)
  const there = { ...ctx, organizationId: invitation.organizationId }
  refuseWeakPassword(ctx.app, given.password, await ownWords(there, email, name))
  const encryptedPassword = await hashPassword(given.password)
  return withTransaction(ctx.app, ctx, async (tx) => {
    const userId = invitation.unprovenId ?? (await newPersonId(tx.db))
    if (invitation.unprovenId) {
      await confirmPerson(tx.db, userId, email, { name, encryptedPassword })
      await deleteSessions(tx.db, userId, null)
    } else {
      const person = { id: userId, email, name, encryptedPassword, language: null, timeZone: null }
      // Somebody proved the address in the meantime: then it is theirs to accept.
      if (!(await insertPerson(tx.db, person))) throw SignInToAccept()
    }
    await voidTokens(tx.db, email)
    const there = await enter(tx, invitation, link, userId)
    await announce(there, personSignedUp, { userId })
    return openSession(there, userId, { method: 'invite' })
  })
}

async function enter(ctx: Ctx, invitation: OpenInvitation, link: string, userId: string): Promise<Ctx> {
  const there = { ...ctx, organizationId: invitation.organizationId }
  const { organizationId, id, roleId } = invitation
  if (!(await acceptInvitation(ctx.db, organizationId, id, hashToken(link), userId))) throw LinkNotValid()
  const ban = await findOpenBan(ctx.db, organizationId, userId)
  if (ban) throw Banned({ reason: ban.reason })
  const place = await takeKeptPlace(there, userId, invitation.membershipId)
  const member = place === 'closed' ? null : await admit(ctx.db, organizationId, userId, roleId)
  if (!member) throw MembershipInactive()
  const { membershipId, isNew } = member
  if (isNew) await announce(there, personJoined, { userId, membershipId })
  await record(there, 'identity.invitation_accepted', {
    entityType: 'invitation',
    entityId: id,
    targetId: userId,
  })
  return there
}
