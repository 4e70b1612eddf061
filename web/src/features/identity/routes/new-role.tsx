import { data, Form, redirect, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Page, Row, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RoleFields } from '../components/role-fields.tsx'
import { roleWish } from '../components/role-form.ts'
import type { Route } from './+types/new-role.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return { permissions: unwrap(await context.get(apiContext).GET('/api/v1/identity/permissions')).items }
}

export async function action({ context, request }: Route.ActionArgs) {
  const api = context.get(apiContext)
  const known = unwrap(await api.GET('/api/v1/identity/permissions')).items
  const wish = roleWish(await request.formData(), known)
  const body = wish as typeof wish & { permissions: never[] }
  const result = await api.POST('/api/v1/identity/roles', { body })
  const problem = problemOf(result)
  if (problem || !result.data) return data({ problem, wish }, { status: problem?.status ?? 500 })
  return redirect(`/admin/roles/${result.data.id}?done=created`)
}

export default function NewRole({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const problem = actionData?.problem
  return (
    <Page>
      <PageHeader
        title={t('people.new_role')}
        lead={t('people.new_role_lead')}
        crumbs={[{ label: t('app.roles'), to: '/admin/roles' }]}
      />
      <Form method="post">
        <Stack>
          <FormErrors problem={problem} />
          <RoleFields
            wish={actionData?.wish ?? { name: '', description: null, rank: 10, permissions: [] }}
            permissions={loaderData.permissions}
            errors={fieldErrors(problem)}
            open
            rankOpen
          />
          <Row>
            <Button type="submit" variant="primary" loading={state !== 'idle'}>
              {t('people.create_role')}
            </Button>
            <LinkButton to="/admin/roles" variant="quiet">
              {t('ui.cancel')}
            </LinkButton>
          </Row>
        </Stack>
      </Form>
    </Page>
  )
}
