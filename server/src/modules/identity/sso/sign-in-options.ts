import type { Ctx } from '../../../platform/ctx.ts'
import { enabledProviders } from '../providers/providers.ts'
import { domainOf } from './mail-domains.ts'
import { findProviderOfDomain } from './sso-providers.queries.ts'

/**
 * Which ways in fit an address. Everything here follows from the settings of the place and from the domain of the
 * address: nothing tells whether somebody has it.
 */
export async function signInOptions(ctx: Ctx, email: string) {
  const domain = domainOf(email)
  const sso = domain ? await findProviderOfDomain(ctx.db, domain) : null
  const usable = sso && (sso.kind === 'oidc' || ctx.app.config.auth.samlEnabled) ? sso : null
  const providers = await enabledProviders(ctx)
  const { passkeysEnabled, emailEnabled } = ctx.app.config.auth
  const ways = [
    ...(usable ? ['sso' as const] : []),
    'password' as const,
    ...(emailEnabled ? ['code' as const] : []),
    ...(passkeysEnabled ? ['passkey' as const] : []),
    ...(providers.length > 0 ? ['provider' as const] : []),
  ]
  return {
    ways,
    sso: usable && {
      providerId: usable.providerId,
      name: usable.providerName,
      kind: usable.kind,
      organizationName: usable.organizationName,
      isRequired: usable.isRequired,
    },
    providers,
  }
}
