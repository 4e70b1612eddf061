import type { Ctx } from '../../../platform/ctx.ts'
import { InvalidInput } from '../../../platform/errors.ts'
import { announce } from '../../../platform/events/events.ts'
import { record } from '../../audit/index.ts'
import { banLifted, personBanned } from '../events.ts'
import { keepAnOwner } from '../organizations/organizations.ts'
import { deleteSessionsAt } from '../sessions/sessions.queries.ts'
import { liftBan, upsertBan } from './bans.queries.ts'
import type { MemberRow } from './members.queries.ts'
import { isOwnerMember } from './members.ts'

/**
 * Keeps a person out of the organization; every session of theirs here ends at once. A second ban changes the
 * first one.
 * @param until null: for good
 * @throws LastOwner, InvalidInput when the end lies in the past
 */
export async function banPerson(
  ctx: Ctx,
  member: MemberRow,
  reason: string,
  until: Date | null,
): Promise<void> {
  if (until && until <= ctx.now) {
    throw InvalidInput({}, { fields: [{ pointer: '/until', code: 'past', message: 'lies in the past' }] })
  }
  if (isOwnerMember(member)) await keepAnOwner(ctx, member.id)
  const ban = { userId: member.id, reason, until, bannedBy: ctx.actor.userId }
  const banId = await upsertBan(ctx.db, ctx.organizationId, ban)
  const ended = await deleteSessionsAt(ctx.db, ctx.organizationId, member.id)
  await announce(ctx, personBanned, { userId: member.id, banId, until: until?.toISOString() ?? null })
  await record(ctx, 'identity.person_banned', {
    entityType: 'person',
    entityId: member.id,
    targetId: banId,
    after: { reason, until: until?.toISOString() ?? null },
    metadata: { sessionsEnded: ended },
  })
}

/** Lifts the ban of a person; without one nothing changes. */
export async function liftBanOf(ctx: Ctx, member: MemberRow): Promise<void> {
  const banId = await liftBan(ctx.db, ctx.organizationId, member.id, ctx.actor.userId)
  if (!banId) return
  await announce(ctx, banLifted, { userId: member.id, banId })
  await record(ctx, 'identity.ban_lifted', { entityType: 'person', entityId: member.id, targetId: banId })
}
