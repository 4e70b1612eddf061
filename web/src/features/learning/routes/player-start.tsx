import { redirect } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { EmptyState } from '~/ui/empty-state.tsx'
import { endPath, lessonPath } from '../addresses.ts'
import type { Route } from './+types/player-start.ts'

/** Opens a course where its learner left it. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { courseId } = params
  const player = unwrap(
    await context
      .get(apiContext)
      .GET('/api/v1/learning/courses/{courseId}/player', { params: { path: { courseId } } }),
  )
  if (player.resumeId) throw redirect(lessonPath(courseId, player.resumeId))
  if (player.course.isCompleted) throw redirect(endPath(courseId))
  return null
}

/** A course in which nothing is open yet. */
export default function PlayerStart() {
  const t = useMessages()
  return (
    <main id="main" tabIndex={-1}>
      <EmptyState heading="h1" title={t('learning.nothing_open')}>
        <p>{t('learning.nothing_open_text')}</p>
      </EmptyState>
    </main>
  )
}
