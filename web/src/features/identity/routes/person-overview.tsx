import { data, redirect } from 'react-router'
import { type Api, problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { type MessageKey, useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { FormErrors } from '~/ui/form-errors.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { moduleKeys } from '../components/module-name.ts'
import styles from '../components/people.module.css'
import { PersonFacts } from '../components/person-facts.tsx'
import { accessTo, PersonModules } from '../components/person-modules.tsx'
import { PersonRoles } from '../components/person-roles.tsx'
import { PersonStanding } from '../components/person-standing.tsx'
import { usePerson } from '../components/use-person.ts'
import type { Route } from './+types/person-overview.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return { roles: unwrap(await context.get(apiContext).GET('/api/v1/identity/roles')).items }
}

const said = {
  roles: 'people.roles_changed',
  modules: 'people.modules_switched',
  ban: 'people.ban_done',
  lift: 'people.ban_lifted',
  deactivate: 'people.deactivated',
  reactivate: 'people.reactivated',
  remove: 'people.removed',
} satisfies Record<string, MessageKey>
type Intent = keyof typeof said

function intentOf(form: FormData): Intent {
  const asked = formText(form, 'intent')
  const intent = (Object.keys(said) as Intent[]).find((known) => known === asked)
  if (!intent) throw data(null, { status: 400 })
  return intent
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = intentOf(form)
  const problem = await change(context.get(apiContext), params.personId, intent, form)
  if (intent === 'remove' && !problem) throw redirect('/admin/people?done=removed')
  return data({ intent, problem }, { status: problem?.status ?? 200 })
}

async function change(api: Api, personId: string, intent: Intent, form: FormData): Promise<Problem | null> {
  const where = '/api/v1/identity/people/{personId}'
  const params = { path: { personId } }
  switch (intent) {
    case 'roles': {
      const body = { roleIds: form.getAll('role').map(String) }
      return problemOf(await api.PUT(`${where}/roles`, { params, body }))
    }
    case 'modules':
      return switchModules(api, personId, form)
    case 'ban': {
      const days = Number(formText(form, 'days'))
      const until = days > 0 ? new Date(Date.now() + days * 24 * 3600_000).toISOString() : null
      const body = { reason: formText(form, 'reason'), until }
      return problemOf(await api.PUT(`${where}/ban`, { params, body }))
    }
    case 'lift':
      return problemOf(await api.DELETE(`${where}/ban`, { params }))
    case 'deactivate':
      return problemOf(await api.PUT(`${where}/deactivation`, { params }))
    case 'reactivate':
      return problemOf(await api.DELETE(`${where}/deactivation`, { params }))
    case 'remove':
      return problemOf(await api.DELETE(where, { params }))
  }
}

/** Sends only the switches that changed; stops at the first that is refused. */
async function switchModules(api: Api, personId: string, form: FormData): Promise<Problem | null> {
  const where = '/api/v1/identity/people/{personId}'
  const person = unwrap(await api.GET(where, { params: { path: { personId } } }))
  for (const moduleKey of moduleKeys) {
    const access = formText(form, `module:${moduleKey}`)
    if (!access || access === accessTo(person, moduleKey)) continue
    const at = { params: { path: { personId, moduleKey } } }
    const problem = problemOf(
      access === 'roles'
        ? await api.DELETE(`${where}/modules/{moduleKey}`, at)
        : await api.PUT(`${where}/modules/{moduleKey}`, { ...at, body: { hasAccess: access === 'on' } }),
    )
    if (problem) return problem
  }
  return null
}

/** Who somebody is here, and what they may do. */
export default function PersonOverview({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const person = usePerson()
  const problem = actionData?.problem ?? null
  useActionToast(actionData, actionData && !problem ? t(said[actionData.intent]) : null)
  return (
    <>
      <FormErrors problem={problem} />
      <PersonFacts person={person} />
      <div className={styles.columns}>
        <PersonRoles person={person} roles={loaderData.roles} />
        <PersonModules person={person} />
      </div>
      <PersonStanding person={person} banProblem={actionData?.intent === 'ban' ? problem : null} />
    </>
  )
}
