import type { Ctx } from '../../../platform/ctx.ts'
import { OwnSignInNeeded } from './errors.ts'
import { cameBySsoAlone } from './sessions.queries.ts'

/**
 * Single sign-on vouches for somebody at one organization and nowhere else: whoever runs it could open a session
 * for any of its people. So such a session adds no way to sign in that reaches further, unless the person showed
 * a second factor of their own.
 * @throws OwnSignInNeeded
 */
export async function requireOwnSignIn(ctx: Ctx): Promise<void> {
  const { sessionId } = ctx.actor
  if (sessionId && (await cameBySsoAlone(ctx.db, sessionId))) throw OwnSignInNeeded()
}
