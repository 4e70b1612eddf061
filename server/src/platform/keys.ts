import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** Everything that needs the master secret. Each use has a key of its own (HKDF, RFC 5869). */
export type Keys = {
  /** Seals text with AES-256-GCM; `purpose` must be the same to open it again. */
  seal(purpose: string, text: string): string
  /** Opens sealed text; throws when it was changed, or sealed for another purpose or with another secret. */
  open(purpose: string, sealed: string): string
  /** HMAC-SHA-256 under a key of its own for `purpose`. */
  mac(purpose: string, data: string | Buffer): Buffer
}

export function createKeys(secret: string): Keys {
  const cache = new Map<string, Buffer>()
  const key = (purpose: string) => {
    let made = cache.get(purpose)
    if (!made) {
      made = Buffer.from(hkdfSync('sha256', secret, 'stoa', purpose, 32))
      cache.set(purpose, made)
    }
    return made
  }
  return {
    seal(purpose, text) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key(`seal:${purpose}`), iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `v1.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(purpose, sealed) {
      const [version, encoded] = sealed.split('.')
      if (version !== 'v1' || !encoded) throw new Error('Not a sealed value.')
      const bytes = Buffer.from(encoded, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key(`seal:${purpose}`), bytes.subarray(0, 12), {
        authTagLength: 16,
      })
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    mac: (purpose, data) =>
      createHmac('sha256', key(`mac:${purpose}`))
        .update(data)
        .digest(),
  }
}

/** A secret of 256 random bits for links, cookies and tokens. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a random token. Plain SHA-256 suffices: the token has 256 bits of its own. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Compares without telling by its duration where the difference is. */
export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
