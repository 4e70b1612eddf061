import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'

const tones = { active: 'success', inactive: 'neutral', banned: 'danger' } as const

/** How a person stands in the organization. */
export function StatusBadge({ status }: { status: keyof typeof tones }) {
  const t = useMessages()
  return (
    <Badge tone={tones[status]} dot>
      {t(`people.status_${status}`)}
    </Badge>
  )
}
