import type { Ctx } from '../../../platform/ctx.ts'
import { oneself } from '../policy.ts'
import { InsufficientAal, NoPermission, SsoRequired } from './errors.ts'

/**
 * How people sign in is changed by themselves only: not by an app they let in for less, and not by somebody who
 * acts in their name.
 * @throws NoPermission
 */
export function requireOwnSession(ctx: Ctx): void {
  if (oneself(ctx.actor) !== true || ctx.actor.scopes !== null)
    throw NoPermission({ reason: 'Only the person themselves may do this' })
}

/**
 * The same for whoever looks after their factors: also while a first factor is what their sign-in still needs.
 * @throws NoPermission, InsufficientAal, SsoRequired
 */
export function requireTendsFactors(ctx: Ctx): void {
  requireOwnSession(ctx)
  const { owes } = ctx.actor
  if (owes === 'second_factor') throw InsufficientAal()
  if (owes === 'sso') throw SsoRequired()
}
