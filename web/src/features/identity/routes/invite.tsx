import { data, Form, redirect, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { roleName } from '~/lib/role-name.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Select, TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Page, Row, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import type { Route } from './+types/invite.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const roles = unwrap(await context.get(apiContext).GET('/api/v1/identity/roles'))
  return { roles: roles.items.filter((role) => role.can.give) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const wish = { email: formText(form, 'email'), roleId: formText(form, 'roleId') }
  const problem = problemOf(
    await context.get(apiContext).POST('/api/v1/identity/invitations', { body: wish }),
  )
  if (problem) return data({ problem, wish }, { status: problem.status })
  return redirect('/admin/people/invitations?done=invited')
}

export default function Invite({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const problem = actionData?.problem
  const errors = fieldErrors(problem)
  const usual = loaderData.roles.find((role) => role.isDefault) ?? loaderData.roles.at(-1)
  return (
    <Page width="form">
      <PageHeader
        title={t('people.invite_title')}
        lead={t('people.invite_lead')}
        crumbs={[{ label: t('app.people'), to: '/admin/people' }]}
      />
      <Card>
        <Form method="post">
          <Stack>
            <FormErrors problem={problem} />
            <TextInput
              label={t('people.email')}
              name="email"
              type="email"
              autoComplete="off"
              required
              defaultValue={actionData?.wish.email}
              error={errors.email}
            />
            <Select
              label={t('people.role')}
              name="roleId"
              defaultValue={actionData?.wish.roleId ?? usual?.id}
              options={loaderData.roles.map((role) => ({ value: role.id, label: roleName(t, role) }))}
              help={t('people.invite_role_help')}
              error={errors.roleId}
            />
            <Row>
              <Button type="submit" variant="primary" loading={state !== 'idle'}>
                {t('people.send_invitation')}
              </Button>
              <LinkButton to="/admin/people" variant="quiet">
                {t('ui.cancel')}
              </LinkButton>
            </Row>
          </Stack>
        </Form>
      </Card>
    </Page>
  )
}
