import { type Ctx, noOrganization, withTransaction } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors.ts'
import { noteTry } from '../sessions/sessions.ts'
import { type Arrival, welcomeBySso } from '../sso/arrivals.ts'
import { keepFailedTest, tryArrival } from '../sso/trials.ts'
import { personBehind } from './arrivals.ts'
import { redeem } from './dialogue.ts'
import { connectAccount, connectLater } from './links.ts'
import type { Claims, Proven } from './proven.ts'
import { type Provider, providerOf, ssoProviderOf } from './providers.ts'
import type { Visit } from './visits.ts'

/** Somebody is back from a provider and known. */
export type Returned = {
  visit: Visit
  provider: Provider
  proven: Proven
  userId: string
  /** What to open their session with: pass it to `openSession`. */
  proof: { method: 'oauth' | 'sso/oidc'; provider: string; ssoProviderId?: string }
}

/**
 * Redeems what somebody brought back from a provider, finds out who they are, and lets `enter` open their session,
 * all or nothing. Opens its own transactions: the provider is asked outside of them, and a failed try is kept.
 * @param enter runs in the transaction, at the organization the visit began at; with a purpose of `link` the
 *   account is connected already
 * @throws ProviderDenied, ProviderFailed, OutgoingRefused, OutgoingFailed, and what `personBehind`, `welcomeBySso`
 *   and `openSession` throw
 */
export async function finishVisit<T>(
  ctx: Ctx,
  visit: Visit,
  answer: URLSearchParams,
  enter: (ctx: Ctx, returned: Returned) => Promise<T>,
): Promise<T> {
  const there = { ...ctx, organizationId: visit.organizationId ?? noOrganization }
  try {
    const provider = visit.ssoProviderId
      ? await ssoProviderOf(there, visit.ssoProviderId)
      : await providerOf(there, visit.providerType)
    const proven = await redeem(ctx.app, provider, answer, visit.secrets)
    return await withTransaction(ctx.app, there, async (tx) => {
      const userId = await personOf(tx, visit, provider, proven)
      const proof = visit.ssoProviderId
        ? { method: 'sso/oidc' as const, provider: provider.key, ssoProviderId: visit.ssoProviderId }
        : { method: 'oauth' as const, provider: provider.key }
      return enter(tx, { visit, provider, proven, userId, proof })
    })
  } catch (error) {
    if (error instanceof AppError)
      await withTransaction(ctx.app, there, (tx) => keepFailure(tx, visit, error))
    throw error
  }
}

async function keepFailure(ctx: Ctx, visit: Visit, error: AppError): Promise<void> {
  if (visit.purpose === 'test' && visit.ssoProviderId) await keepFailedTest(ctx, visit.ssoProviderId, error)
  if (visit.purpose === 'sign_in')
    await noteTry(ctx, { userId: null, method: visit.providerType, failureReason: error.code })
}

async function personOf(ctx: Ctx, visit: Visit, provider: Provider, proven: Proven): Promise<string> {
  if (visit.ssoProviderId) {
    const arrival = ssoArrival(visit.ssoProviderId, proven)
    if (visit.purpose !== 'test') return (await welcomeBySso(ctx, arrival)).userId
    await tryArrival(ctx, arrival)
    return visit.userId ?? ''
  }
  if (visit.purpose === 'link')
    return visit.flowStateId
      ? connectLater(ctx, visit, provider, proven)
      : connectAccount(ctx, visit, provider, proven)
  const { surface, inviteTokenHash } = visit
  return personBehind(ctx, provider, proven, { surface, inviteTokenHash })
}

/** What a single sign-on told, in the shape that serves SAML, too. */
function ssoArrival(providerId: string, { subject, claims }: Proven): Arrival {
  const values = (value: unknown): string[] =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => ['string', 'number', 'boolean'].includes(typeof one))
      .map(String)
  return {
    providerId,
    subject,
    attributes: new Map(Object.entries(claims as Claims).map(([name, value]) => [name, values(value)])),
    fallbackEmail: null,
    issuer: String(claims.iss ?? ''),
  }
}
