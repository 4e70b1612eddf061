import type { ExternalProvider, PresetProvider } from '../../../platform/auth-settings.ts'
import { presetProviders } from '../../../platform/auth-settings.ts'
import type { App, Ctx } from '../../../platform/ctx.ts'
import { ProviderUnknown } from './errors.ts'
import { findProviderRow, findProviders, type ProviderRow, speaksFor } from './providers.queries.ts'

/** Somebody who says of people who they are: set up by the operator, or by an organization. */
export type Provider = {
  /** google, github, azure; the identifier of an organization's own; `sso:<id>` for its single sign-on. */
  key: string
  name: string
  dialect: 'oidc' | 'oauth2' | 'github' | 'microsoft'
  clientId: string
  /** In clear; null for a public client. */
  clientSecret: string | null
  acceptableClientIds: string[]
  issuer: string | null
  discoveryUrl: string | null
  /** Addresses of a provider that has no discovery. */
  endpoints: { authorization: string; token: string; userinfo: string | null; emails: string | null } | null
  scopes: string[]
  authorizationParams: Record<string, string>
  /** Our name of a fact → the provider's. */
  attributeMapping: Record<string, string>
  pkce: boolean
  skipNonceCheck: boolean
  emailOptional: boolean
  /** Whose it is; null for the operator's. */
  organizationId: string | null
  /** The organization's row. */
  id: string | null
  ssoProviderId: string | null
  isOperators: boolean
  customClaims: string[]
}

const sealPurpose = 'oauth-provider'

/** A client secret as it is stored. */
export const sealSecret = (app: App, secret: string | null): string | null =>
  secret === null ? null : app.keys.seal(sealPurpose, secret)

const presetNames: Record<PresetProvider, string> = { google: 'Google', github: 'GitHub', azure: 'Microsoft' }

const isPreset = (key: string): key is PresetProvider => (presetProviders as readonly string[]).includes(key)

/**
 * A provider people may sign in with at the organization of `ctx`.
 * @throws ProviderUnknown
 */
export async function providerOf(ctx: Ctx, key: string): Promise<Provider> {
  if (isPreset(key)) {
    const set = ctx.app.config.auth.external[key]
    if (!set) throw ProviderUnknown()
    return presetProvider(key, set)
  }
  const row = await findProviderRow(ctx.db, ctx.organizationId, { identifier: key })
  if (!row?.enabled) throw ProviderUnknown()
  return rowProvider(ctx.app, row)
}

/**
 * The OpenID Connect side of a single sign-on of the organization of `ctx`.
 * @throws ProviderUnknown
 */
export async function ssoProviderOf(ctx: Ctx, ssoProviderId: string): Promise<Provider> {
  const row = await findProviderRow(ctx.db, ctx.organizationId, { ssoProviderId })
  if (!row) throw ProviderUnknown()
  return rowProvider(ctx.app, row)
}

/** Providers people may sign in with at the organization of `ctx`, by name. */
export async function enabledProviders(ctx: Ctx): Promise<{ key: string; name: string }[]> {
  const presets = presetProviders.filter((key) => ctx.app.config.auth.external[key])
  const own = await findProviders(ctx.db, ctx.organizationId)
  return [
    ...presets.map((key) => ({ key: key as string, name: presetNames[key] })),
    ...own.filter((row) => row.enabled).map((row) => ({ key: row.identifier, name: row.name })),
  ]
}

const oidcDefaults = {
  issuer: null,
  discoveryUrl: null,
  endpoints: null,
  authorizationParams: {},
  attributeMapping: {},
  pkce: true,
  skipNonceCheck: false,
  emailOptional: false,
  organizationId: null,
  id: null,
  ssoProviderId: null,
  isOperators: true,
  customClaims: [],
}

function presetProvider(key: PresetProvider, { clientId, secret, url }: ExternalProvider): Provider {
  // Several client ids are given as a list, as Supabase takes them; the first is ours, the others are apps'.
  const [own = clientId, ...others] = clientId.split(',').map((id) => id.trim())
  const about = {
    ...oidcDefaults,
    key,
    name: presetNames[key],
    clientId: own,
    clientSecret: secret,
    acceptableClientIds: others,
  }
  switch (key) {
    case 'google':
      return {
        ...about,
        dialect: 'oidc',
        issuer: url ?? 'https://accounts.google.com',
        scopes: ['openid', 'email', 'profile'],
      }
    case 'azure':
      return {
        ...about,
        dialect: 'microsoft',
        issuer: microsoftIssuer(url),
        scopes: ['openid', 'email', 'profile'],
      }
    case 'github': {
      const base = (url ?? 'https://github.com').replace(/\/$/, '')
      const api = url ? `${base}/api/v3` : 'https://api.github.com'
      return {
        ...about,
        dialect: 'github',
        endpoints: {
          authorization: `${base}/login/oauth/authorize`,
          token: `${base}/login/oauth/access_token`,
          userinfo: `${api}/user`,
          emails: `${api}/user/emails`,
        },
        scopes: ['read:user', 'user:email'],
      }
    }
  }
}

/** Microsoft's directories are given without the version that belongs to their issuer. */
function microsoftIssuer(url: string | null): string {
  const base = (url ?? 'https://login.microsoftonline.com/common').replace(/\/$/, '')
  const isPublic = new URL(base).hostname === 'login.microsoftonline.com'
  return isPublic && !base.endsWith('/v2.0') ? `${base}/v2.0` : base
}

/** A provider as an organization set it up, with its secret opened. */
export function rowProvider(app: App, row: ProviderRow): Provider {
  const isOidc = row.providerType === 'oidc'
  const scopes = isOidc ? [...new Set(['openid', ...row.scopes])] : row.scopes
  return {
    key: row.ssoProviderId ? `sso:${row.ssoProviderId}` : row.identifier,
    name: row.name,
    dialect: row.providerType,
    clientId: row.clientId,
    clientSecret: row.clientSecret === null ? null : app.keys.open(sealPurpose, row.clientSecret),
    acceptableClientIds: row.acceptableClientIds,
    issuer: row.issuer,
    discoveryUrl: row.discoveryUrl,
    endpoints:
      !isOidc && row.authorizationUrl && row.tokenUrl
        ? {
            authorization: row.authorizationUrl,
            token: row.tokenUrl,
            userinfo: row.userinfoUrl,
            emails: null,
          }
        : null,
    scopes: isOidc && row.scopes.length === 0 ? ['openid', 'email', 'profile'] : scopes,
    authorizationParams: row.authorizationParams,
    // A single sign-on reads its attributes by a mapping of another shape.
    attributeMapping: row.ssoProviderId ? {} : row.attributeMapping,
    pkce: row.pkceEnabled,
    skipNonceCheck: row.skipNonceCheck,
    emailOptional: row.emailOptional,
    organizationId: row.organizationId,
    id: row.id,
    ssoProviderId: row.ssoProviderId,
    isOperators: row.settings.operator === true,
    customClaims: row.settings.customClaims ?? [],
  }
}

/**
 * Whether the word of a provider counts for an address. People are global, so an administrator of one organization
 * must not become somebody of another by setting up a provider that says so: an organization's own provider speaks
 * for domains the organization has proven. That of its single sign-on always needs the proof.
 */
export async function vouchesFor(ctx: Ctx, provider: Provider, email: string | null): Promise<boolean> {
  if (provider.isOperators && !provider.ssoProviderId) return true
  const domain = email?.split('@').at(-1)?.toLowerCase()
  if (!domain || !provider.organizationId) return false
  const { organizationId, ssoProviderId } = provider
  const { isProven, isOnly } = await speaksFor(ctx.db, organizationId, domain, ssoProviderId)
  return isProven || (isOnly && !ssoProviderId)
}
