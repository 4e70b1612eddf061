import { createHash, pbkdf2Sync, scryptSync } from 'node:crypto'
import { verifySync as bcryptFits, parseOptions } from '@node-rs/bcrypt'
import { sameBytes } from '../../../platform/keys.ts'

// Hashes come from databases of other systems. What would keep a processor busy for minutes fits nothing.
const mostBcryptCost = 16
const mostIterations = 10_000_000
const mostScryptBytes = 256 * 1024 * 1024

/** Django's names of hashes: `<algorithm>$<the rest>`. */
const djangoForm = /^(pbkdf2_sha256|pbkdf2_sha1|scrypt|bcrypt|bcrypt_sha256|argon2)\$(.+)$/s
/** better-auth: salt and hash in hexadecimal. */
const betterAuthForm = /^([0-9a-f]{32}):([0-9a-f]{128})$/
const bcryptForm = /^\$2[abxy]\$/

/** An argon2 hash as our own threads check it, whichever system wrote it; null when it is of another kind. */
export function argon2Of(stored: string): string | null {
  if (stored.startsWith('$argon2')) return stored
  return stored.startsWith('argon2$argon2') ? stored.slice('argon2'.length) : null
}

/**
 * Whether a password fits a hash another system made: bcrypt (Supabase and many others), PBKDF2, scrypt and bcrypt as
 * Django writes them, scrypt of better-auth. What it cannot read fits nothing. Takes as long as its maker chose: for
 * threads of their own.
 */
export function foreignFits(stored: string, password: string): boolean {
  if (bcryptForm.test(stored)) return fitsBcrypt(stored, password)
  const [, salt, hash] = betterAuthForm.exec(stored) ?? []
  if (salt && hash)
    return fitsScrypt(password.normalize('NFKC'), salt, Buffer.from(hash, 'hex'), 16_384, 16, 1)
  const [, algorithm, rest = ''] = djangoForm.exec(stored) ?? []
  const parts = rest.split('$')
  switch (algorithm) {
    case 'bcrypt':
      return fitsBcrypt(rest, password)
    case 'bcrypt_sha256':
      return fitsBcrypt(rest, createHash('sha256').update(password).digest('hex'))
    case 'pbkdf2_sha256':
    case 'pbkdf2_sha1':
      return fitsPbkdf2(password, parts, algorithm.slice('pbkdf2_'.length))
    case 'scrypt': {
      const [cost, itsSalt = '', blockSize, lanes, itsHash = ''] = parts
      const bytes = Buffer.from(itsHash, 'base64')
      return fitsScrypt(password, itsSalt, bytes, Number(cost), Number(blockSize), Number(lanes))
    }
    default:
      return false
  }
}

function fitsBcrypt(stored: string, password: string): boolean {
  try {
    return parseOptions(stored).cost <= mostBcryptCost && bcryptFits(password, stored)
  } catch {
    return false
  }
}

function fitsPbkdf2(password: string, [rounds, salt, hash]: string[], digest: string): boolean {
  const iterations = Number(rounds)
  const wanted = Buffer.from(hash ?? '', 'base64')
  if (!salt || wanted.length < 16 || wanted.length > 64) return false
  if (!Number.isInteger(iterations) || iterations < 1 || iterations > mostIterations) return false
  return sameBytes(pbkdf2Sync(password, salt, iterations, wanted.length, digest), wanted)
}

function fitsScrypt(
  password: string,
  salt: string,
  wanted: Buffer,
  cost: number,
  blockSize: number,
  parallelization: number,
): boolean {
  const bytes = 128 * cost * blockSize
  const possible = Number.isInteger(bytes) && bytes <= mostScryptBytes && parallelization <= 16
  if (!possible || wanted.length < 16 || wanted.length > 128) return false
  try {
    const options = { N: cost, r: blockSize, p: parallelization, maxmem: 2 * bytes }
    return sameBytes(scryptSync(password, salt, wanted.length, options), wanted)
  } catch {
    return false
  }
}
