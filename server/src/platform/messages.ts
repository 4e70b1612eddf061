import { IntlMessageFormat } from 'intl-messageformat'

/** Texts of one module in one language: ICU MessageFormat by key. */
export type Texts<K extends string> = Record<K, string>

export const locales = ['en', 'de'] as const
export type Locale = (typeof locales)[number]

/** The nearest language we have: `de-AT` is `de`, what we do not have is English. */
export function nearestLocale(wanted: string | null | undefined): Locale {
  const language = wanted?.toLowerCase().split(/[-_]/)[0]
  return locales.find((locale) => locale === language) ?? 'en'
}

/** Languages read from right to left, for mails and pages in languages to come. */
export const isRightToLeft = (locale: string): boolean => /^(ar|fa|he|ur|yi|ps|dv)\b/.test(locale)

/**
 * The texts a module says outside the web app: mails, notices, certificates. English is complete by type;
 * a language that lacks a key is a type error.
 */
export function defineMessages<K extends string>(texts: { en: Texts<K>; de: Texts<K> }) {
  const cache = new Map<string, IntlMessageFormat>()
  return (locale: string, key: K, params: Record<string, string | number | Date> = {}): string => {
    const language = nearestLocale(locale)
    const id = `${language} ${key}`
    let message = cache.get(id)
    if (!message) {
      message = new IntlMessageFormat(texts[language][key], language, undefined, { ignoreTag: true })
      cache.set(id, message)
    }
    return String(message.format(params))
  }
}
