import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** Nothing here yet: why, and the first step. `picture` tells which kind of nothing. */
export function EmptyState({
  title,
  children,
  action,
  picture = 'first',
  heading: Heading = 'h2',
}: {
  title: string
  /** A sentence or two that teach the first step. */
  children?: ReactNode
  action?: ReactNode
  /** first: nothing made yet; search: nothing found; done: nothing left to do; broken: something failed. */
  picture?: 'first' | 'search' | 'done' | 'broken'
  heading?: 'h1' | 'h2' | 'h3'
}) {
  return (
    <div className={styles.empty}>
      <Picture kind={picture} />
      <Heading className={styles.title}>{title}</Heading>
      {children ? <div className={styles.text}>{children}</div> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  )
}

/** The mark, with what happened to it. */
function Picture({ kind }: { kind: 'first' | 'search' | 'done' | 'broken' }) {
  return (
    <svg className={styles.picture} viewBox="0 0 160 120" aria-hidden="true">
      <rect x="0" y="108" width="160" height="2" className={styles.line} />
      {kind === 'broken' ? (
        <rect x="24" y="16" width="112" height="12" className={styles.stone} transform="rotate(-5 80 22)" />
      ) : (
        <rect
          x="24"
          y="16"
          width="112"
          height="12"
          className={kind === 'first' ? styles.plan : styles.stone}
        />
      )}
      <rect x="24" y="34" width="28" height="74" className={styles.stone} />
      <rect x="66" y="34" width="21" height="74" className={kind === 'first' ? styles.plan : styles.stone} />
      {kind === 'broken' ? (
        <g className={styles.half}>
          <rect x="101" y="62" width="14" height="46" />
          <rect x="118" y="97" width="30" height="11" />
        </g>
      ) : (
        <rect
          x="101"
          y="34"
          width="14"
          height="74"
          className={kind === 'first' ? styles.plan : styles.stone}
        />
      )}
      {kind === 'broken' ? null : (
        <rect
          x="129"
          y="34"
          width="7"
          height="74"
          className={kind === 'first' ? styles.plan : styles.stone}
        />
      )}
      {kind === 'search' ? (
        <g className={styles.glass}>
          <circle cx="92" cy="66" r="22" />
          <path d="m108 82 16 16" />
        </g>
      ) : null}
      {kind === 'done' ? <circle cx="144" cy="18" r="9" className={styles.sun} /> : null}
    </svg>
  )
}
