import type { Ctx } from '../../../platform/ctx.ts'
import { SignInRequired } from '../../../platform/errors.ts'
import { owedBySession } from '../sessions/owed.ts'
import type { Entered } from '../sessions/sessions.ts'
import { findSession } from './sessions.queries.ts'

/**
 * A session after a further proof, as its person is told of it. Call it after the transaction of the proof.
 * @param token the new token that `raise` gave
 * @throws SignInRequired when the session ended meanwhile
 */
export async function raisedSession(
  ctx: Ctx,
  { sessionId, token }: { sessionId: string; token: string },
): Promise<Entered> {
  const facts = await findSession(ctx.db, sessionId)
  const owes = await owedBySession(ctx.db, sessionId)
  if (!facts || owes === undefined) throw SignInRequired()
  const { organizationId, slug, organizationName } = facts
  return {
    sessionId,
    token: facts.hasToken ? token : null,
    expiresAt: facts.expiresAt,
    person: { id: facts.userId, name: facts.name, email: facts.email },
    organization:
      organizationId && slug && organizationName !== null
        ? { id: organizationId, slug, name: organizationName }
        : null,
    owes,
  }
}
