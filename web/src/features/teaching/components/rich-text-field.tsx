import type { Editor } from '@tiptap/react'
import { lazy, Suspense, useId, useMemo, useState } from 'react'
import styles from './rich-text.module.css'
import { RichText } from './rich-text.tsx'
import { ActiveText } from './text-contexts.ts'

const RichTextToolbar = lazy(() => import('./rich-text-toolbar.tsx'))

/** A formatted text in a form, with a toolbar of its own. */
export function RichTextField({ name, label, html }: { name: string; label: string; html: string }) {
  const id = useId()
  const [editor, activate] = useState<Editor | null>(null)
  const [text, setText] = useState(html)
  const active = useMemo(() => ({ editor, activate, toolbarId: `${id}-tools` }), [editor, id])
  return (
    <ActiveText.Provider value={active}>
      <div>
        <p className={styles.label}>{label}</p>
        <input type="hidden" name={name} value={text} />
        <div className={styles.field}>
          <div className={styles.fieldTools}>
            <Suspense fallback={null}>
              <RichTextToolbar />
            </Suspense>
          </div>
          <RichText compact html={html} label={label} onChange={setText} />
        </div>
      </div>
    </ActiveText.Provider>
  )
}
