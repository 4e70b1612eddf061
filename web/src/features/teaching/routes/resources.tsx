import { data, type FetcherWithComponents, redirect, useFetcher } from 'react-router'
import { type Api, problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { EmptyState } from '~/ui/empty-state.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Section, Stack } from '~/ui/layout.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { resourcesPath } from '../addresses.ts'
import { AddResource } from '../components/add-resource.tsx'
import { EditResource } from '../components/edit-resource.tsx'
import { ResourceList } from '../components/resource-list.tsx'
import type { Route } from './+types/resources.ts'
import styles from './course-tab.module.css'

const resources = '/api/v1/learning/studio/courses/{courseId}/resources'
const resource = '/api/v1/learning/studio/resources/{resourceId}'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const path = { params: { path: params } }
  const [listed, outline] = await Promise.all([
    api.GET(resources, path),
    api.GET('/api/v1/learning/studio/courses/{courseId}/outline', path),
  ])
  const { searchParams } = new URL(request.url)
  const items = unwrap(listed).items
  const pages = unwrap(outline).nodes.filter((node) => node.isPage)
  return {
    items,
    pages: pages.map(({ id, title }) => ({ id, title })),
    /** The page the teacher comes from: what is added goes there. */
    page: pages.find(({ id }) => id === searchParams.get('page'))?.id ?? '',
    edited: items.find(({ id }) => id === searchParams.get('edit')) ?? null,
  }
}

type ResourceAnswer = {
  done: 'added' | 'changed' | 'moved' | 'removed' | 'back'
  id: string
  title: string
  problem: Problem | null
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const done = (formText(form, 'intent') || 'added') as ResourceAnswer['done']
  const id = formText(form, 'id')
  const title = formText(form, 'title')
  const problem = problemOf(await send(context.get(apiContext), params.courseId, done, form))
  if (done === 'changed' && !problem) return redirect(`${resourcesPath(params.courseId)}?done=changed`)
  const answer: ResourceAnswer = { done, id, title, problem }
  return data(answer, { status: problem?.status ?? 200 })
}

function send(api: Api, courseId: string, done: ResourceAnswer['done'], form: FormData) {
  const at = { params: { path: { resourceId: formText(form, 'id') } } }
  const title = formText(form, 'title')
  const nodeId = formText(form, 'nodeId') || null
  switch (done) {
    case 'changed': {
      const description = formText(form, 'description') || null
      return api.PATCH(resource, { ...at, body: { title, description, nodeId } })
    }
    case 'moved':
      return api.PATCH(resource, { ...at, body: { after: formText(form, 'after') || null } })
    case 'removed':
      return api.DELETE(resource, at)
    case 'back':
      return api.PUT('/api/v1/learning/studio/resources/{resourceId}/restoration', at)
    case 'added': {
      const objectId = formText(form, 'objectId')
      const what = objectId ? { objectId } : { url: formText(form, 'url') }
      return api.POST(resources, { params: { path: { courseId } }, body: { title, nodeId, ...what } })
    }
  }
}

/** What hangs on a course and its pages: added, named, put in order, removed. */
export default function Resources({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { items, pages, page, edited } = loaderData
  useDoneToast({ changed: t('studio.resource_changed') })
  const fetcher = useFetcher<ResourceAnswer>({ key: 'resources' })
  useSaid(fetcher.data, fetcher)
  useSaid(actionData, fetcher)
  const answers = [fetcher.data, actionData]
  const refused = answers.find((answer) => answer?.problem)
  return (
    <div className={styles.tab}>
      <Section title={t('studio.resources')} description={t('studio.resources_lead')}>
        <Stack>
          {refused && refused.done !== 'changed' && refused.done !== 'added' ? (
            <FormErrors problem={refused.problem} />
          ) : null}
          {items.length > 0 ? (
            <ResourceList items={items} pages={pages} />
          ) : (
            <EmptyState title={t('studio.resources_empty')} heading="h3">
              <p>{t('studio.resources_empty_text')}</p>
            </EmptyState>
          )}
        </Stack>
      </Section>
      <AddResource
        pages={pages}
        page={page}
        fetcher={fetcher}
        problem={answers.find((answer) => answer?.done === 'added')?.problem ?? null}
      />
      {edited ? (
        <EditResource
          key={edited.id}
          resource={edited}
          pages={pages}
          problem={actionData?.done === 'changed' ? actionData.problem : null}
        />
      ) : null}
    </div>
  )
}

/** Says what went well; what was removed can be put back. */
function useSaid(answer: ResourceAnswer | undefined, fetcher: FetcherWithComponents<unknown>) {
  const t = useMessages()
  const words = answer && !answer.problem ? wordsFor(answer.done) : null
  const back = () =>
    void fetcher.submit(
      { intent: 'back', id: answer?.id ?? '', title: answer?.title ?? '' },
      { method: 'post' },
    )
  useActionToast(
    answer,
    words && answer ? t(words, { title: answer.title }) : null,
    answer?.done === 'removed' ? back : undefined,
  )
}

function wordsFor(done: ResourceAnswer['done']) {
  switch (done) {
    case 'added':
      return 'studio.resource_added'
    case 'removed':
      return 'studio.resource_removed'
    case 'back':
      return 'studio.restored'
    case 'changed':
    case 'moved':
      return null
  }
}
