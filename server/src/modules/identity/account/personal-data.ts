import type { Ctx } from '../../../platform/ctx.ts'
import { announce } from '../../../platform/events/events.ts'
import { nothingOr, type PersonalData } from '../../../platform/personal-data.ts'
import { record } from '../../audit/index.ts'
import { personLeft } from '../events.ts'
import { isVouchedFor } from '../factors/own-sign-in.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import { findAllOrganizations } from './account-deletion.queries.ts'
import { eraseStanding, findPerson, findStanding } from './personal-data.queries.ts'

/** What identity keeps of a person at one organization. */
export const personalData: PersonalData = {
  export: async (ctx, userId) => nothingOr(await findStanding(ctx.db, ctx.organizationId, userId)),
  async erase(ctx, userId) {
    if (await eraseStanding(ctx.db, ctx.organizationId, userId)) await announce(ctx, personLeft, { userId })
  },
}

/** Everything that is kept of a person, by organization and module. */
export type Export = {
  exportedAt: string
  person: Record<string, unknown>
  organizations: Array<{
    organization: { id: string; slug: string; name: string }
    data: Record<string, Record<string, unknown>>
  }>
}

/**
 * Gathers everything of whoever asks, from each module and each organization.
 * @throws ProofTooOld
 */
export async function exportMyself(ctx: Ctx): Promise<Export> {
  requireRecentProof(ctx)
  const userId = ctx.actor.userId ?? ''
  const organizations: Export['organizations'] = []
  const all = await findAllOrganizations(ctx.db)
  // Whoever runs a single sign-on is told nothing of what others keep of its people.
  const isVouched = await isVouchedFor(ctx)
  const shown = isVouched ? all.filter(({ id }) => id === ctx.organizationId) : all
  for (const organization of shown) {
    const there = { ...ctx, organizationId: organization.id }
    const data: Record<string, Record<string, unknown>> = {}
    for (const part of ctx.app.personalData) {
      const kept = await part.export(there, userId)
      if (kept) data[part.module] = kept
    }
    if (Object.keys(data).length > 0) organizations.push({ organization, data })
  }
  await record(ctx, 'identity.personal_data_exported', { entityType: 'person', entityId: userId })
  const person = await findPerson(ctx.db, userId)
  for (const waysIn of isVouched ? ['connectedAccounts', 'sessions', 'apiTokens', 'apps'] : [])
    delete person[waysIn]
  return { exportedAt: ctx.now.toISOString(), person, organizations }
}
