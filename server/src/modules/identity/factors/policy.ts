import { type Actor, refuse, type Verdict } from '../../../platform/actor.ts'
import { oneself } from '../policy.ts'

/**
 * Who adds and looks after second factors: the person themselves, also while the one thing their sign-in still
 * needs is a second factor. Whoever owes an existing one must show that first.
 */
export function tendsFactors(actor: Actor): Verdict {
  if (actor.owes === 'second_factor' || actor.owes === 'sso') return refuse(`${actor.owes}_owed`)
  return oneself(actor)
}
