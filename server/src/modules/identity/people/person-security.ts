import type { Ctx } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { record } from '../../audit/index.ts'
import { FactorsUsedElsewhere } from '../errors.ts'
import { sendLetter } from '../letters.ts'
import { organizationOf } from '../organizations/organizations.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import { deleteSessionsAt } from '../sessions/sessions.queries.ts'
import type { MemberRow } from './members.queries.ts'
import { findLanguage } from './people.queries.ts'
import { belongsElsewhere, deleteFactorsOf, deleteSessionAt } from './person-security.queries.ts'

/** Ends one sign-in of a person at this organization. Throws NotFound. */
export async function endSessionOf(ctx: Ctx, member: MemberRow, sessionId: string): Promise<void> {
  if (!(await deleteSessionAt(ctx.db, ctx.organizationId, member.id, sessionId))) throw NotFound()
  await record(ctx, 'identity.session_ended', {
    entityType: 'session',
    entityId: sessionId,
    targetId: member.id,
  })
}

/**
 * Takes the second factors, recovery codes and passkeys of a person away who lost them; their sessions here end, and
 * they are told by mail. Nobody weakens how somebody signs in at organizations of others.
 * @throws ProofTooOld, FactorsUsedElsewhere
 */
export async function resetFactors(ctx: Ctx, member: MemberRow): Promise<void> {
  requireRecentProof(ctx)
  if (await belongsElsewhere(ctx.db, ctx.organizationId, member.id)) throw FactorsUsedElsewhere()
  const gone = await deleteFactorsOf(ctx.db, member.id)
  if (gone === 0) return
  await deleteSessionsAt(ctx.db, ctx.organizationId, member.id)
  await record(ctx, 'identity.factors_reset', {
    entityType: 'person',
    entityId: member.id,
    metadata: { removed: gone },
  })
  if (!member.email) return
  const organization = await organizationOf(ctx)
  const locale = await findLanguage(ctx.db, ctx.organizationId, member.id)
  const to = { email: member.email, userId: member.id, locale, path: '/account/security' }
  await sendLetter(ctx, 'factors_reset', to, organization, { by: ctx.actor.name ?? '', when: ctx.now })
}
