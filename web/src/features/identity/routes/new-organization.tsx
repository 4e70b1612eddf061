import { data, Form, redirect, useNavigation } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText, formTextOrNull } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Textarea } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Page, Row, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { OrganizationFields } from '../components/organization-fields.tsx'
import type { Route } from './+types/new-organization.ts'

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const wish = {
    name: formText(form, 'name'),
    slug: formText(form, 'slug'),
    description: formTextOrNull(form, 'description'),
  }
  const problem = problemOf(await api.POST('/api/v1/identity/organizations', { body: wish }))
  if (problem) return data({ problem, wish }, { status: problem.status })
  await api.PUT('/api/v1/identity/sessions/current/organization', { body: { slug: wish.slug } })
  return redirect('/admin')
}

/** Founds an organization; the person becomes its owner and looks at it from then on. */
export default function NewOrganization({ actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const problem = actionData?.problem
  const errors = fieldErrors(problem)
  const wish = actionData?.wish
  return (
    <Page width="form">
      <PageHeader
        title={t('identity.new_organization_title')}
        lead={t('identity.new_organization_lead')}
        crumbs={[
          { label: t('app.account'), to: '/account' },
          { label: t('identity.my_organizations'), to: '/account/organizations' },
        ]}
      />
      <Card>
        <Form method="post" reloadDocument>
          <Stack>
            <FormErrors problem={problem} />
            <OrganizationFields nameField="name" name={wish?.name} slug={wish?.slug} errors={errors} />
            <Textarea
              label={t('identity.description')}
              name="description"
              required={false}
              maxLength={2000}
              defaultValue={wish?.description ?? ''}
              error={errors.description}
            />
            <Row>
              <Button type="submit" variant="primary" loading={state !== 'idle'}>
                {t('identity.found_organization')}
              </Button>
              <LinkButton to="/account/organizations" variant="quiet">
                {t('ui.cancel')}
              </LinkButton>
            </Row>
          </Stack>
        </Form>
      </Card>
    </Page>
  )
}
