import type { Ctx } from '../../../platform/ctx.ts'
import { announce } from '../../../platform/events/events.ts'
import { hashToken, randomToken } from '../../../platform/keys.ts'
import { record } from '../../audit/index.ts'
import { accessChanged, personJoined } from '../events.ts'
import { sendLetter } from '../letters.ts'
import { say } from '../messages.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { findLanguage } from '../people/people.queries.ts'
import { findRole } from '../people/roles.queries.ts'
import { regrant } from './group-roles.queries.ts'
import {
  deleteStandIn,
  holdKeptPlace,
  insertKeptInvitation,
  mergePlace,
  takePlace,
} from './stand-ins.queries.ts'

const days = 7

/**
 * Asks the owner of an address to take the place a directory keeps for them. Nothing is said, and nothing is
 * different, whether or not the address has an account. Without an address nobody is asked.
 */
export async function inviteToPlace(
  ctx: Ctx,
  place: { membershipId: string; email: string; roleId: string },
): Promise<void> {
  if (place.email === '') return
  const token = randomToken()
  const id = await insertKeptInvitation(ctx.db, ctx.organizationId, {
    ...place,
    tokenHash: hashToken(token),
    expiresAt: new Date(ctx.now.getTime() + days * 24 * 3600_000),
  })
  if (!id) return
  const organization = await findById(ctx.db, ctx.organizationId)
  const role = await findRole(ctx.db, ctx.organizationId, place.roleId)
  const locale = await findLanguage(ctx.db, ctx.organizationId, null)
  const to = { email: place.email, userId: null, locale, path: `/invitation?token=${token}` }
  const about = { inviter: say(locale, 'inviter.nobody'), role: role?.name ?? '', days }
  await sendLetter(ctx, 'invitation', to, organization, about)
}

/**
 * Somebody who has proven who they are comes in where a directory keeps a place for them: it becomes theirs, with
 * the roles it has. Call it before making them a member in another way.
 * @param membershipId the place, when an invitation names it; null: the one kept for an address they have proven
 * @returns taken: they are a member now; closed: the directory does not let them in; none: nothing is kept for them
 */
export async function takeKeptPlace(
  ctx: Ctx,
  userId: string,
  membershipId: string | null = null,
): Promise<'taken' | 'closed' | 'none'> {
  const { db, organizationId } = ctx
  const place = await holdKeptPlace(db, organizationId, userId, membershipId)
  if (!place || place.ownIsKept) return 'none'
  if (!place.isOpen) return place.ownMembershipId ? 'none' : 'closed'
  if (place.ownMembershipId) {
    await mergePlace(db, organizationId, place.membershipId, place.ownMembershipId)
    await regrant(db, organizationId, [place.ownMembershipId])
    await announce(ctx, accessChanged, { userId })
  } else {
    if (!(await takePlace(db, organizationId, place.membershipId, userId))) return 'none'
    await announce(ctx, personJoined, { userId, membershipId: place.membershipId })
  }
  await deleteStandIn(db, place.standInId)
  await record(ctx, 'identity.directory_place_taken', {
    entityType: 'person',
    entityId: userId,
    metadata: { membershipId: place.ownMembershipId ?? place.membershipId },
  })
  return 'taken'
}
