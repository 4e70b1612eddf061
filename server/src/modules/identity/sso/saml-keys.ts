import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { App } from '../../../platform/ctx.ts'
import { findSamlKey, insertSamlKey } from './saml-keys.queries.ts'
import { selfSignedCertificate } from './self-signed.ts'

/** What requests to identity providers are signed with. */
export type SamlKey = {
  /** base64 of the DER, as metadata has it. */
  certificate: string
  /** PEM. */
  privateKey: string
}

const purpose = 'saml-key'
/** Identity providers pin the key and have to be told a new one by hand, one by one. */
const years = 20

const known = new WeakMap<App, Promise<SamlKey>>()

/**
 * The key of this installation, made when it is first needed. Separate from those of access tokens, which change by
 * themselves: what an identity provider was given has to stay good.
 */
export function samlKey(app: App): Promise<SamlKey> {
  const kept = known.get(app) ?? loadKey(app)
  known.set(app, kept)
  kept.catch(() => known.delete(app))
  return kept
}

async function loadKey(app: App): Promise<SamlKey> {
  const { db } = app.database
  let row = await findSamlKey(db)
  if (!row) {
    await insertSamlKey(db, await newKey(app))
    row = await findSamlKey(db)
  }
  if (!row) throw new Error('There is no key to sign SAML requests with.')
  return { certificate: row.certificate, privateKey: app.keys.open(purpose, row.sealedPrivateKey) }
}

async function newKey(app: App) {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 })
  const from = new Date()
  const until = new Date(from)
  until.setUTCFullYear(from.getUTCFullYear() + years)
  const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
  return {
    certificate: selfSignedCertificate(new URL(app.config.url).hostname, pair, { from, until }),
    sealedPrivateKey: app.keys.seal(purpose, pem),
  }
}
