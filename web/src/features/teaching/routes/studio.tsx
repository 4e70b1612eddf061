import { data, Outlet, redirect, useFetcher, useSubmit } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext, siteContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Page } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Tabs } from '~/ui/tabs.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { binPath, studioPath } from '../addresses.ts'
import { CourseStatus } from '../components/course-status.tsx'
import { PublishButtons, Refusal } from '../components/publish-buttons.tsx'
import { type Gap, gapsOf } from '../publishing.ts'
import type { StudioCourse } from '../shapes.ts'
import { fromWallClock } from '../wall-clock.ts'
import type { Route } from './+types/studio.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const course = await context.get(apiContext).GET('/api/v1/learning/studio/courses/{courseId}', {
    params: { path: params },
  })
  return { course: unwrap(course) }
}

const intents = ['publish', 'schedule', 'withdraw', 'archive', 'reopen'] as const

/** Changes who sees the course, or makes another of it. */
export async function action({ params: path, request, context }: Route.ActionArgs) {
  const api = context.get(apiContext)
  const form = await request.formData()
  const wish = formText(form, 'intent')
  const intent = intents.find((one) => one === wish)
  const params = { path }
  if (wish === 'copy') {
    const made = await api.POST('/api/v1/learning/studio/courses/{courseId}/copies', { params })
    if (made.data) return redirect(`${studioPath(made.data.id)}?done=copied&of=${made.data.id}`)
    return data({ intent, problem: problemOf(made), gaps: [] }, { status: made.response.status })
  }
  const publication = '/api/v1/learning/studio/courses/{courseId}/publication'
  const archive = '/api/v1/learning/studio/courses/{courseId}/archive'
  const send = () => {
    switch (intent) {
      case 'publish':
        return api.PUT(publication, { params, body: {} })
      case 'schedule': {
        const at = fromWallClock(formText(form, 'at'), context.get(siteContext).timeZone)
        return api.PUT(publication, { params, body: { at } })
      }
      case 'withdraw':
        return api.DELETE(publication, { params })
      case 'archive':
        return api.PUT(archive, { params })
      case 'reopen':
        return api.DELETE(archive, { params })
      case undefined:
        throw data(null, { status: 400 })
    }
  }
  const problem = problemOf(await send())
  const gaps: Gap[] = problem?.code === 'learning.course_not_ready' ? await gapsOf(api, path.courseId) : []
  return data({ intent, problem, gaps }, { status: problem?.status ?? 200 })
}

/** What every page of one course has above it: its name, who sees it, and the way to its other pages. */
export default function Studio({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { course } = loaderData
  const fetcher = useFetcher<typeof action>({ key: `publish-${course.id}` })
  const answer = fetcher.data ?? actionData
  const here = studioPath(course.id)
  const submit = useSubmit()
  useDoneToast({
    copied: {
      message: t('studio.course_copied'),
      undo: (id) =>
        void submit({ intent: 'delete' }, { method: 'post', action: `${studioPath(id)}/details` }),
    },
  })
  useActionToast(
    answer,
    answer && !answer.problem && answer.intent ? t(`teaching.done_${answer.intent}`) : null,
  )
  return (
    <Page>
      <PageHeader
        title={course.title}
        crumbs={[{ to: '/teach', label: t('app.studio') }]}
        status={<CourseStatus course={course} />}
        actions={<PublishButtons course={course} fetcher={fetcher} />}
      />
      {answer?.problem ? <Refusal courseId={course.id} problem={answer.problem} gaps={answer.gaps} /> : null}
      <Tabs
        label={t('teaching.course_pages')}
        tabs={[
          { to: here, label: t('teaching.outline'), end: true },
          { to: `${here}/details`, label: t('teaching.details') },
          { to: `${here}/resources`, label: t('studio.resources') },
          { to: `${here}/learners`, label: t('teaching.learners'), count: course.learnerCount },
          { to: binPath(course.id), label: t('studio.bin') },
        ]}
      />
      <Outlet context={course satisfies StudioCourse} />
    </Page>
  )
}
