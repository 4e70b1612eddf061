import { IconCopy } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { IconButton } from '~/ui/button.tsx'
import { toast } from '~/ui/toast.ts'
import styles from './copy-facts.module.css'

export type CopyFact = {
  label: string
  value: string
  /** What it is for, or what others call it. */
  help?: ReactNode
  /** A few letters only: stands beside the one before. */
  short?: boolean
}

/** Values to be entered elsewhere, each with a button that copies it. */
export function CopyFacts({ facts }: { facts: CopyFact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <Fact key={fact.label} {...fact} />
      ))}
    </dl>
  )
}

function Fact({ label, value, help, short = false }: CopyFact) {
  const t = useMessages()
  const text = useRef<HTMLElement>(null)
  const copy = () => {
    // Browsers keep the clipboard closed to pages without TLS; there the value is only selected.
    if (!navigator.clipboard) {
      if (text.current) getSelection()?.selectAllChildren(text.current)
      return toast({ message: t('access.copied_by_hand') })
    }
    void navigator.clipboard.writeText(value).then(() => toast({ message: t('door.copied') }))
  }
  return (
    <div className={short ? styles.short : undefined}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.line}>
        <code ref={text} className={styles.value}>
          {value}
        </code>
        <IconButton
          label={t('access.copy_what', { what: label })}
          size="small"
          className={styles.copy ?? ''}
          onClick={copy}
        >
          <IconCopy size={18} stroke={1.75} aria-hidden="true" />
        </IconButton>
      </dd>
      {help ? <dd className={styles.help}>{help}</dd> : null}
    </div>
  )
}
