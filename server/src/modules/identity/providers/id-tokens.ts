import { createHash } from 'node:crypto'
import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose'
import { type App, type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors.ts'
import { outgoingFetch } from '../../../platform/http/outgoing.ts'
import { sameBytes } from '../../../platform/keys.ts'
import { requireOwnSignIn } from '../factors/own-sign-in.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import { personBehind } from './arrivals.ts'
import { configurationOf, reasonOf } from './dialogue.ts'
import { IdTokenRefused, ProviderFailed } from './errors.ts'
import { connectAccount } from './links.ts'
import { factsOf, type Proven } from './proven.ts'
import { type Provider, providerOf } from './providers.ts'

/** What an app got from a provider by itself, such as from the sign-in sheet of a phone. */
export type GivenIdToken = {
  provider: string
  idToken: string
  /** Needed when the id token speaks of it (`at_hash`). */
  accessToken?: string | null
  /** In clear; the token holds its SHA-256 in hexadecimal, as with Supabase's server. */
  nonce?: string | null
}

/** RFC 8725: only signatures with a public key, so that nobody signs with what everybody knows. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']

/**
 * Whom an id token means. Opens its own transactions: the keys of the provider may have to be read first.
 * @returns the person's id; open their session with `openSession`, method `oauth`
 * @throws ProviderUnknown, IdTokenRefused, ProviderFailed, OutgoingRefused, OutgoingFailed, and what
 *   `personBehind` throws
 */
export async function signInWithIdToken(ctx: Ctx, given: GivenIdToken): Promise<string> {
  const { provider, proven } = await provenBy(ctx, given)
  const way = { surface: 'app' as const, inviteTokenHash: null }
  return withTransaction(ctx.app, ctx, (tx) => personBehind(tx, provider, proven, way))
}

/**
 * Connects the account an id token is about with the person of `ctx`. Opens its own transactions.
 * @throws the same, and ProofTooOld, OwnSignInNeeded, IdentityTaken, IdentityOfAnotherAddress
 */
export async function linkWithIdToken(ctx: Ctx, given: GivenIdToken): Promise<string> {
  requireRecentProof(ctx)
  await requireOwnSignIn(ctx)
  const { provider, proven } = await provenBy(ctx, given)
  const { userId, sessionId } = ctx.actor
  const asked = { userId, sessionId, surface: 'app' as const }
  return withTransaction(ctx.app, ctx, (tx) => connectAccount(tx, asked, provider, proven))
}

async function provenBy(ctx: Ctx, given: GivenIdToken): Promise<{ provider: Provider; proven: Proven }> {
  const provider = await providerOf(ctx, given.provider)
  if (provider.dialect !== 'oidc' && provider.dialect !== 'microsoft')
    throw IdTokenRefused({ reason: `${provider.name} gives none` })
  const claims = await verified(ctx.app, provider, given.idToken)
  refuseWrongNonce(provider, claims, given.nonce ?? null)
  refuseWrongAccessToken(claims, given.accessToken ?? null, given.idToken)
  const tokens = {
    accessToken: given.accessToken ?? null,
    refreshToken: null,
    idToken: given.idToken,
    tokenType: 'bearer',
    scope: null,
    expiresAt: null,
  }
  return { provider, proven: { ...factsOf(provider, claims), tokens } }
}

async function verified(app: App, provider: Provider, idToken: string): Promise<JWTPayload> {
  const metadata = await serverOf(app, provider)
  const audience = [provider.clientId, ...provider.acceptableClientIds]
  try {
    const { payload } = await jwtVerify(idToken, keysAt(app, metadata.jwksUri), {
      algorithms,
      audience,
      clockTolerance: 30,
      requiredClaims: ['sub', 'exp', 'iat'],
    })
    // Microsoft's shared directories write the tenant of the person into the issuer.
    const issuer = metadata.issuer.replace('{tenantid}', String(payload.tid ?? ''))
    if (payload.iss !== issuer) throw IdTokenRefused({ reason: 'it is of another issuer' })
    const many = Array.isArray(payload.aud) && payload.aud.length > 1
    if (many && !audience.includes(String(payload.azp)))
      throw IdTokenRefused({ reason: 'it is meant for somebody else' })
    return payload
  } catch (error) {
    if (error instanceof AppError) throw error
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout))
      throw IdTokenRefused({ reason: reasonOf(error) })
    throw ProviderFailed({ provider: provider.name, reason: reasonOf(error) })
  }
}

async function serverOf(app: App, provider: Provider): Promise<{ issuer: string; jwksUri: string }> {
  try {
    const { issuer, jwks_uri: jwksUri } = (await configurationOf(app, provider)).serverMetadata()
    if (!jwksUri) throw new Error('it names no signing keys')
    return { issuer, jwksUri }
  } catch (error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause)
      if (cause instanceof AppError) throw cause
    throw ProviderFailed({ provider: provider.name, reason: reasonOf(error) })
  }
}

const keySets = new Map<string, JWTVerifyGetKey>()
const mostKeySets = 500

function keysAt(app: App, url: string): JWTVerifyGetKey {
  const name = `${app.config.auth.allowPrivateProviders} ${url}`
  const known = keySets.get(name)
  if (known) return known
  const made = createRemoteJWKSet(new URL(url), {
    [customFetch]: (address: string, { headers, signal }: { headers: Headers; signal: AbortSignal }) =>
      outgoingFetch(app)(address, { headers: Object.fromEntries(headers), signal }),
  })
  if (keySets.size >= mostKeySets) keySets.clear()
  keySets.set(name, made)
  return made
}

/** Either both have a nonce and they fit, or neither has one: a token for another sign-in is not taken. */
function refuseWrongNonce(provider: Provider, claims: JWTPayload, nonce: string | null): void {
  if (provider.skipNonceCheck) return
  const inToken = typeof claims.nonce === 'string' && claims.nonce !== '' ? claims.nonce : null
  if ((inToken === null) !== (nonce === null || nonce === ''))
    throw IdTokenRefused({ reason: 'nonce has to be in the id token and in the request, or in neither' })
  if (inToken === null) return
  const expected = createHash('sha256')
    .update(nonce ?? '')
    .digest('hex')
  if (!sameBytes(Buffer.from(expected), Buffer.from(inToken)))
    throw IdTokenRefused({ reason: 'the nonces do not fit' })
}

/** OpenID Connect Core 3.1.3.6: the left half of the hash of the access token, with the hash of the algorithm. */
function refuseWrongAccessToken(claims: JWTPayload, accessToken: string | null, idToken: string): void {
  if (typeof claims.at_hash !== 'string') return
  if (!accessToken) throw IdTokenRefused({ reason: 'it needs its access token' })
  const header = JSON.parse(Buffer.from(idToken.split('.')[0] ?? '', 'base64url').toString()) as {
    alg: string
  }
  const bits = header.alg === 'EdDSA' ? '512' : header.alg.slice(-3)
  const digest = createHash(`sha${bits}`).update(accessToken).digest()
  const expected = digest.subarray(0, digest.length / 2).toString('base64url')
  if (!sameBytes(Buffer.from(expected), Buffer.from(claims.at_hash)))
    throw IdTokenRefused({ reason: 'the access token is not the one it was made with' })
}
