import { randomUUID } from 'node:crypto'
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTHeaderParameters,
} from 'jose'
import { type App, type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { SignInRequired } from '../../../platform/errors.ts'
import { record } from '../../audit/index.ts'
import { findSigningKeys, insertSigningKey, retireCurrentKey } from './signing-keys.queries.ts'

/** A key for access tokens: its algorithm is part of it, so a token cannot choose another one. */
export type TokenKey = {
  id: string | null
  algorithm: string
  key: CryptoKey | Uint8Array
  /** What checks what `key` signed. */
  checks: CryptoKey | Uint8Array
  /** Null for a shared secret, which nobody is told. */
  publicJwk: JWK | null
  signs: boolean
}

const purpose = 'signing-key'
/** How long a process goes on with the keys it knows; a rotation in another one is seen after that. */
const freshFor = 60_000
const known = new WeakMap<App, { keys: Promise<TokenKey[]>; until: number }>()

/** The keys of this installation, the signing one first. From STOA_AUTH_JWT_KEYS or _SECRET, else our own. */
export function tokenKeys(app: App): Promise<TokenKey[]> {
  const kept = known.get(app)
  if (kept && kept.until > Date.now()) return kept.keys
  const keys = loadKeys(app)
  known.set(app, { keys, until: Date.now() + freshFor })
  keys.catch(() => known.delete(app))
  return keys
}

async function loadKeys(app: App): Promise<TokenKey[]> {
  const { jwtKeys, jwtSecret } = app.config.auth
  const secret = jwtSecret === null ? [] : [sharedSecret(jwtSecret)]
  if (jwtKeys) {
    const given = await Promise.all((JSON.parse(jwtKeys) as JWK[]).map(givenKey))
    const all = [...given, ...secret.map((key) => ({ ...key, signs: false }))]
    return all.sort((a, b) => Number(b.signs) - Number(a.signs))
  }
  const own = await ownKeys(app)
  // A shared secret is there for compatibility: it signs, and our own keys serve the OAuth server.
  return secret.length > 0 ? [...secret, ...own.map((key) => ({ ...key, signs: false }))] : own
}

function sharedSecret(secret: string): TokenKey {
  const key = new TextEncoder().encode(secret)
  return { id: null, algorithm: 'HS256', key, checks: key, publicJwk: null, signs: true }
}

async function givenKey(jwk: JWK): Promise<TokenKey> {
  const algorithm = jwk.alg ?? (jwk.kty === 'RSA' ? 'RS256' : jwk.kty === 'EC' ? 'ES256' : 'HS256')
  const { d, p, q, dp, dq, qi, ...rest } = jwk
  const isSecret = jwk.kty === 'oct'
  // Key operations of the file say what the key is for; the library wants those of its own kind.
  const { key_ops: operations = [], ...bare } = jwk
  const key = (await importJWK(bare, algorithm)) as CryptoKey | Uint8Array
  const { key_ops: _, ...open } = rest
  return {
    id: jwk.kid ?? null,
    algorithm,
    key,
    checks: isSecret ? key : ((await importJWK(open, algorithm)) as CryptoKey),
    publicJwk: isSecret ? null : { ...rest, alg: algorithm, key_ops: ['verify'], use: 'sig' },
    signs: operations.includes('sign'),
  }
}

async function ownKeys(app: App): Promise<TokenKey[]> {
  const { db } = app.database
  let rows = await findSigningKeys(db)
  for (const algorithm of ['ES256', 'RS256'] as const) {
    if (rows.some((row) => row.algorithm === algorithm && row.status === 'current')) continue
    await insertSigningKey(db, await newKey(app, algorithm))
    rows = await findSigningKeys(db)
  }
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      algorithm: row.algorithm,
      key: (await importJWK(
        JSON.parse(app.keys.open(purpose, row.sealedPrivateJwk)) as JWK,
        row.algorithm,
      )) as CryptoKey,
      checks: (await importJWK(row.publicJwk as JWK, row.algorithm)) as CryptoKey,
      publicJwk: row.publicJwk as JWK,
      signs: row.status === 'current' && row.algorithm === 'ES256',
    })),
  )
}

async function newKey(app: App, algorithm: 'ES256' | 'RS256') {
  const pair = await generateKeyPair(algorithm, { extractable: true })
  const id = randomUUID()
  const about = { kid: id, alg: algorithm, use: 'sig' }
  return {
    id,
    algorithm,
    publicJwk: { ...(await exportJWK(pair.publicKey)), ...about, key_ops: ['verify'] },
    sealedPrivateJwk: app.keys.seal(
      purpose,
      JSON.stringify({ ...(await exportJWK(pair.privateKey)), ...about }),
    ),
    status: 'current' as const,
  }
}

/** New keys sign from now on; the ones before check on until the next rotation. */
export async function rotateSigningKeys(ctx: Ctx): Promise<void> {
  for (const algorithm of ['ES256', 'RS256'] as const) {
    const key = await newKey(ctx.app, algorithm)
    await withTransaction(ctx.app, ctx, async (tx) => {
      await retireCurrentKey(tx.db, algorithm)
      await insertSigningKey(tx.db, key)
      await record(tx, 'identity.signing_key_rotated', {
        entityType: 'signing_key',
        entityId: key.id,
        metadata: { algorithm },
      })
    })
  }
  known.delete(ctx.app)
}

/** Private JWKs of our own keys, for the OAuth server; the current ones first. */
export async function privateKeySet(app: App): Promise<JWK[]> {
  // Also where access tokens are signed with keys of the operator, our own ones sign for the OAuth server.
  await ownKeys(app)
  const rows = await findSigningKeys(app.database.db)
  return rows.map((row) => JSON.parse(app.keys.open(purpose, row.sealedPrivateJwk)) as JWK)
}

/** What everybody may know: the public keys, RFC 7517. */
export async function publicKeySet(app: App): Promise<{ keys: JWK[] }> {
  const keys = await tokenKeys(app)
  return { keys: keys.flatMap((key) => (key.publicJwk ? [key.publicJwk] : [])) }
}

/** The key a token may be checked with: by its id, and only with the algorithm that key is for. */
export function keyFor(keys: TokenKey[], header: JWTHeaderParameters): TokenKey {
  const found = keys.find((key) => key.algorithm === header.alg && (header.kid ?? null) === key.id)
  // Tokens an operator signs with the shared secret may carry no or any id.
  const shared =
    header.alg === 'HS256' ? keys.find((key) => key.algorithm === 'HS256' && key.id === null) : null
  const key = found ?? shared
  if (!key) throw SignInRequired()
  return key
}
