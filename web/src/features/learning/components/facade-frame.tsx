import { IconAppWindow, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useState } from 'react'
import styles from './facade-frame.module.css'

/**
 * Something from another house inside a page. Nothing is fetched from there until the reader asks; without script
 * it opens in a window of its own.
 */
export function FacadeFrame({
  src,
  page,
  title,
  action,
  note,
  plays = false,
}: {
  /** What the frame shows. */
  src: string
  /** Where the same can be seen in a window of its own. */
  page: string
  title: string
  /** What pressing does. */
  action: string
  /** From where it comes. */
  note: string
  /** A film rather than a page. */
  plays?: boolean
}) {
  const Icon = plays ? IconPlayerPlayFilled : IconAppWindow
  const [shown, setShown] = useState(false)
  if (shown) {
    return (
      <iframe
        src={src}
        title={title}
        className={styles.frame}
        sandbox="allow-scripts allow-same-origin allow-popups allow-forms allow-presentation"
        allow="fullscreen; picture-in-picture; encrypted-media; autoplay"
        referrerPolicy="strict-origin-when-cross-origin"
      />
    )
  }
  return (
    <a
      href={page}
      target="_blank"
      rel="noreferrer"
      className={styles.facade}
      onClick={(event) => {
        event.preventDefault()
        setShown(true)
      }}
    >
      <span className={styles.disc}>
        <Icon size={24} stroke={1.75} aria-hidden="true" />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.note}>
          {action} · {note}
        </span>
      </span>
    </a>
  )
}
