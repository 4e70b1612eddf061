import { useFormat } from '../lib/format.ts'
import { useMessages } from '../lib/messages/index.ts'
import styles from './progress.module.css'

/** How much of something is done. `label` says of what; the share is read with it and shown with `showShare`. */
export function ProgressBar({
  done,
  total,
  label,
  showShare = false,
}: {
  done: number
  total: number
  label: string
  showShare?: boolean
}) {
  const format = useFormat()
  const share = shareOf(done, total)
  return (
    <div className={styles.line}>
      <progress className={styles.bar} value={share} max={1} aria-label={label} data-full={share === 1}>
        {format.percent(share)}
      </progress>
      {showShare ? (
        <span className={styles.share} aria-hidden="true">
          {format.percent(share)}
        </span>
      ) : null}
    </div>
  )
}

/** The same as a ring, for small places; a full ring shows a tick. */
export function ProgressRing({
  done,
  total,
  label,
  size = 20,
}: {
  done: number
  total: number
  label: string
  size?: number
}) {
  const t = useMessages()
  const format = useFormat()
  const share = shareOf(done, total)
  return (
    <svg
      className={styles.ring}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      role="img"
      aria-label={t('ui.progress', { label, share: format.percent(share) })}
    >
      <circle cx="10" cy="10" r="8" pathLength="100" className={styles.track} />
      {share > 0 ? (
        <circle
          cx="10"
          cy="10"
          r="8"
          pathLength="100"
          strokeDasharray={`${share * 100} 100`}
          transform="rotate(-90 10 10)"
          className={share === 1 ? styles.full : styles.value}
        />
      ) : null}
      {share === 1 ? <path d="m6.5 10.3 2.4 2.4 4.6-5" className={styles.tick} /> : null}
    </svg>
  )
}

function shareOf(done: number, total: number) {
  return total > 0 ? Math.min(Math.max(done / total, 0), 1) : 0
}
