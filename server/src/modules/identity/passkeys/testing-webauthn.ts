import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import type { NewCredential, SignedChallenge } from './webauthn.schemas.ts'

/** What can be made wrong about one answer. */
export type Twist = {
  origin?: string
  rpId?: string
  challenge?: string
  /** The user was asked for a PIN or a finger. */
  userVerified?: boolean
  /** Value of the signature counter, when it is not the next one. */
  counter?: number
  userHandle?: string | null
}

type Held = { id: string; key: KeyObject; rpId: string; userHandle: string; counter: number }

const encode = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64url')
const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()

/** CBOR (RFC 8949) of the few kinds an attestation is made of. */
function cbor(value: unknown): Buffer {
  const head = (kind: number, count: number) => {
    if (count < 24) return Buffer.from([(kind << 5) | count])
    if (count < 256) return Buffer.from([(kind << 5) | 24, count])
    return Buffer.from([(kind << 5) | 25, count >> 8, count & 255])
  }
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Map) {
    const pairs = [...value].flatMap(([key, item]) => [cbor(key), cbor(item)])
    return Buffer.concat([head(5, value.size), ...pairs])
  }
  throw new Error('CBOR of this kind is not needed here.')
}

/** COSE key (RFC 9053) of a P-256 key. */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' })
  return cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x ?? '', 'base64url')],
      [-3, Buffer.from(y ?? '', 'base64url')],
    ]),
  )
}

/**
 * An authenticator in software that answers as a browser does (WebAuthn level 3, attestation "none", ES256).
 * @param origin of the page it is used on
 */
export function softAuthenticator(origin: string) {
  const held: Held[] = []

  const clientData = (type: string, challenge: string, twist: Twist) =>
    JSON.stringify({
      type,
      challenge: twist.challenge ?? challenge,
      origin: twist.origin ?? origin,
      crossOrigin: false,
    })
  const authenticatorData = (rpId: string, flags: number, counter: number, rest = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, rest])
  }
  const flagsOf = (twist: Twist) => 0x01 | ((twist.userVerified ?? true) ? 0x04 : 0)

  return {
    held,
    /** Makes a key; answers as `navigator.credentials.create()` would. */
    create(
      options: { challenge: string; rp: { id?: string }; user: { id: string } },
      twist: Twist = {},
    ): NewCredential {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const rawId = randomBytes(32)
      const rpId = twist.rpId ?? options.rp.id ?? ''
      const counter = twist.counter ?? 0
      held.push({ id: encode(rawId), key: privateKey, rpId, userHandle: options.user.id, counter })
      const length = Buffer.alloc(2)
      length.writeUInt16BE(rawId.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, rawId, coseKey(publicKey)])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authenticatorData(rpId, flagsOf(twist) | 0x40, counter, attested)],
      ])
      return {
        id: encode(rawId),
        rawId: encode(rawId),
        type: 'public-key',
        response: {
          clientDataJSON: encode(clientData('webauthn.create', options.challenge, twist)),
          attestationObject: encode(cbor(attestation)),
          transports: ['internal'],
        },
      }
    },
    /** Signs with the newest key that fits; answers as `navigator.credentials.get()` would. */
    get(
      options: { challenge: string; rpId?: string; allowCredentials?: Array<{ id: string }> },
      twist: Twist = {},
    ): SignedChallenge {
      const allowed = options.allowCredentials ?? []
      const one = held.findLast((key) => allowed.length === 0 || allowed.some(({ id }) => id === key.id))
      if (!one) throw new Error('This authenticator holds no such key.')
      one.counter = twist.counter ?? one.counter + 1
      const data = authenticatorData(twist.rpId ?? options.rpId ?? one.rpId, flagsOf(twist), one.counter)
      const said = clientData('webauthn.get', options.challenge, twist)
      const signature = createSign('sha256').update(data).update(sha256(said)).sign(one.key)
      return {
        id: one.id,
        rawId: one.id,
        type: 'public-key',
        response: {
          clientDataJSON: encode(said),
          authenticatorData: encode(data),
          signature: encode(signature),
          userHandle: twist.userHandle === undefined ? one.userHandle : twist.userHandle,
        },
      }
    },
  }
}
