import { useSite } from './session.ts'

/** How a person likes dates; `iso` is 2026-11-20. */
export const dateFormats = ['short', 'medium', 'long', 'iso'] as const
export type DateFormat = (typeof dateFormats)[number]

/** Writes numbers, dates and amounts the way the reader does. */
export type Format = ReturnType<typeof createFormat>

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/**
 * Formatters for a language tag and an IANA time zone. Instants are `Date` or ISO 8601 text.
 */
export function createFormat(options: { locale: string; timeZone: string; dateFormat?: DateFormat }) {
  const { locale, timeZone, dateFormat = 'medium' } = options
  // English is read all over the world: the day first and a clock of 24 hours are misread by nobody.
  const dates = locale === 'en' ? 'en-GB' : locale
  const date = (style: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(dates, { ...style, timeZone })
  const lazily = <T>(make: () => T) => {
    let value: T | undefined
    return () => {
      value ??= make()
      return value
    }
  }
  const iso = lazily(() => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }))
  const day = lazily(() => (dateFormat === 'iso' ? iso() : date({ dateStyle: dateFormat })))
  const longDay = lazily(() => date({ dateStyle: 'long' }))
  const clock = lazily(() => date({ timeStyle: 'short' }))
  const both = lazily(() =>
    dateFormat === 'iso'
      ? new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone })
      : date({ dateStyle: dateFormat, timeStyle: 'short' }),
  )
  const plain = lazily(() => new Intl.NumberFormat(locale))
  const percent = lazily(() => new Intl.NumberFormat(locale, { style: 'percent' }))
  const relative = lazily(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  const list = lazily(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const languages = lazily(() => new Intl.DisplayNames(locale, { type: 'language' }))
  const styled = new Map<string, Intl.NumberFormat>()
  const inStyle = (name: string, style: Intl.NumberFormatOptions) => {
    const format = styled.get(name) ?? new Intl.NumberFormat(locale, style)
    styled.set(name, format)
    return format
  }

  return {
    /** 20 Nov 2026, or as the person likes it */
    date: (at: Date | string) => day().format(new Date(at)),
    /** 20 November 2026 */
    longDate: (at: Date | string) => longDay().format(new Date(at)),
    /** 14:05 */
    time: (at: Date | string) => clock().format(new Date(at)),
    /** 20 Nov 2026, 14:05 */
    dateTime: (at: Date | string) => both().format(new Date(at)),
    /** "3 hours ago", "tomorrow"; `now` in milliseconds. */
    relative: (at: Date | string, now = Date.now()) => {
      const seconds = (new Date(at).getTime() - now) / 1000
      for (const [unit, size] of units) {
        if (Math.abs(seconds) >= size) return relative().format(Math.round(seconds / size), unit)
      }
      return relative().format(0, 'second')
    },
    /** The name of a language: `language('de')` is "German". */
    language: (tag: string) => languages().of(tag) ?? tag,
    number: (value: number) => plain().format(value),
    /** `percent(0.4)` is 40 %. */
    percent: (share: number) => percent().format(share),
    /** An amount in minor units (cents, paise) of an ISO 4217 currency. */
    money: (minor: number, currency: string) => {
      const format = inStyle(currency, { style: 'currency', currency })
      return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
    },
    /** "1 hr 20 min". */
    duration: (minutes: number) => {
      const part = (value: number, unit: 'hour' | 'minute') =>
        inStyle(unit, { style: 'unit', unit, unitDisplay: 'short' }).format(value)
      const whole = Math.round(minutes)
      const hours = Math.floor(whole / 60)
      const rest = whole % 60
      if (hours === 0) return part(rest, 'minute')
      return rest === 0 ? part(hours, 'hour') : `${part(hours, 'hour')} ${part(rest, 'minute')}`
    },
    /** "2.4 MB", counting in thousands. */
    bytes: (size: number) => {
      const names = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
      const power = Math.min(Math.floor(Math.log10(Math.max(size, 1)) / 3), names.length - 1)
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: names[power],
        unitDisplay: power === 0 ? 'long' : 'short',
        maximumFractionDigits: 1,
      }).format(size / 1000 ** power)
    },
    /** "a, b and c". */
    list: (items: string[]) => list().format(items),
  }
}

/** Making a formatter costs a hundred times what using it does, so readers of one kind share theirs on the server. */
const formats = new Map<string, Format>()

/** The formatters of the page being shown. */
export function useFormat(): Format {
  const site = useSite()
  const key = `${site.locale} ${site.timeZone} ${site.dateFormat}`
  let format = formats.get(key)
  if (!format) {
    format = createFormat(site)
    formats.set(key, format)
  }
  return format
}
