import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors.ts'
import { record } from '../../audit/index.ts'
import { type Arrival, planArrival } from './arrivals.ts'
import { profileOf } from './profiles.ts'
import type { TestResult } from './sso-provider-views.ts'
import { noteTest } from './sso-providers.queries.ts'
import { ssoProviderById } from './sso-providers.ts'

/** Tries out what an arrival would lead to, keeps the outcome for the set-up page, and changes nothing else. */
export async function tryArrival(ctx: Ctx, arrival: Arrival): Promise<TestResult> {
  const { attributeMapping } = await ssoProviderById(ctx, arrival.providerId)
  const profile = profileOf(arrival.attributes, attributeMapping, arrival.fallbackEmail)
  const seen = {
    email: profile.email,
    name: profile.name,
    groups: profile.groups.slice(0, 100),
    attributes: [...arrival.attributes]
      .slice(0, 100)
      .map(([name, values]) => ({ name, values: values.slice(0, 50).map((value) => value.slice(0, 300)) })),
  }
  try {
    const { outcome } = await planArrival(ctx, arrival, true)
    return await keep(ctx, arrival.providerId, { ...seen, outcome, code: null, reason: null })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return keep(ctx, arrival.providerId, { ...seen, ...refusal(error) })
  }
}

/** A try that did not get as far as telling who came. */
export const keepFailedTest = (ctx: Ctx, providerId: string, error: AppError): Promise<TestResult> =>
  keep(ctx, providerId, { ...refusal(error), email: null, name: null, groups: [], attributes: [] })

const refusal = (error: AppError) => ({
  outcome: 'refused' as const,
  code: error.code,
  reason: typeof error.params.reason === 'string' ? error.params.reason : null,
})

async function keep(ctx: Ctx, providerId: string, result: TestResult): Promise<TestResult> {
  await noteTest(ctx.db, ctx.organizationId, providerId, JSON.stringify(result))
  await record(ctx, 'identity.sso_tested', {
    entityType: 'sso_provider',
    entityId: providerId,
    metadata: { outcome: result.outcome, code: result.code, reason: result.reason },
  })
  return result
}
