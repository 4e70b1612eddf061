import type { Ctx } from '../../../platform/ctx.ts'
import { OwnSignInNeeded } from './errors.ts'
import { cameBySsoAlone } from './sessions.queries.ts'

/**
 * Single sign-on, or a provider an organization set up, vouches for somebody there and nowhere else: whoever runs it
 * could open a session for any of its people. So such a session changes no way to sign in that reaches further, and
 * neither takes along nor deletes what other organizations keep, unless the person showed a second factor of their own.
 * @throws OwnSignInNeeded
 */
export async function requireOwnSignIn(ctx: Ctx): Promise<void> {
  if (await isVouchedFor(ctx)) throw OwnSignInNeeded()
}

/** Whether nothing but the word of their organization says who the person of `ctx` is. */
export async function isVouchedFor({ actor, db }: Ctx): Promise<boolean> {
  return actor.sessionId !== null && (await cameBySsoAlone(db, actor.sessionId))
}
