import { useEffect, useRef } from 'react'
import { directionOf } from '../lib/messages/index.ts'
import './formulas.css'
import styles from './prose.module.css'

/** Written content: a lesson, a page, a post. `html` must have been sanitized by the server. */
export function Prose({ html, lang }: { html: string; lang?: string }) {
  const content = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: new content brings new boxes
  useEffect(() => {
    // What scrolls sideways must be reachable by keyboard.
    for (const box of content.current?.querySelectorAll<HTMLElement>('pre, table, .formula') ?? []) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0
    }
  }, [html])
  return (
    <div
      ref={content}
      className={styles.prose}
      lang={lang}
      dir={lang ? directionOf(lang) : undefined}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the server sanitizes before it stores
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
