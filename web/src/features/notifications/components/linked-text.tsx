import { Fragment } from 'react'
import styles from './linked-text.module.css'

const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g

/** Plain text as it is, with its web addresses as links. */
export function LinkedText({ text }: { text: string }) {
  const parts: { at: number; words: string; href: string | null }[] = []
  let from = 0
  for (const match of text.matchAll(address)) {
    parts.push({ at: from, words: text.slice(from, match.index), href: null })
    parts.push({ at: match.index, words: match[0], href: match[0] })
    from = match.index + match[0].length
  }
  parts.push({ at: from, words: text.slice(from), href: null })
  return (
    <pre className={styles.text}>
      {parts.map(({ at, words, href }) =>
        href ? (
          <a key={`a${at}`} href={href}>
            {words}
          </a>
        ) : (
          <Fragment key={at}>{words}</Fragment>
        ),
      )}
    </pre>
  )
}
