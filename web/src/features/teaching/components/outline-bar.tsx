import { IconPlus } from '@tabler/icons-react'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import type { OutlineNode } from '../shapes.ts'
import styles from './outline.module.css'

/** What can be done with the outline as a whole, and whether everything is stored. */
export function OutlineBar({
  nodes,
  isSaving,
  anyClosed,
  onAdd,
  onCloseOrOpen,
}: {
  nodes: OutlineNode[]
  isSaving: boolean
  anyClosed: boolean
  onAdd: () => void
  onCloseOrOpen: () => void
}) {
  const t = useMessages()
  return (
    <div className={styles.bar}>
      <Button
        variant={nodes.length === 0 ? 'primary' : 'secondary'}
        icon={<IconPlus />}
        onClick={onAdd}
        id="add-module"
      >
        {t('teaching.add_module')}
      </Button>
      {nodes.some((node) => node.childCount > 0) ? (
        <Button variant="quiet" onClick={onCloseOrOpen}>
          {t(anyClosed ? 'teaching.open_all' : 'teaching.close_all')}
        </Button>
      ) : null}
      <span role="status" className={styles.saving}>
        {isSaving ? t('teaching.saving') : t('teaching.all_saved')}
      </span>
    </div>
  )
}
