import { createHash } from 'node:crypto'
import * as client from 'openid-client'
import type { App } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors.ts'
import { type OutgoingRequest, outgoingFetch } from '../../../platform/http/outgoing.ts'
import { normalEmail } from '../joining/registration.ts'
import { ProviderDenied, ProviderFailed } from './errors.ts'
import { type Claims, factsOf, type Proven } from './proven.ts'
import type { Provider } from './providers.ts'

/** Where every provider sends people back to. */
export const callbackUrl = (app: App): string => `${app.config.url.replace(/\/$/, '')}/auth/v1/callback`

/** What we keep to check the way back: state, PKCE verifier (RFC 7636) and nonce. */
export type Secrets = { state: string; verifier: string; nonce: string }

/** `openid-client` with our own fetch underneath. */
export const fetchOf =
  (app: App): client.CustomFetch =>
  (url, { method, headers, body, signal, redirect }) => {
    const request: OutgoingRequest = { method, headers, body: body as string | null, redirect }
    return outgoingFetch(app)(url, signal ? { ...request, signal } : request)
  }

const remembered = new Map<string, { until: number; configuration: client.Configuration }>()
const rememberSeconds = 600
const mostRemembered = 500

/**
 * How to talk to a provider, read from its discovery document and remembered for a while.
 * @throws OutgoingRefused, OutgoingFailed, or an error of openid-client
 */
export async function configurationOf(app: App, provider: Provider): Promise<client.Configuration> {
  const key = createHash('sha256').update(JSON.stringify([app.config.auth.allowPrivateProviders, provider]))
  const name = key.digest('base64url')
  const known = remembered.get(name)
  if (known && known.until > Date.now()) return known.configuration
  const configuration = await discover(app, provider)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(name, { until: Date.now() + rememberSeconds * 1000, configuration })
  return configuration
}

/** Reads the discovery document anew. */
export async function discover(app: App, provider: Provider): Promise<client.Configuration> {
  const { clientId, clientSecret, endpoints, issuer, discoveryUrl } = provider
  const insecure = app.config.auth.allowPrivateProviders ? [client.allowInsecureRequests] : []
  if (endpoints) {
    const configuration = new client.Configuration(
      {
        issuer: issuer ?? new URL(endpoints.authorization).origin,
        authorization_endpoint: endpoints.authorization,
        token_endpoint: endpoints.token,
      },
      clientId,
      {},
      clientSecret === null ? client.None() : client.ClientSecretPost(clientSecret),
    )
    configuration[client.customFetch] = fetchOf(app)
    for (const extend of insecure) extend(configuration)
    return configuration
  }
  const configuration = await client.discovery(
    new URL(discoveryUrl ?? issuer ?? ''),
    clientId,
    {},
    authentication(clientSecret),
    {
      [client.customFetch]: fetchOf(app),
      timeout: 10,
      // The code flow trusts TLS for the id token; we check its signature all the same.
      execute: [...insecure, client.enableNonRepudiationChecks],
    },
  )
  const found = configuration.serverMetadata().issuer
  if (discoveryUrl && issuer && found !== issuer)
    throw new Error(`the document is of ${found}, not of ${issuer}`)
  return configuration
}

/** The way of showing the secret that the provider says it takes; Basic where it says nothing (RFC 8414). */
function authentication(secret: string | null): client.ClientAuth {
  if (secret === null) return client.None()
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)]
  return (server, metadata, body, headers) => {
    const takes = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const show = takes.includes('client_secret_basic') ? basic : post
    show(server, metadata, body, headers)
  }
}

const reserved = new Set([
  'client_id',
  'client_secret',
  'redirect_uri',
  'response_type',
  'response_mode',
  'state',
  'nonce',
  'scope',
  'code_challenge',
  'code_challenge_method',
  'request',
  'request_uri',
])

/** The address to send somebody to. */
export async function departure(
  app: App,
  provider: Provider,
  secrets: Secrets,
  wish: { scopes?: string[]; loginHint?: string | null; parameters?: Record<string, string> } = {},
): Promise<string> {
  const configuration = await heard(provider, () => configurationOf(app, provider))
  const more = Object.entries({ ...provider.authorizationParams, ...wish.parameters }).filter(
    ([name]) => !reserved.has(name),
  )
  const scopes = [...new Set([...provider.scopes, ...(wish.scopes ?? [])])]
  return client.buildAuthorizationUrl(configuration, {
    ...Object.fromEntries(more),
    redirect_uri: callbackUrl(app),
    response_type: 'code',
    scope: scopes.join(' '),
    state: secrets.state,
    ...(isOidc(provider) ? { nonce: secrets.nonce } : {}),
    ...(provider.pkce
      ? {
          code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
          code_challenge_method: 'S256',
        }
      : {}),
    ...(wish.loginHint ? { login_hint: wish.loginHint } : {}),
  }).href
}

const isOidc = ({ dialect }: Provider) => dialect === 'oidc' || dialect === 'microsoft'

/**
 * Trades the code that came back for what the provider says of the person. State, issuer (RFC 9207), PKCE, nonce,
 * audience and signature are checked.
 * @throws ProviderDenied, ProviderFailed, OutgoingRefused, OutgoingFailed
 */
export async function redeem(
  app: App,
  provider: Provider,
  answer: URLSearchParams,
  secrets: Secrets,
): Promise<Proven> {
  return heard(provider, async () => {
    const configuration = await configurationOf(app, provider)
    const url = new URL(callbackUrl(app))
    url.search = answer.toString()
    const tokens = await client.authorizationCodeGrant(configuration, url, {
      expectedState: secrets.state,
      ...(provider.pkce ? { pkceCodeVerifier: secrets.verifier } : {}),
      ...(isOidc(provider) ? { idTokenExpected: true } : {}),
      ...(isOidc(provider) && !provider.skipNonceCheck ? { expectedNonce: secrets.nonce } : {}),
    })
    const claims = isOidc(provider)
      ? await oidcClaims(configuration, provider, tokens)
      : await plainClaims(app, provider, tokens.access_token)
    return {
      ...factsOf(provider, claims),
      tokens: {
        accessToken: tokens.access_token,
        refreshToken: tokens.refresh_token ?? null,
        idToken: tokens.id_token ?? null,
        tokenType: tokens.token_type,
        scope: tokens.scope ?? null,
        expiresAt: tokens.expires_in ? new Date(Date.now() + tokens.expires_in * 1000) : null,
      },
    }
  })
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>

/** The id token, and what the userinfo endpoint adds when the address is missing from it. */
async function oidcClaims(
  configuration: client.Configuration,
  provider: Provider,
  tokens: Tokens,
): Promise<Claims> {
  const claims: Claims = { ...tokens.claims() }
  const { userinfo_endpoint: userinfo } = configuration.serverMetadata()
  const wanted = [provider.attributeMapping.email ?? 'email', provider.attributeMapping.name ?? 'name']
  // A single sign-on may keep groups and names for the userinfo endpoint.
  const isComplete = !provider.ssoProviderId && wanted.every((name) => claims[name] !== undefined)
  if (!userinfo || isComplete) return claims
  const more = await client.fetchUserInfo(configuration, tokens.access_token, String(claims.sub))
  return { ...more, ...claims }
}

/** What plain OAuth 2.0 providers tell: a description of the person, and at GitHub a list of addresses. */
async function plainClaims(app: App, provider: Provider, accessToken: string): Promise<Claims> {
  const { userinfo, emails } = provider.endpoints!
  if (!userinfo) throw new Error('it has no address for user information')
  const ask = async (url: string): Promise<unknown> => {
    const answer = await outgoingFetch(app)(url, {
      headers: { accept: 'application/json', authorization: `Bearer ${accessToken}`, 'user-agent': 'Stoa' },
    })
    if (!answer.ok) throw new Error(`it answered with ${answer.status}`)
    return answer.json()
  }
  const claims = (await ask(userinfo)) as Claims
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims))
    throw new Error('it did not tell who you are')
  if (!emails) return claims
  // The public address of a profile is just text; only the list tells which is proven.
  const list = (await ask(emails)) as { email?: unknown; primary?: unknown; verified?: unknown }[]
  const primary = Array.isArray(list) ? list.find((entry) => entry.primary === true) : undefined
  const email = typeof primary?.email === 'string' ? normalEmail(primary.email) : null
  return { ...claims, email, email_verified: email !== null && primary?.verified === true }
}

/** Runs a talk with a provider and names what goes wrong in it. */
async function heard<T>(provider: Provider, talk: () => Promise<T>): Promise<T> {
  try {
    return await talk()
  } catch (error) {
    throw asProblem(provider, error)
  }
}

function asProblem(provider: Provider, error: unknown): AppError {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof AppError) return cause
  if (error instanceof client.AuthorizationResponseError)
    return ProviderDenied({ provider: provider.name, reason: plain(error.error) })
  if (error instanceof client.ResponseBodyError)
    return ProviderFailed({ provider: provider.name, reason: plain(error.error) })
  return ProviderFailed({ provider: provider.name, reason: reasonOf(error) })
}

/** What openid-client found wrong, in short; never what the other side wrote at length. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? plain(error.message) : 'something went wrong'

const plain = (text: string) => text.replace(/[^\x20-\x7e]/g, '').slice(0, 200)
