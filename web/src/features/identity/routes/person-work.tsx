import { data, useSubmit } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText, formTextOrNull } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { PersonEmployment } from '../components/person-employment.tsx'
import { PersonManager } from '../components/person-manager.tsx'
import { PersonReports } from '../components/person-reports.tsx'
import { usePerson } from '../components/use-person.ts'
import type { Route } from './+types/person-work.ts'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams
  const api = context.get(apiContext)
  const cursor = asked.get('after')
  const search = asked.get('manager')?.trim().slice(0, 100) ?? ''
  const [reports, found] = await Promise.all([
    api.GET('/api/v1/identity/people/{personId}/reports', {
      params: {
        path: { personId: params.personId },
        query: { limit: 25, ...(cursor ? { cursor } : {}) },
      },
    }),
    search ? api.GET('/api/v1/identity/people', { params: { query: { search, limit: 9 } } }) : null,
  ])
  const candidates = found && unwrap(found).items.filter((one) => one.id !== params.personId)
  return { reports: unwrap(reports), search, candidates: candidates?.slice(0, 8) ?? null }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const at = { params: { path: { personId: params.personId } } }
  if (form.get('intent') === 'manager') {
    const body = { managerId: formTextOrNull(form, 'managerId') }
    const problem = problemOf(await api.PUT('/api/v1/identity/people/{personId}/manager', { ...at, body }))
    // Who it was before, unless this was already the way back.
    const before = form.has('before') ? formText(form, 'before') : null
    return data({ done: 'manager', problem, before } as const, { status: problem?.status ?? 200 })
  }
  const body = {
    jobTitle: formTextOrNull(form, 'jobTitle'),
    department: formTextOrNull(form, 'department'),
    officeLocation: formTextOrNull(form, 'officeLocation'),
    phone: formTextOrNull(form, 'phone'),
    mobilePhone: formTextOrNull(form, 'mobilePhone'),
  }
  const problem = problemOf(await api.PATCH('/api/v1/identity/people/{personId}/employment', { ...at, body }))
  return data({ done: 'employment', problem } as const, { status: problem?.status ?? 200 })
}

/** Where somebody works, for whom, and who works for them. */
export default function PersonWork({ loaderData, actionData, params }: Route.ComponentProps) {
  const t = useMessages()
  const person = usePerson()
  const submit = useSubmit()
  const here = `/admin/people/${params.personId}/work`
  const problem = actionData?.problem ?? null
  const done = actionData && !problem ? actionData.done : null
  const before = actionData?.done === 'manager' ? actionData.before : null
  const undo = () =>
    void submit({ intent: 'manager', managerId: before ?? '' }, { method: 'post', action: here })
  useActionToast(actionData, done && t(`persons.${done}_changed`), before === null ? undefined : undo)
  return (
    <>
      <PersonManager
        person={person}
        here={here}
        search={loaderData.search}
        candidates={loaderData.candidates}
        problem={actionData?.done === 'manager' ? problem : null}
      />
      <PersonReports reports={loaderData.reports} />
      <PersonEmployment person={person} problem={actionData?.done === 'employment' ? problem : null} />
    </>
  )
}
