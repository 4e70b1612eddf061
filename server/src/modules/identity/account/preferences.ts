import { UnknownTimeZone } from '../errors.ts'

/** A time zone the program knows, by its usual name. Throws UnknownTimeZone. */
export function validTimeZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    throw UnknownTimeZone(
      {},
      { fields: [{ pointer: '/timeZone', code: 'unknown', message: 'is not known' }] },
    )
  }
}
