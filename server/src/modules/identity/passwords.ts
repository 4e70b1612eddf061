import { readFileSync } from 'node:fs'
import { PasswordCommon, PasswordTooLong } from './errors.ts'
import { argon2Fits, argon2Hash } from './password-threads.ts'

const maxBytes = 1024

// The most used passwords of public breaches, from the lists of zxcvbn (MIT), and word stems people decorate.
const common = new Set(
  readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean),
)

/** The same characters typed on different machines are the same password. */
const normal = (password: string) => password.normalize('NFKC')

/**
 * Refuses a password that is guessed first. Length is checked by the request's schema.
 * @param own words that are no secret here: the person's address and name
 */
export function refuseWeakPassword(password: string, own: string[] = []): void {
  if (Buffer.byteLength(normal(password)) > maxBytes) throw PasswordTooLong()
  const lower = normal(password).toLowerCase()
  const stem = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const guessable =
    common.has(lower) ||
    common.has(stem) ||
    new Set(lower).size < 5 ||
    own.some((word) => word.length > 0 && (lower === word.toLowerCase() || stem === word.toLowerCase()))
  if (guessable) {
    throw PasswordCommon(
      {},
      { fields: [{ pointer: '/password', code: 'common', message: 'is guessed first' }] },
    )
  }
}

/** argon2id in PHC form. Takes tens of milliseconds: not inside a transaction. */
export const hashPassword = (password: string): Promise<string> => argon2Hash(normal(password))

let stranger: Promise<string> | null = null

/** Whether a password fits. Takes as long for a person who has none, or does not exist (null). */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  if (Buffer.byteLength(normal(password)) > maxBytes) return false
  stranger ??= hashPassword('nobody has this password, it only takes as long to check')
  const fits = await argon2Fits(stored ?? (await stranger), normal(password))
  return stored !== null && fits
}
