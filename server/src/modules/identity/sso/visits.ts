import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { browserTokenOf, keepBrowserToken } from '../providers/browser-cookie.ts'
import { beginOidcSso } from '../providers/visits.ts'
import { keepSsoBrowserToken, ssoBrowserTokenOf } from './browser-cookie.ts'
import { SsoDisabled, SsoUnknown } from './errors.ts'
import { domainOf } from './mail-domains.ts'
import { beginSaml } from './saml-visits.ts'
import {
  findOrganizationOfProvider,
  findProviderOfDomain,
  type SsoProviderRow,
} from './sso-providers.queries.ts'
import { ssoProviderById } from './sso-providers.ts'

/** By what somebody finds their single sign-on. */
export type SsoWay = { providerId: string } | { domain: string } | { email: string }

/**
 * The single sign-on somebody means, and a context at its organization.
 * @throws SsoUnknown
 */
export async function findSso(ctx: Ctx, way: SsoWay): Promise<{ ctx: Ctx; provider: SsoProviderRow }> {
  const found = 'providerId' in way ? await byId(ctx, way.providerId) : await byDomain(ctx, way)
  if (!found) throw SsoUnknown()
  const there = { ...ctx, organizationId: found.organizationId }
  return { ctx: there, provider: await ssoProviderById(there, found.providerId) }
}

async function byId(ctx: Ctx, providerId: string) {
  const organizationId = await findOrganizationOfProvider(ctx.db, providerId)
  return organizationId === null ? null : { organizationId, providerId }
}

function byDomain(ctx: Ctx, way: { domain: string } | { email: string }) {
  const domain = domainOf('domain' in way ? way.domain : way.email)
  return domain ? findProviderOfDomain(ctx.db, domain) : null
}

/**
 * Sends a browser of our own web app to a single sign-on and gives it a cookie for the way back. Opens its own
 * transactions.
 * @throws SsoUnknown, SsoDisabled, SamlOff, ProviderFailed, OutgoingRefused, OutgoingFailed
 */
export async function visitSso(
  ctx: Ctx,
  way: SsoWay,
  wish: { next: string | null; purpose: 'sign_in' | 'test' },
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<{ url: string }> {
  const { ctx: there, provider } = await findSso(ctx, way)
  const { app } = ctx
  const about = { redirectTo: wish.next, purpose: wish.purpose, surface: 'web' as const }
  const forEmail = 'email' in way ? way.email : null
  if (provider.kind === 'oidc') {
    if (provider.disabled && wish.purpose !== 'test') throw SsoDisabled()
    const { url, browserToken } = await beginOidcSso(there, provider.id, {
      ...about,
      browserToken: browserTokenOf(app, request),
      loginHint: forEmail,
    })
    keepBrowserToken(app, reply, browserToken)
    return { url }
  }
  const { url, browserToken } = await withTransaction(app, there, (tx) =>
    beginSaml(tx, provider, { ...about, browserToken: ssoBrowserTokenOf(app, request), forEmail }),
  )
  keepSsoBrowserToken(app, reply, browserToken)
  return { url }
}

/** The same for trying it out: only a single sign-on of the organization of `ctx`. Throws NotFound. */
export async function visitForTest(
  ctx: Ctx,
  provider: SsoProviderRow,
  next: string | null,
  carrier: { request: FastifyRequest; reply: FastifyReply },
): Promise<{ url: string }> {
  if (provider.organizationId !== ctx.organizationId) throw NotFound()
  return visitSso(ctx, { providerId: provider.id }, { next, purpose: 'test' }, carrier)
}
