import { data, Form, redirect, useNavigation } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText, formTextOrNull } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Stack } from '~/ui/layout.tsx'
import { DirectoryFields } from '../components/directory-fields.tsx'
import { askForFreshProof } from '../components/fresh-proof.ts'
import { SecurityPage } from '../components/security-page.tsx'
import type { Route } from './+types/directories-new.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  await askForFreshProof(api, request)
  const { data: roles } = await api.GET('/api/v1/identity/roles')
  return { roles: roles?.items ?? [] }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const wish = { name: formText(form, 'name'), defaultRoleId: formTextOrNull(form, 'defaultRole') }
  const result = await context.get(apiContext).POST('/api/v1/identity/directories', { body: wish })
  const problem = problemOf(result)
  if (problem || !result.data) return data({ problem, wish }, { status: problem?.status ?? 500 })
  return redirect(`/admin/security/directories/${result.data.id}?done=created`)
}

export default function NewDirectory({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const problem = actionData?.problem
  return (
    <SecurityPage
      title={t('access.directory_new')}
      lead={t('access.directory_new_lead')}
      above={[{ label: t('access.directories'), to: '/admin/security/directories' }]}
    >
      <Form method="post">
        <Stack>
          <FormErrors problem={problem} />
          <Card>
            <DirectoryFields
              wish={actionData?.wish ?? { name: '', defaultRoleId: null }}
              roles={loaderData.roles}
              errors={fieldErrors(problem)}
            />
          </Card>
          <Row>
            <Button type="submit" variant="primary" loading={state !== 'idle'}>
              {t('access.directory_new')}
            </Button>
            <LinkButton to="/admin/security/directories" variant="quiet">
              {t('ui.cancel')}
            </LinkButton>
          </Row>
        </Stack>
      </Form>
    </SecurityPage>
  )
}
