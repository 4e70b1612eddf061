import type { Ctx } from '../../../platform/ctx.ts'
import { NotFound, SignInRequired } from '../../../platform/errors.ts'
import { hashToken, randomToken } from '../../../platform/keys.ts'
import { record } from '../../audit/index.ts'
import { findAccess } from '../callers.queries.ts'
import { Banned } from '../errors.ts'
import { sendLetter } from '../letters.ts'
import { organizationOf } from '../organizations/organizations.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import { deleteSession, holdEntrant, insertSession, noteProofs } from '../sessions/sessions.queries.ts'
import { type Entered, noteTry } from '../sessions/sessions.ts'
import { findOwnSession } from './impersonation.queries.ts'
import type { MemberRow } from './members.queries.ts'
import { memberOf } from './members.ts'
import { findLanguage } from './people.queries.ts'

const minutes = 60
/** Nothing was proven by the person themselves, so no dangerous act follows from such a session. */
const neverProven = new Date(0)

/** A member with what they may do, for the rule about acting in their name. Throws NotFound. */
export async function impersonable(ctx: Ctx, userId: string): Promise<MemberRow & { permissions: string[] }> {
  const member = await memberOf(ctx, userId)
  const { permissions } = await findAccess(ctx.db, ctx.organizationId, member.membershipId)
  return { ...member, permissions }
}

/**
 * Opens a session in a person's name, for an hour, at this organization and no other. It ends with the session it
 * began from, the person sees it among their devices and is told by mail, and each audit entry names both.
 * @throws ProofTooOld, NotFound, Banned
 */
export async function impersonate(ctx: Ctx, member: MemberRow, reason: string): Promise<Entered> {
  requireRecentProof(ctx)
  const { userId: by, sessionId: from } = ctx.actor
  if (!by || !from) throw SignInRequired()
  const person = await holdEntrant(ctx.db, member.id)
  if (!person) throw NotFound()
  if (person.isBanned) throw Banned({ reason: '' })
  const organization = await organizationOf(ctx)
  const token = randomToken()
  const expiresAt = new Date(ctx.now.getTime() + minutes * 60_000)
  const sessionId = await insertSession(ctx.db, {
    userId: person.id,
    organizationId: ctx.organizationId,
    tokenHash: hashToken(token),
    notAfter: expiresAt,
    idleAfter: expiresAt,
    ip: ctx.ip,
    userAgent: ctx.userAgent?.slice(0, 500) ?? null,
    impersonatedBy: by,
    impersonatedFrom: from,
    impersonationReason: reason,
    authenticatedAt: neverProven,
  })
  await noteProofs(ctx.db, sessionId, ['impersonation'])
  await noteTry(ctx, { userId: person.id, sessionId, method: 'impersonation', failureReason: null })
  await record(ctx, 'identity.impersonation_begun', {
    entityType: 'person',
    entityId: person.id,
    targetId: sessionId,
    metadata: { reason },
  })
  if (person.email) {
    const locale = await findLanguage(ctx.db, ctx.organizationId, person.id)
    const to = { email: person.email, userId: person.id, locale, path: '/account/security' }
    const about = { by: ctx.actor.name ?? '', reason, when: ctx.now, minutes }
    await sendLetter(ctx, 'impersonated', to, organization, about)
  }
  const { id, slug, name } = organization
  return {
    sessionId,
    token,
    expiresAt,
    person: { id: person.id, name: person.name, email: person.email },
    organization: { id, slug, name },
    owes: null,
  }
}

/**
 * Ends the session in somebody's name, if it has not ended by itself.
 * @param aside token of the administrator's own session, as their browser kept it
 * @returns the token to go on with, or null when they have to sign in again
 */
export async function stopImpersonating(ctx: Ctx, aside: string | null): Promise<string | null> {
  const { userId, sessionId, impersonatedBy } = ctx.actor
  const acting = impersonatedBy && sessionId && userId ? { userId, sessionId, impersonatedBy } : null
  // Somebody who has signed in anew since then goes on as who they are now.
  if (!acting && userId) return null
  const began = acting && { userId: acting.impersonatedBy, impersonationId: acting.sessionId }
  const own = aside !== null && (await findOwnSession(ctx.db, hashToken(aside), began))
  if (acting) {
    await deleteSession(ctx.db, acting.userId, acting.sessionId)
    await record(ctx, 'identity.impersonation_ended', {
      entityType: 'person',
      entityId: acting.userId,
      targetId: acting.sessionId,
    })
  }
  return own ? aside : null
}
