import type { App } from '../../../platform/ctx.ts'
import { InvalidInput } from '../../../platform/errors.ts'
import { PasswordCommon, PasswordTooLong } from '../errors.ts'
import { isBreached } from './breached-passwords.ts'
import { argon2Of } from './foreign-passwords.ts'
import { argon2Hash, storedFits } from './password-threads.ts'

const maxBytes = 1024

/** The same characters typed on different machines are the same password. */
const normal = (password: string) => password.normalize('NFKC')

/** Signs people put in place of letters, and the letters. */
const disguises: Record<string, string> = {
  '@': 'a',
  4: 'a',
  3: 'e',
  1: 'i',
  '!': 'i',
  0: 'o',
  $: 's',
  5: 's',
  7: 't',
}

/**
 * Refuses a password that is short, or guessed first: one of a public breach, a common word or name with something
 * around it, our own name or that of the site, or words of the person's own.
 * @param own words that are no secret here: see `ownWords`
 * @throws InvalidInput, PasswordTooLong, PasswordCommon
 */
export function refuseWeakPassword(app: Pick<App, 'config'>, password: string, own: string[] = []): void {
  const { passwordMinLength } = app.config.auth
  if ([...normal(password)].length < passwordMinLength) {
    const message = `must have at least ${passwordMinLength} characters`
    throw InvalidInput({}, { fields: [{ pointer: '/password', code: 'minLength', message }] })
  }
  if (Buffer.byteLength(normal(password)) > maxBytes) throw PasswordTooLong()
  const lower = normal(password).toLowerCase()
  const stem = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const guessable =
    new Set(lower).size < 5 ||
    [lower, stem, undisguised(lower), half(lower)].some((word) => word.length > 0 && isBreached(word)) ||
    [...siteWords(app), ...own].some((word) =>
      isJust(word, [lower, stem, undisguised(lower), undisguised(stem)]),
    )
  if (guessable) {
    throw PasswordCommon(
      {},
      { fields: [{ pointer: '/password', code: 'common', message: 'is guessed first' }] },
    )
  }
}

/** What the product and the site are called. */
function siteWords({ config }: Pick<App, 'config'>): string[] {
  const { hostname } = new URL(config.url)
  return ['stoa', hostname, ...hostname.split('.')]
}

const bare = (text: string) => text.toLowerCase().replace(/[\s._-]+/g, '')

/** Whether a password is nothing but a word, however it is put together. */
const isJust = (word: string, forms: string[]) =>
  bare(word) !== '' && forms.some((form) => bare(form) === bare(word))

/** `p@ssw0rd2024` is `password`. */
const undisguised = (lower: string) =>
  lower
    .replace(/[^\p{L}]+$/u, '')
    .replace(/[@43105$7!]/g, (sign) => disguises[sign] ?? sign)
    .replace(/^[^\p{L}]+/u, '')

/** The word of a password that is a word written twice. */
const half = (lower: string) => {
  const word = lower.slice(0, lower.length / 2)
  return word + word === lower ? word : ''
}

/** argon2id in PHC form. Takes tens of milliseconds: not inside a transaction. */
export const hashPassword = (password: string): Promise<string> => argon2Hash(normal(password))

let kept: Promise<string> | null = null
const stranger = () => {
  kept ??= hashPassword('nobody has this password, it only takes as long to check')
  return kept
}

/** Whether a password fits. Takes as long for a person who has none, or does not exist (null). */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  if (Buffer.byteLength(normal(password)) > maxBytes) return false
  const checked = stored ?? (await stranger())
  // Other systems hashed what was typed, and our own what it means.
  const typed = argon2Of(checked) === checked ? normal(password) : password
  const fits = await storedFits(checked, typed)
  return stored !== null && fits
}

/**
 * A hash of our own to put in place of one that fits, but is of another system or weaker than ours; null when it is as
 * it should be.
 */
export async function betterHash(stored: string | null, password: string): Promise<string | null> {
  const ownForm = (await stranger()).replace(/[^$]*\$[^$]*$/, '')
  return stored === null || stored.startsWith(ownForm) ? null : hashPassword(password)
}
