import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { Time } from '~/ui/text.tsx'
import type { StudioCourse } from '../shapes.ts'

const tones = { draft: 'neutral', scheduled: 'accent', published: 'success', archived: 'warning' } as const

/** Who sees a course. */
export function CourseStatus({ course }: { course: Pick<StudioCourse, 'status' | 'scheduledAt'> }) {
  const t = useMessages()
  return (
    <Badge tone={tones[course.status]} dot>
      {t(`teaching.status_${course.status}`)}
      {course.status === 'scheduled' && course.scheduledAt ? (
        <>
          {' '}
          <Time at={course.scheduledAt} as="dateTime" />
        </>
      ) : null}
    </Badge>
  )
}
