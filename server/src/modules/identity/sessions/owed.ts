import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/database.ts'
import { type CallerFacts, findAccess, findCaller } from '../callers.queries.ts'

/**
 * What a sign-in still needs before it counts. Owners get in without single sign-on, so that a broken one can be
 * mended; somebody who acts in another's name has proven themselves.
 * @param permissions what the person may do at the organization the facts were looked up for
 */
export function owedBy(facts: CallerFacts, permissions: readonly string[]): Actor['owes'] {
  if (!facts.isSession || facts.impersonatedBy) return null
  if (facts.aal === 'aal1' && facts.hasFactor) return 'second_factor'
  if (facts.ssoProviderId) return null
  if (facts.requiresSso && !permissions.includes('*')) return 'sso'
  return facts.requiresSecondFactor && facts.aal === 'aal1' ? 'second_factor_enrolment' : null
}

/** What a living session still needs before it counts, at the organization it looks at; undefined when it ended. */
export async function owedBySession(db: Db, sessionId: string): Promise<Actor['owes'] | undefined> {
  const facts = await findCaller(db, { sessionId }, null)
  if (!facts) return undefined
  const { organizationId, membershipId } = facts
  // Read anew: the membership may be as young as the session, in a transaction nobody else sees yet.
  const access =
    organizationId && membershipId && facts.requiresSso
      ? await findAccess(db, organizationId, membershipId)
      : null
  return owedBy(facts, access?.permissions ?? [])
}
