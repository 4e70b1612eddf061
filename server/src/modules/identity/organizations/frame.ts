import type { Ctx } from '../../../platform/ctx.ts'
import { findFrame } from './frame.queries.ts'

/** What stands around every page: the organization, and who reads it. */
export async function frameOf(ctx: Ctx) {
  const { actor } = ctx
  const found = await findFrame(ctx.db, ctx.organizationId, actor.userId, actor.impersonatedBy)
  const { organization, preferences, memberships } = found
  return {
    passwordMinLength: ctx.app.config.auth.passwordMinLength,
    organization,
    person: actor.userId
      ? {
          id: actor.userId,
          name: actor.name ?? '',
          email: actor.email,
          avatarUrl: found.avatarUrl,
          isMember: actor.membershipId !== null,
          preferences,
          memberships,
          permissions: [...actor.permissions],
          modules: [...actor.modules],
          owes: actor.owes,
          isAnonymous: actor.isAnonymous,
          impersonatedBy: found.impersonatedByName,
        }
      : null,
  }
}
