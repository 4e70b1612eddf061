import { data, redirect } from 'react-router'
import { type Api, problemOf, unwrap } from '~/lib/api.ts'
import { apiContext, sessionContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { type MessageKey, useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { may } from '~/lib/session.ts'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Page, Section } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { LoginTable } from '../components/login-table.tsx'
import { moduleKeys } from '../components/module-name.ts'
import styles from '../components/people.module.css'
import { PersonDeeds } from '../components/person-deeds.tsx'
import { PersonFacts } from '../components/person-facts.tsx'
import { accessTo, PersonModules } from '../components/person-modules.tsx'
import { PersonRoles } from '../components/person-roles.tsx'
import { PersonStanding } from '../components/person-standing.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import type { Route } from './+types/person.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const { personId } = params
  const person = unwrap(
    await api.GET('/api/v1/identity/people/{personId}', { params: { path: { personId } } }),
  )
  const session = context.get(sessionContext)
  const audited = may(session, 'audit.read') && session?.modules.includes('audit')
  const [roles, tries, deeds] = await Promise.all([
    api.GET('/api/v1/identity/roles'),
    api.GET('/api/v1/identity/login-history', { params: { query: { limit: 10, personId } } }),
    audited
      ? api.GET('/api/v1/audit/entries', { params: { query: { limit: 10, actorId: personId } } })
      : null,
  ])
  return {
    person,
    roles: unwrap(roles).items,
    tries: unwrap(tries).items,
    deeds: deeds ? unwrap(deeds).items : null,
  }
}

const said = {
  roles: 'people.roles_changed',
  modules: 'people.modules_switched',
  ban: 'people.ban_done',
  lift: 'people.ban_lifted',
  deactivate: 'people.deactivated',
  reactivate: 'people.reactivated',
  end_sessions: 'people.sessions_ended',
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
  const api = context.get(apiContext)
  const path = { personId: params.personId }
  const intent = intentOf(form)
  let problem: Problem | null = null
  switch (intent) {
    case 'roles': {
      const body = { roleIds: form.getAll('role').map(String) }
      problem = problemOf(
        await api.PUT('/api/v1/identity/people/{personId}/roles', { params: { path }, body }),
      )
      break
    }
    case 'modules':
      problem = await switchModules(api, params.personId, form)
      break
    case 'ban': {
      const days = Number(formText(form, 'days'))
      const until = days > 0 ? new Date(Date.now() + days * 24 * 3600_000).toISOString() : null
      const body = { reason: formText(form, 'reason'), until }
      problem = problemOf(await api.PUT('/api/v1/identity/people/{personId}/ban', { params: { path }, body }))
      break
    }
    case 'lift':
      problem = problemOf(await api.DELETE('/api/v1/identity/people/{personId}/ban', { params: { path } }))
      break
    case 'deactivate':
      problem = problemOf(
        await api.PUT('/api/v1/identity/people/{personId}/deactivation', { params: { path } }),
      )
      break
    case 'reactivate':
      problem = problemOf(
        await api.DELETE('/api/v1/identity/people/{personId}/deactivation', { params: { path } }),
      )
      break
    case 'end_sessions':
      problem = problemOf(
        await api.DELETE('/api/v1/identity/people/{personId}/sessions', { params: { path } }),
      )
      break
    case 'remove':
      problem = problemOf(await api.DELETE('/api/v1/identity/people/{personId}', { params: { path } }))
      if (!problem) throw redirect('/admin/people?done=removed')
      break
  }
  return data({ intent, problem }, { status: problem?.status ?? 200 })
}

/** Sends only the switches that changed; stops at the first that is refused. */
async function switchModules(api: Api, personId: string, form: FormData): Promise<Problem | null> {
  const person = unwrap(
    await api.GET('/api/v1/identity/people/{personId}', { params: { path: { personId } } }),
  )
  const where = '/api/v1/identity/people/{personId}/modules/{moduleKey}'
  for (const moduleKey of moduleKeys) {
    const access = formText(form, `module:${moduleKey}`)
    if (!access || access === accessTo(person, moduleKey)) continue
    const at = { params: { path: { personId, moduleKey } } }
    const problem = problemOf(
      access === 'roles'
        ? await api.DELETE(where, at)
        : await api.PUT(where, { ...at, body: { hasAccess: access === 'on' } }),
    )
    if (problem) return problem
  }
  return null
}

/** One person as the organization sees them, and what may be done about it. */
export default function Person({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { person, roles, tries, deeds } = loaderData
  const problem = actionData?.problem ?? null
  useActionToast(actionData, actionData && !problem ? t(said[actionData.intent]) : null)
  return (
    <Page>
      <PageHeader
        title={person.name}
        lead={person.headline ?? person.email ?? undefined}
        status={<StatusBadge status={person.status} />}
        crumbs={[{ label: t('app.people'), to: '/admin/people' }]}
      />
      <FormErrors problem={problem} />
      <PersonFacts person={person} />
      <div className={styles.columns}>
        <PersonRoles person={person} roles={roles} />
        <PersonModules person={person} />
      </div>
      <PersonStanding person={person} banProblem={actionData?.intent === 'ban' ? problem : null} />
      <Section title={t('people.sign_ins')}>
        {tries.length === 0 ? (
          <p className={styles.quiet}>{t('people.no_sign_ins')}</p>
        ) : (
          <LoginTable caption={t('people.sign_ins')} tries={tries} />
        )}
      </Section>
      {deeds ? <PersonDeeds personId={person.id} deeds={deeds} /> : null}
    </Page>
  )
}
