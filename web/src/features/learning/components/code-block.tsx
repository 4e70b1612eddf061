import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import styles from './code-block.module.css'

/** Code to read and take along. */
export function CodeBlock({ code, language }: { code: string; language: string | null }) {
  const t = useMessages()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <figure className={styles.block}>
      <figcaption className={styles.head}>
        <span>{language ?? t('learning.code')}</span>
        <button
          type="button"
          className={styles.copy}
          onClick={() => {
            navigator.clipboard.writeText(code).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }}
        >
          {copied ? (
            <IconCheck size={16} stroke={1.75} aria-hidden="true" />
          ) : (
            <IconCopy size={16} stroke={1.75} aria-hidden="true" />
          )}
          <span aria-live="polite">{copied ? t('learning.copied') : t('learning.copy')}</span>
        </button>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <pre className={styles.code} tabIndex={0}>
        <code>{code}</code>
      </pre>
    </figure>
  )
}
