import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { Row } from '~/ui/layout.tsx'
import type { Learner } from '../shapes.ts'

/** What a teacher may mark a learner as. */
export const learnerTags = ['top_performer', 'needs_help', 'slow_learner', 'active_communicator'] as const

const tones = {
  active: 'accent',
  completed: 'success',
  pending: 'neutral',
  cancelled: 'neutral',
  refunded: 'neutral',
  past_due: 'warning',
} as const

/** Where a learner stands, as words; kept out counts most. */
export function LearnerStatus({ learner }: { learner: Pick<Learner, 'status' | 'isBanned'> }) {
  const t = useMessages()
  if (learner.isBanned)
    return (
      <Badge tone="danger" dot>
        {t('teaching.kept_out')}
      </Badge>
    )
  return (
    <Badge tone={tones[learner.status]} dot>
      {t(`teaching.enrollment_${learner.status}`)}
    </Badge>
  )
}

export function Tags({ tags }: { tags: Learner['tags'] }) {
  const t = useMessages()
  return (
    <Row gap="tight">
      {tags.map((tag) => (
        <Badge key={tag} tone={tag === 'needs_help' ? 'warning' : 'neutral'}>
          {t(`teaching.tag_${tag}`)}
        </Badge>
      ))}
    </Row>
  )
}
