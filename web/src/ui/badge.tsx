import type { ReactNode } from 'react'
import styles from './badge.module.css'

/** A short word about a thing: its state, its kind, its level. The word says it; colour only repeats it. */
export function Badge({
  tone = 'neutral',
  dot = false,
  children,
}: {
  tone?: 'neutral' | 'accent' | 'success' | 'warning' | 'danger'
  /** A dot before the word marks a state that can change. */
  dot?: boolean
  children: ReactNode
}) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      {dot ? <span className={styles.dot} aria-hidden="true" /> : null}
      {children}
    </span>
  )
}
