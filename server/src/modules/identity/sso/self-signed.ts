import { type KeyObject, randomBytes, sign } from 'node:crypto'

const sha256WithRsa = Buffer.from('2a864886f70d01010b', 'hex')
const commonName = Buffer.from('550403', 'hex')

/**
 * A self-signed certificate (RFC 5280) that holds nothing but an RSA key: SAML pins the key, and looks at nothing else.
 * @param name common name of both issuer and subject
 * @returns base64 of the DER, without line breaks
 */
export function selfSignedCertificate(
  name: string,
  { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject },
  { from, until }: { from: Date; until: Date },
): string {
  const algorithm = der(0x30, der(0x06, sha256WithRsa), der(0x05))
  const called = der(0x30, der(0x31, der(0x30, der(0x06, commonName), der(0x0c, Buffer.from(name)))))
  const body = der(
    0x30,
    // Version 3.
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    called,
    der(0x30, time(from), time(until)),
    called,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('sha256', body, privateKey)
  return der(0x30, body, algorithm, der(0x03, Buffer.from([0]), signature)).toString('base64')
}

/** UTCTime up to 2049, GeneralizedTime from then on (RFC 5280, 4.1.2.5). */
function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/[-:T]|\.\d+/g, '')
  return date.getUTCFullYear() < 2050
    ? der(0x17, Buffer.from(digits.slice(2)))
    : der(0x18, Buffer.from(digits))
}

/** One value in DER (X.690). */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const length =
    body.length < 128
      ? Buffer.from([body.length])
      : body.length < 256
        ? Buffer.from([0x81, body.length])
        : Buffer.from([0x82, body.length >> 8, body.length & 255])
  return Buffer.concat([Buffer.from([tag]), length, body])
}
