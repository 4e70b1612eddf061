import { data, Form, redirect, redirectDocument, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Textarea } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Page, Row, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { askForFreshProof, hasFreshProof } from '../components/fresh-proof.ts'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/person-impersonation.ts'

const longest = 500

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const { personId } = params
  const person = unwrap(
    await api.GET('/api/v1/identity/people/{personId}', { params: { path: { personId } } }),
  )
  if (!person.can.impersonate) throw redirect(`/admin/people/${personId}`)
  await askForFreshProof(api, request)
  const reason = new URL(request.url).searchParams.get('reason')?.slice(0, longest) ?? ''
  return { id: person.id, name: person.name, reason }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const { personId } = params
  const reason = formText(form, 'reason')
  // The proof may have grown old while the reason was written: it is kept on the way to a new one.
  if (!(await hasFreshProof(api))) {
    const here = `/admin/people/${personId}/impersonation?${new URLSearchParams({ reason })}`
    throw redirect(`/confirm?next=${encodeURIComponent(here)}`)
  }
  const result = await api.POST('/api/v1/identity/people/{personId}/impersonations', {
    params: { path: { personId } },
    body: { reason, mode: 'cookie' },
  })
  const problem = problemOf(result)
  if (problem) return data({ problem, reason }, { status: problem.status })
  return redirectDocument('/learn', { headers: cookiesOf(result.response) })
}

/** Before one acts in somebody's name: what it means, and why it is done. */
export default function PersonImpersonation({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const { id, name } = loaderData
  return (
    <Page width="form">
      <PageHeader
        title={t('persons.impersonate_title', { name })}
        lead={t('persons.impersonate_lead', { name })}
        crumbs={[
          { label: t('app.people'), to: '/admin/people' },
          { label: name, to: `/admin/people/${id}` },
        ]}
      />
      <Card>
        <Form method="post" reloadDocument>
          <Stack>
            <FormErrors problem={actionData?.problem} />
            <Textarea
              label={t('persons.impersonate_reason')}
              name="reason"
              required
              rows={2}
              maxLength={longest}
              help={t('persons.impersonate_reason_help')}
              defaultValue={actionData?.reason ?? loaderData.reason}
              error={fieldErrors(actionData?.problem).reason}
            />
            <Row>
              <Button type="submit" variant="primary" loading={state !== 'idle'}>
                {t('persons.impersonate_begin')}
              </Button>
              <LinkButton to={`/admin/people/${id}`} variant="quiet">
                {t('ui.cancel')}
              </LinkButton>
            </Row>
          </Stack>
        </Form>
      </Card>
    </Page>
  )
}
