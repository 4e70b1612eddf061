import { lazy, Suspense, useContext, useEffect, useId, useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { Prose } from '~/ui/prose.tsx'
import { tagsLost, withFileUrls } from '../rich-html.ts'
import styles from './rich-text.module.css'
import { KnownFiles } from './text-contexts.ts'

const RichTextEditor = lazy(() => import('./rich-text-editor.tsx'))

/**
 * A formatted text, stored as HTML. Until the editor's code is there it is shown as it will be read; a text with
 * things the editor has no way to show is edited as HTML.
 */
export function RichText({
  html,
  label,
  placeholder,
  compact = false,
  autoFocus = false,
  onChange,
  onSlash,
}: {
  html: string
  /** Names the text for readers of the page. */
  label: string
  placeholder?: string
  /** In the size of the interface, for short texts in forms. */
  compact?: boolean
  autoFocus?: boolean
  onChange: (html: string) => void
  /** A slash in an empty line. */
  onSlash?: () => void
}) {
  const files = useContext(KnownFiles)
  const [isReady, setReady] = useState(false)
  const [lost] = useState(() => tagsLost(html))
  useEffect(() => setReady(true), [])
  if (lost.length > 0) return <HtmlText html={html} label={label} lost={lost} onChange={onChange} />
  const asRead = (
    <div className={compact ? styles.compact : undefined}>
      <Prose html={withFileUrls(html, files)} />
    </div>
  )
  if (!isReady) return asRead
  return (
    <Suspense fallback={asRead}>
      <RichTextEditor
        html={html}
        label={label}
        placeholder={placeholder ?? ''}
        compact={compact}
        autoFocus={autoFocus}
        onChange={onChange}
        onSlash={onSlash}
      />
    </Suspense>
  )
}

function HtmlText({
  html,
  label,
  lost,
  onChange,
}: {
  html: string
  label: string
  lost: string[]
  onChange: (html: string) => void
}) {
  const t = useMessages()
  const id = useId()
  const files = useContext(KnownFiles)
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={styles.source}>
      {isOpen ? (
        <textarea
          id={id}
          aria-label={t('teaching.html_of', { label })}
          defaultValue={html}
          rows={12}
          spellCheck={false}
          className={styles.code}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Prose html={withFileUrls(html, files)} />
      )}
      <p className={styles.note}>
        {t('teaching.html_note', { tags: lost.map((tag) => `<${tag}>`).join(', ') })}
        <Button size="small" onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'teaching.html_close' : 'teaching.html_open')}
        </Button>
      </p>
    </div>
  )
}
