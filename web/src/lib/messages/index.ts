import { IntlMessageFormat } from 'intl-messageformat'
import type { ReactNode } from 'react'
import { type Site, useSite } from '../session.ts'
import type en from './en.ts'

/** A language the whole catalogue exists in. */
export type Locale = 'en' | 'de'
export const locales: readonly Locale[] = ['en', 'de']

/** English decides which messages exist; another language that lacks one does not compile. */
export type Catalogue = { [Feature in keyof typeof en]: { [Key in keyof (typeof en)[Feature]]: string } }

/** `feature.key`, e.g. `learning.finish_lesson`. */
export type MessageKey = {
  [Feature in keyof Catalogue]: `${Feature}.${keyof Catalogue[Feature] & string}`
}[keyof Catalogue]

/** An organization's own words for some nouns; what is absent keeps its usual word. */
export type TermOverrides = {
  [Noun in 'course' | 'lesson' | 'module' | 'learner' | 'teacher' | 'certificate']?: {
    singular: string
    plural: string
  }
}

type Values = Record<string, string | number | bigint | boolean | Date | null | undefined>
type RichValues = Record<string, Values[string] | ReactNode | ((chunks: ReactNode[]) => ReactNode)>

/** Turns a message key and its values into text in the reader's language. */
export type Translate = {
  (key: MessageKey, values?: Values): string
  /** Like the plain call, for messages with `<tags>` or elements as values. */
  rich(key: MessageKey, values: RichValues): ReactNode
}

const catalogues = new Map<Locale, Catalogue>()

/** Makes a language available. The server registers all, the browser the one of the page. */
export function registerCatalogue(locale: Locale, catalogue: Catalogue): void {
  catalogues.set(locale, catalogue)
}

/** Fetches the language of the page in the browser before it comes alive. */
export async function loadCatalogue(locale: Locale): Promise<void> {
  switch (locale) {
    case 'en':
      return registerCatalogue('en', (await import('./en.ts')).default)
    case 'de':
      return registerCatalogue('de', (await import('./de.ts')).default)
  }
}

/** The closest language the catalogue has for a language tag; English when there is none. */
export function toLocale(tag: string | null | undefined): Locale {
  const language = tag?.toLowerCase().split('-')[0]
  return locales.find((locale) => locale === language) ?? 'en'
}

/** Writing direction of a language tag. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return /^(ar|arc|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(tag) ? 'rtl' : 'ltr'
}

/** Fills messages of any catalogue in a language, a time zone and an organization's own words. */
export function createFill(options: { locale: Locale; timeZone: string; terms: TermOverrides }) {
  const catalogue = catalogueOf(options.locale)
  const terms = termValues({ ...catalogue.terms, ...ownTerms(options.terms) })
  const formats = withTimeZone(options.timeZone)
  const say = (text: string, values?: Values) =>
    String(parsed(options.locale, text, formats).format({ ...terms, ...values }))
  // What only counts ("4 of 12 pages") is said over and over, on one page and the next.
  const counted = new Map<string, string>()
  return {
    text(text: string, values?: Values): string {
      if (!/[{<']/.test(text)) return text
      const key = countKey(text, values)
      if (key === null) return say(text, values)
      let said = counted.get(key)
      if (said === undefined) {
        said = say(text, values)
        if (counted.size >= mostCounted) counted.clear()
        counted.set(key, said)
      }
      return said
    },
    rich: (text: string, values: RichValues): ReactNode =>
      parsed(options.locale, text, formats).format<ReactNode>({ ...terms, ...values } as never),
  }
}

const mostCounted = 1_000

/** Names a message with its values when those are all numbers. */
function countKey(text: string, values: Values = {}): string | null {
  let key = text
  for (const name in values) {
    const value = values[name]
    if (typeof value !== 'number') return null
    key += `\n${name} ${value}`
  }
  return key
}

/** Builds the translator for a language, a time zone and an organization's own words. */
export function createTranslate(options: {
  locale: Locale
  timeZone: string
  terms: TermOverrides
}): Translate {
  const catalogue = catalogueOf(options.locale)
  const fill = createFill(options)

  const look = (key: MessageKey): string => {
    const dot = key.indexOf('.')
    const feature = catalogue[key.slice(0, dot) as keyof Catalogue] as Record<string, string> | undefined
    return feature?.[key.slice(dot + 1)] ?? key
  }

  const translate = (key: MessageKey, values?: Values): string => fill.text(look(key), values)
  const rich = (key: MessageKey, values: RichValues): ReactNode => fill.rich(look(key), values)
  return Object.assign(translate, { rich })
}

function catalogueOf(locale: Locale): Catalogue {
  const catalogue = catalogues.get(locale) ?? catalogues.get('en')
  if (!catalogue) throw new Error(`No messages are loaded for ${locale}`)
  return catalogue
}

const translators = new WeakMap<Site, Translate>()
/** On the server, by what makes them differ: most pages in a row are for readers of one kind. */
const shared = new Map<string, Translate>()
const mostShared = 500

/** The translator of the page being shown: `const t = useMessages()`. */
export function useMessages(): Translate {
  const site = useSite()
  let translate = translators.get(site)
  if (!translate) {
    const key = `${site.locale} ${site.timeZone} ${JSON.stringify(site.terms)}`
    translate = shared.get(key) ?? createTranslate(site)
    if (shared.size >= mostShared) shared.clear()
    shared.set(key, translate)
    translators.set(site, translate)
  }
  return translate
}

const messages = new Map<string, IntlMessageFormat>()

/** Parsing costs far more than formatting, and the catalogue is finite. */
function parsed(locale: Locale, text: string, formats: Formats): IntlMessageFormat {
  const key = `${locale}\n${formats.date.medium.timeZone}\n${text}`
  let message = messages.get(key)
  if (!message) {
    message = new IntlMessageFormat(text, locale, formats)
    messages.set(key, message)
  }
  return message
}

type Formats = ReturnType<typeof withTimeZone>

function withTimeZone(timeZone: string) {
  return {
    date: {
      short: { dateStyle: 'short', timeZone },
      medium: { dateStyle: 'medium', timeZone },
      long: { dateStyle: 'long', timeZone },
    },
    time: {
      short: { timeStyle: 'short', timeZone },
      medium: { timeStyle: 'medium', timeZone },
    },
  } as const
}

/** `{ course: { singular, plural } }` fills `course` and `courses`. */
function ownTerms(overrides: TermOverrides): Record<string, string> {
  const terms: Record<string, string> = {}
  for (const [noun, { singular, plural }] of Object.entries(overrides)) {
    terms[noun] = singular
    terms[`${noun}s`] = plural
  }
  return terms
}

/** `course` gives `{course}` and, for the start of a sentence, `{Course}`. */
function termValues(terms: Record<string, string>): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [term, word] of Object.entries(terms)) {
    values[term] = word
    values[term.charAt(0).toUpperCase() + term.slice(1)] = word.charAt(0).toUpperCase() + word.slice(1)
  }
  return values
}
