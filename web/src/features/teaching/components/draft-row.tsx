import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import styles from './outline.module.css'
import { Cell, NameField } from './outline-row.tsx'

/** A part that is being named; after Enter the next one can be. */
export function DraftRow({
  depth,
  onSave,
  onCancel,
}: {
  depth: number
  onSave: (title: string, next: boolean) => void
  onCancel: () => void
}) {
  const t = useMessages()
  const [round, setRound] = useState(0)
  const label = t(
    `teaching.new_${depth === 0 ? 'module' : depth === 1 ? 'lesson' : depth === 2 ? 'topic' : 'subtopic'}`,
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a tree of rows has no element of its own
    // biome-ignore lint/a11y/useFocusableInteractive: its field has the focus
    <div role="row" aria-level={depth + 1} data-depth={depth} className={styles.row}>
      <Cell className={styles.main}>
        <span className={styles.handle} />
        <span className={styles.toggle} />
        <IconPlus size={18} stroke={1.75} aria-hidden="true" className={styles.icon} />
        <NameField
          key={round}
          title=""
          label={label}
          placeholder={label}
          onCancel={onCancel}
          onSave={(title, next) => {
            setRound(round + 1)
            onSave(title, next)
          }}
        />
      </Cell>
    </div>
  )
}
