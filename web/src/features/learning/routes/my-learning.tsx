import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import type { RouteHandle } from '~/lib/handle.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { LinkButton } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Page, Section } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { playerPath } from '../addresses.ts'
import { FinishedCourses, MyCourseCards, ResumeCard } from '../components/my-courses.tsx'
import type { MyCourse } from '../shapes.ts'
import type { Route } from './+types/my-learning.ts'

export const handle: RouteHandle = {
  actions: ({ running }: { running: MyCourse[] }) =>
    running.slice(0, 3).map(({ course }) => ({
      to: playerPath(course.id),
      label: 'learning.continue_title',
      values: { title: course.title },
    })),
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get('after')
  const { items, next } = unwrap(
    await context.get(apiContext).GET('/api/v1/learning/enrollments', {
      params: { query: { limit: 50, ...(after ? { cursor: after } : {}) } },
    }),
  )
  const touched = (item: MyCourse) => item.lastActivityAt ?? item.startedAt
  return {
    running: items
      .filter((item) => item.status === 'active')
      .toSorted((a, b) => touched(b).localeCompare(touched(a))),
    finished: items.filter((item) => item.status === 'completed'),
    next,
  }
}

/** A learner's home: go on where one left, then everything else. */
export default function MyLearning({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  const { running, finished, next } = loaderData
  const resume = running.find((item) => !item.isBanned)
  const others = running.filter((item) => item !== resume)
  return (
    <Page>
      <PageHeader
        title={t('learning.my_learning')}
        actions={
          running.length + finished.length > 0 ? (
            <LinkButton to="/courses">{t('learning.browse_courses')}</LinkButton>
          ) : undefined
        }
      />
      {running.length + finished.length === 0 ? (
        <EmptyState
          title={t('learning.nothing_joined')}
          action={
            <LinkButton to="/courses" variant="primary">
              {t('learning.browse_courses')}
            </LinkButton>
          }
        >
          <p>{t('learning.nothing_joined_text')}</p>
        </EmptyState>
      ) : null}
      {resume ? <ResumeCard item={resume} /> : null}
      {others.length > 0 ? (
        <Section title={t('learning.also_running')}>
          <MyCourseCards items={others} />
        </Section>
      ) : null}
      {finished.length > 0 ? (
        <Section title={t('learning.finished_courses')}>
          <FinishedCourses items={finished} />
        </Section>
      ) : null}
      <Pagination nextCursor={next} />
    </Page>
  )
}
