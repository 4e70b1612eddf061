import { data, Form, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { Switch } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Page, Row, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { moduleName, moduleText } from '../components/module-name.ts'
import type { Route } from './+types/modules.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return unwrap(await context.get(apiContext).GET('/api/v1/identity/modules'))
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const { items } = unwrap(await api.GET('/api/v1/identity/modules'))
  for (const { key, isActive } of items) {
    const wanted = form.has(`module:${key}`)
    if (wanted === isActive) continue
    const params = { path: { moduleKey: key } }
    const problem = problemOf(
      await api.PUT('/api/v1/identity/modules/{moduleKey}', { params, body: { isActive: wanted } }),
    )
    if (problem) return data({ problem }, { status: problem.status })
  }
  return data({ problem: null })
}

/** Which modules the organization uses at all; roles and people narrow it further. */
export default function Modules({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const problem = actionData?.problem
  useActionToast(actionData, problem ? null : t('people.modules_switched'))
  return (
    <Page width="form">
      <PageHeader title={t('app.modules')} lead={t('people.modules_lead')} />
      <Card>
        <Form method="post">
          <Stack>
            <FormErrors problem={problem} />
            {loaderData.items.map(({ key, isActive }) => (
              <Switch
                key={`${key}${isActive}`}
                name={`module:${key}`}
                label={moduleName(t, key)}
                help={moduleText(t, key)}
                defaultChecked={isActive}
              />
            ))}
            <Row>
              <Button type="submit" variant="primary" loading={state !== 'idle'}>
                {t('people.save_modules')}
              </Button>
            </Row>
          </Stack>
        </Form>
      </Card>
    </Page>
  )
}
