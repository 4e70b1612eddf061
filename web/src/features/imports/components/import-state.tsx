import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { type ImportItem, isOpen, type Outcome } from '../shapes.ts'

const tones = {
  waiting: 'neutral',
  running: 'accent',
  done: 'success',
  failed: 'danger',
  cancelled: 'neutral',
} as const

/** How far an import is. */
export function ImportState({ item }: { item: Pick<ImportItem, 'state' | 'percent' | 'cancelRequested'> }) {
  const t = useMessages()
  const format = useFormat()
  return (
    <Badge tone={tones[item.state]} dot>
      {item.cancelRequested && isOpen(item) ? t('imports.state_stopping') : t(`imports.state_${item.state}`)}
      {item.state === 'running' ? ` ${format.percent(item.percent / 100)}` : ''}
    </Badge>
  )
}

const outcomeTones = { imported: 'success', converted: 'accent', dropped: 'warning' } as const

/** What became of an item. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const t = useMessages()
  return <Badge tone={outcomeTones[outcome]}>{t(`imports.outcome_${outcome}`)}</Badge>
}
