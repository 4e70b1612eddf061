import { type Configuration, type JWK, type KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { App } from '../../../platform/ctx.ts'
import { privateKeySet } from '../sessions/signing-keys.ts'
import { claimsByScope, findAccount } from './accounts.ts'
import { adapterOf } from './adapter.ts'
import { ownMetadata } from './client-metadata.ts'
import { isSecretOf } from './clients.ts'
import { findConsentTo } from './consents.queries.ts'
import { assuranceLevels, interactionUrl, noteReturn, policyOf } from './interactions.ts'
import { oauthIssuer } from './issuer.ts'
import { errorPage, signedOutPage, signOutPage } from './pages.ts'
import { scopes } from './scopes.ts'
import { bindSessions, tidyCookies } from './sessions.ts'

const minute = 60
const day = 24 * 60 * minute
/** How long a process goes on with the keys it knows; a rotation in another one is seen after that. */
const freshFor = 60_000

/** However often refresh tokens are renewed, the last of them ends a year after the first was given (ASVS 10.4.8). */
const longestFamily = 365 * day

function refreshSeconds(ctx?: KoaContextWithOIDC): number {
  const before = ctx?.oidc?.entities.RotatedRefreshToken
  return before ? Math.max(1, Math.min(30 * day, longestFamily - before.totalLifetime())) : 30 * day
}

const ttl = {
  AccessToken: () => 60 * minute,
  AuthorizationCode: () => minute,
  IdToken: () => 60 * minute,
  Interaction: () => 60 * minute,
  RefreshToken: refreshSeconds,
  Session: () => 30 * day,
}

const known = new WeakMap<App, { until: number; provider: Promise<Provider>; keys: string }>()

/** The OAuth server of this process, with the signing keys of the last minute. */
export function oauthProvider(app: App): Promise<Provider> {
  const kept = known.get(app)
  if (kept && kept.until > Date.now()) return kept.provider
  const entry = {
    until: Date.now() + freshFor,
    keys: '',
    provider: Promise.resolve() as unknown as Promise<Provider>,
  }
  entry.provider = renew()
  known.set(app, entry)
  entry.provider.catch(() => known.delete(app))
  return entry.provider

  async function renew(): Promise<Provider> {
    const keys = await privateKeySet(app)
    entry.keys = keys.map((key) => key.kid).join(' ')
    return kept?.keys === entry.keys ? kept.provider : createProvider(app, keys as JWK[])
  }
}

function createProvider(app: App, keys: JWK[]): Provider {
  const provider = new Provider(oauthIssuer(app), configuration(app, keys))
  // Addresses in answers are those of the configuration; see mount.ts.
  provider.proxy = true
  provider.Client.prototype.compareClientSecret = function compareClientSecret(actual: string) {
    return isSecretOf(this.clientSecret ?? '', actual)
  }
  bindSessions(app, provider)
  provider.use(async (ctx, next) => {
    const uid = ctx.method === 'GET' ? /^\/authorize\/([\w-]{1,100})$/.exec(ctx.path)?.[1] : undefined
    if (uid) await noteReturn(app, provider, ctx as KoaContextWithOIDC, uid)
    await next()
    await tidyCookies(app, provider, ctx as KoaContextWithOIDC)
  })
  provider.on('server_error', (_ctx, error) => app.log.error({ err: error }, 'oauth server'))
  provider.onerror = (error: Error) => app.log.error({ err: error }, 'oauth server')
  return provider
}

function configuration(app: App, keys: JWK[]): Configuration {
  const cookie = { signed: true, httpOnly: true, sameSite: 'lax' as const }
  return {
    adapter: (name) => adapterOf(app, name),
    jwks: { keys },
    scopes: [...scopes],
    claims: claimsByScope,
    // Apps get what they asked for in the id token too, not only at the userinfo endpoint.
    conformIdTokenClaims: false,
    acrValues: [...assuranceLevels],
    responseTypes: ['code'],
    subjectTypes: ['public'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    pkce: { required: () => true },
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'ES256'] },
    extraClientMetadata: { properties: [...ownMetadata] },
    allowOmittingSingleRegisteredRedirectUri: false,
    clockTolerance: 5,
    // 54 letters: nobody takes one for a session token of ours, which has 43.
    formats: { bitsOfOpaqueRandomness: 320 },
    // Nothing an app writes makes this server call an address.
    fetch: () => Promise.reject(new Error('The OAuth server calls nobody.')),
    findAccount: (ctx, userId) => findAccount(app, ctx, userId),
    async loadExistingGrant(ctx) {
      const { account, client, provider, result } = ctx.oidc
      const consent = result?.consent?.grantId
        ? { id: result.consent.grantId }
        : await findConsentTo(app.database.db, account!.accountId, client!.clientId)
      return consent ? provider.Grant.find(consent.id) : undefined
    },
    // Revoking a token ends the tokens, not what the person allowed.
    revokeGrantPolicy: (ctx) => ctx.oidc.route !== 'revocation',
    rotateRefreshToken: true,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async (_ctx, token) => !token.scopes.has('offline_access'),
    clientBasedCORS: (_ctx, origin, client) =>
      client.clientAuthMethod === 'none' &&
      (client.redirectUris ?? []).some((uri) => URL.parse(uri)?.origin === origin),
    extraTokenClaims: async () => undefined,
    renderError: (ctx, out) => errorPage(ctx, out),
    interactions: { policy: policyOf(app), url: (ctx, interaction) => interactionUrl(ctx, interaction) },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: { enabled: false },
      clientCredentials: { enabled: false },
      requestObjects: { enabled: false },
      pushedAuthorizationRequests: { enabled: true },
      dPoP: { enabled: true },
      userinfo: { enabled: true },
      revocation: {
        enabled: true,
        // RFC 7009 2.1: the token of another app is simply none of this one's.
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      introspection: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => signOutPage(ctx, form),
        postLogoutSuccessSource: (ctx) => signedOutPage(ctx),
      },
    },
    routes: {
      authorization: '/authorize',
      end_session: '/logout',
      introspection: '/introspect',
      jwks: '/jwks',
      pushed_authorization_request: '/par',
      revocation: '/revoke',
      token: '/token',
      userinfo: '/userinfo',
    },
    discovery: {
      ...(app.config.auth.oauthServer.dynamicRegistration && {
        registration_endpoint: `${oauthIssuer(app)}/register`,
      }),
      ui_locales_supported: ['en', 'de'],
    },
    cookies: {
      keys: [app.keys.mac('oauth-cookies', '').toString('base64url')],
      names: { session: 'stoa_oauth', interaction: 'stoa_oauth_asked', resume: 'stoa_oauth_return' },
      long: cookie,
      short: cookie,
    },
    ttl,
  } as Configuration
}
