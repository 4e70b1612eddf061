import type { Ctx } from '../../../platform/ctx.ts'
import { record } from '../../audit/index.ts'
import { shortenApiTokens } from '../account/api-tokens.queries.ts'
import { SsoNotReady, WouldLockYouOut } from '../errors.ts'
import { isOwner } from '../policy.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import { lockOrganization } from './organizations.queries.ts'
import {
  deleteDoubleSessions,
  findFooting,
  findSecurityPolicy,
  type SecurityPolicy,
  savePolicy,
  shortenSessions,
} from './security-policies.queries.ts'

export type PolicyEffect = { sessionsShortened: number; sessionsEnded: number; tokensShortened: number }

/**
 * Changes what the organization asks of everybody who comes in. It holds for those who are in, too: their
 * sessions and tokens are brought within the new limits now; what a second factor or the single sign-on is
 * asked of, each request is held against.
 * @throws ProofTooOld, SsoNotReady, WouldLockYouOut
 */
export async function changePolicy(ctx: Ctx, next: SecurityPolicy): Promise<PolicyEffect> {
  requireRecentProof(ctx)
  await lockOrganization(ctx.db, ctx.organizationId)
  const before = await findSecurityPolicy(ctx.db, ctx.organizationId)
  await refuseLockingOut(ctx, before, next)
  await savePolicy(ctx.db, ctx.organizationId, next)
  const { organizationId, db } = ctx
  const limits = next.sessionMaxHours ?? next.sessionIdleHours
  const effect = {
    sessionsShortened: limits === null ? 0 : await shortenSessions(db, organizationId, next),
    sessionsEnded: next.oneSessionPerPerson
      ? await deleteDoubleSessions(db, organizationId, ctx.actor.sessionId)
      : 0,
    tokensShortened:
      next.apiTokenMaxDays === null ? 0 : await shortenApiTokens(db, organizationId, next.apiTokenMaxDays),
  }
  await record(ctx, 'identity.security_policy_changed', {
    entityType: 'organization',
    entityId: organizationId,
    before: onlyChanged(before, next),
    after: onlyChanged(next, before),
    metadata: effect,
  })
  return effect
}

/** Whoever turns a rule on must be able to keep it themselves; one that stands already is not asked again. */
async function refuseLockingOut(ctx: Ctx, before: SecurityPolicy, next: SecurityPolicy) {
  const { actor } = ctx
  const newly = (rule: 'requireSso' | 'requireSecondFactor') => next[rule] && !before[rule]
  if (actor.kind !== 'person' || !(newly('requireSso') || newly('requireSecondFactor'))) return
  const footing = await findFooting(ctx.db, ctx.organizationId, {
    userId: actor.userId ?? '',
    sessionId: actor.sessionId,
  })
  if (newly('requireSso')) {
    if (!footing.ssoStands) throw SsoNotReady()
    if (!footing.ssoReachesPerson && !isOwner(actor)) throw WouldLockYouOut()
  }
  if (newly('requireSecondFactor') && !footing.personHasFactor && actor.aal === 'aal1')
    throw WouldLockYouOut()
}

function onlyChanged(values: SecurityPolicy, others: SecurityPolicy): Partial<SecurityPolicy> {
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => others[key as keyof SecurityPolicy] !== value),
  )
}
