import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import { type Keys, sameBytes } from '../../../platform/keys.ts'

const purpose = 'totp'
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const

/** A secret for an authenticator app: 160 random bits in base32 (RFC 4226, 4). */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** A secret as it is stored, good for its person only. */
export const sealSecret = (keys: Keys, userId: string, secret: string): string =>
  keys.seal(purpose, `${userId}.${secret}`)

function openSecret(keys: Keys, userId: string, sealed: string): string {
  const [owner, secret] = keys.open(purpose, sealed).split('.')
  if (owner !== userId || !secret) throw new Error('This secret belongs to somebody else.')
  return secret
}

/** What an authenticator app reads: the address with the secret, and the same as a picture. */
export async function describeSecret(
  secret: string,
  about: { issuer: string; account: string },
): Promise<{ uri: string; qrCode: string }> {
  // A colon parts issuer and account in the address, so neither may hold one.
  const plain = (text: string) => text.replaceAll(':', ' ').trim() || 'Stoa'
  const uri = new TOTP({
    ...shape,
    secret: Secret.fromBase32(secret),
    issuer: plain(about.issuer),
    label: plain(about.account),
  }).toString()
  const qrCode = await QRCode.toString(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
  return { uri, qrCode: qrCode.trim() }
}

/**
 * The 30-second step a code belongs to (RFC 6238), when it is the present one or a neighbour; null for a wrong
 * code.
 */
export function stepOf(keys: Keys, userId: string, sealed: string, code: string, now: Date): number | null {
  const totp = new TOTP({ ...shape, secret: Secret.fromBase32(openSecret(keys, userId, sealed)) })
  const given = Buffer.from(code)
  const present = Math.floor(now.getTime() / 1000 / shape.period)
  let found: number | null = null
  for (const step of [present - 1, present, present + 1]) {
    const right = Buffer.from(totp.generate({ timestamp: step * shape.period * 1000 }))
    if (sameBytes(given, right)) found = step
  }
  return found
}
