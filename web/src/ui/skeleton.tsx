import { useMessages } from '../lib/messages/index.ts'
import styles from './skeleton.module.css'

/** The shape of what is being fetched; `lines` of text, or a `block` as tall as a card. */
export function Skeleton({ lines = 3, block = false }: { lines?: number; block?: boolean }) {
  const t = useMessages()
  return (
    <div className={styles.skeleton}>
      <span className="visually-hidden" role="status">
        {t('ui.loading')}
      </span>
      {block ? <div className={styles.block} /> : null}
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <div key={line} className={styles.line} />
      ))}
    </div>
  )
}
