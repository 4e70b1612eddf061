import type { Ctx } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { announce } from '../../../platform/events/events.ts'
import { record } from '../../audit/index.ts'
import { personChanged } from '../events.ts'
import {
  type OrganizationPicture,
  replaceAvatar,
  replaceOrganizationPicture,
  type StoredPicture,
} from './pictures.queries.ts'

/**
 * Shows a stored public picture with the name of whoever asks, or none (null).
 * @returns the picture before, which nobody shows any more
 */
export async function showAvatar(ctx: Ctx, objectId: string | null): Promise<StoredPicture | null> {
  const userId = ctx.actor.userId ?? ''
  const picture = objectId === null ? null : { organizationId: ctx.organizationId, objectId }
  const before = await replaceAvatar(ctx.db, userId, picture)
  if (before === undefined) throw NotFound()
  if (before === null && picture === null) return null
  await announce(ctx, personChanged, { userId })
  await record(ctx, 'identity.picture_changed', {
    entityType: 'person',
    entityId: userId,
    before: { hasPicture: before !== null },
    after: { hasPicture: picture !== null },
  })
  return before
}

/**
 * Shows a stored public picture as the logo or cover of the organization, or none (null).
 * @returns the picture before, which nobody shows any more
 */
export async function showOrganizationPicture(
  ctx: Ctx,
  which: OrganizationPicture,
  objectId: string | null,
): Promise<StoredPicture | null> {
  const before = await replaceOrganizationPicture(ctx.db, ctx.organizationId, which, objectId)
  if (before === null && objectId === null) return null
  await record(ctx, 'identity.settings_changed', {
    entityType: 'organization',
    entityId: ctx.organizationId,
    before: { [which]: before },
    after: { [which]: objectId },
  })
  return before === null ? null : { organizationId: ctx.organizationId, objectId: before }
}
