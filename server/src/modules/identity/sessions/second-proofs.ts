import type { Ctx } from '../../../platform/ctx.ts'
import { SignInRequired } from '../../../platform/errors.ts'
import { hashToken, randomToken } from '../../../platform/keys.ts'
import { ProofTooOld } from '../errors.ts'
import { noteProofs, raiseSession } from './sessions.queries.ts'
import type { ProofMethod } from './sessions.ts'

/** Minutes in which a proof is recent enough for a dangerous act. */
export const recentMinutes = 15

/**
 * Dangerous acts ask for a proof that is minutes old, so that an unlocked screen is not enough (step-up,
 * ASVS 7.5.3). Call it first in the verb.
 * @throws ProofTooOld
 */
export function requireRecentProof(ctx: Ctx): void {
  const { authenticatedAt } = ctx.actor
  if (ctx.actor.kind === 'system') return
  if (!authenticatedAt || ctx.now.getTime() - authenticatedAt.getTime() > recentMinutes * 60_000)
    throw ProofTooOld()
}

/**
 * The person of a session proved themselves once more: the session rises, and a cookie session gets a new
 * token (no fixation). In the caller's transaction.
 * @returns the new token; keep it only when the session is carried by a cookie
 * @throws SignInRequired when the session ended meanwhile
 */
export async function raise(
  ctx: Ctx,
  sessionId: string,
  proof: { method: ProofMethod; aal: 'aal1' | 'aal2'; factorId?: string },
): Promise<string> {
  const token = randomToken()
  const raised = await raiseSession(ctx.db, sessionId, {
    aal: proof.aal,
    factorId: proof.factorId ?? null,
    tokenHash: hashToken(token),
  })
  if (!raised) throw SignInRequired()
  await noteProofs(ctx.db, sessionId, [proof.method])
  return token
}
