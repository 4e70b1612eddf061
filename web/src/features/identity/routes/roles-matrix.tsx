import { data, Form, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { roleName } from '~/lib/role-name.ts'
import { Button } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { PermissionMatrix } from '../components/permission-matrix.tsx'
import { versionName, wishFor } from '../components/role-matrix.ts'
import { RolesFrame } from '../components/roles-frame.tsx'
import type { Route } from './+types/roles-matrix.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const [roles, permissions] = await Promise.all([
    api.GET('/api/v1/identity/roles'),
    api.GET('/api/v1/identity/permissions'),
  ])
  return { roles: unwrap(roles).items, permissions: unwrap(permissions).items }
}

type Answer = { saved: number; failed: { key: string; name: string } | null; problem: Problem | null }

/** Changes each role whose boxes changed; a role that somebody else changed meanwhile is refused. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const [roles, permissions] = await Promise.all([
    api.GET('/api/v1/identity/roles'),
    api.GET('/api/v1/identity/permissions'),
  ])
  const known = unwrap(permissions).items
  const answer: Answer = { saved: 0, failed: null, problem: null }
  for (const role of unwrap(roles).items) {
    const version = formText(form, versionName(role.id))
    const wish = version ? wishFor(role, known, form) : null
    if (!wish) continue
    const problem = problemOf(
      await api.PATCH('/api/v1/identity/roles/{roleId}', {
        params: { path: { roleId: role.id } },
        body: { permissions: wish as never[] },
        headers: { 'if-match': `"${Date.parse(version)}"` },
      }),
    )
    if (problem) {
      answer.problem ??= problem
      answer.failed ??= { key: role.key, name: role.name }
    } else answer.saved += 1
  }
  return data(answer, { status: answer.problem?.status ?? 200 })
}

/** Every role beside every permission. */
export default function RolesMatrix({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const { roles, permissions } = loaderData
  const problem = actionData?.problem ?? null
  useActionToast(
    actionData,
    actionData && !problem ? t('persons.matrix_saved', { count: actionData.saved }) : null,
  )
  const editable = roles.filter((role) => role.can.edit)
  return (
    <RolesFrame title={t('persons.matrix')} lead={t('persons.matrix_lead')}>
      <Form method="post" preventScrollReset>
        <Stack>
          <FormErrors problem={problem} />
          {actionData?.failed ? (
            <p>{t('persons.matrix_role_failed', { role: roleName(t, actionData.failed) })}</p>
          ) : null}
          <Callout>
            <p>{t('persons.matrix_text')}</p>
          </Callout>
          {editable.map((role) => (
            <input key={role.id} type="hidden" name={versionName(role.id)} value={role.updatedAt} />
          ))}
          <PermissionMatrix roles={roles} permissions={permissions} />
          {editable.length > 0 ? (
            <Row>
              <Button type="submit" variant="primary" loading={state !== 'idle'}>
                {t('persons.matrix_save')}
              </Button>
            </Row>
          ) : null}
        </Stack>
      </Form>
    </RolesFrame>
  )
}
