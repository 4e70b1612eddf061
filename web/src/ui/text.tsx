import type { ReactNode } from 'react'
import { useFormat } from '../lib/format.ts'
import { useMessages } from '../lib/messages/index.ts'
import styles from './text.module.css'

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className={styles.kbd}>{children}</kbd>
}

/** A moment in the reader's time zone; the exact one is in the tip. */
export function Time({
  at,
  as = 'date',
}: {
  at: string | Date
  as?: 'date' | 'longDate' | 'time' | 'dateTime' | 'relative'
}) {
  const format = useFormat()
  const date = new Date(at)
  return (
    <time
      dateTime={date.toISOString()}
      title={as === 'dateTime' ? undefined : format.dateTime(date)}
      // "3 minutes ago" may have become 4 between the server and the browser.
      suppressHydrationWarning={as === 'relative'}
      className={styles.time}
    >
      {format[as](date)}
    </time>
  )
}

/** An amount in minor units of an ISO 4217 currency; zero is "Free". */
export function Money({ minor, currency }: { minor: number; currency: string }) {
  const t = useMessages()
  const format = useFormat()
  return <span className={styles.time}>{minor === 0 ? t('ui.free') : format.money(minor, currency)}</span>
}

/** The first thing a keyboard meets: past the navigation to the page itself. */
export function SkipLink() {
  const t = useMessages()
  return (
    <a href="#main" className={styles.skip}>
      {t('ui.skip_to_content')}
    </a>
  )
}
