import { data, Form, redirect, useNavigation } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formSecret, formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { LinkButton } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { AccountFields } from '../components/account-fields.tsx'
import { DoorButton } from '../components/auth-parts.tsx'
import { OrganizationFields } from '../components/organization-fields.tsx'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/setup.ts'

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get('token') ?? '' }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const wish = {
    organizationName: formText(form, 'organizationName'),
    slug: formText(form, 'slug'),
    name: formText(form, 'name'),
    email: formText(form, 'email'),
  }
  const result = await context.get(apiContext).POST('/api/v1/identity/setup', {
    body: {
      ...wish,
      token: formText(form, 'token'),
      password: formSecret(form, 'password'),
      mode: 'cookie',
    },
  })
  const problem = problemOf(result)
  if (problem) return data({ problem, wish }, { status: problem.status })
  return redirect('/admin', { headers: cookiesOf(result.response) })
}

/** The first organization and its owner, by the link printed when Stoa started. */
export default function Setup({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const { token } = loaderData
  const problem = actionData?.problem
  const wish = actionData?.wish
  const errors = fieldErrors(problem)
  const isOver = problem?.code === 'identity.set_up_already'
  if (!token || isOver || problem?.code === 'identity.link_not_valid') {
    return (
      <>
        <PageHeader
          title={isOver ? t('identity.set_up_already_title') : t('identity.link_gone_title')}
          lead={isOver ? t('identity.set_up_already') : t('identity.link_gone_setup')}
        />
        <LinkButton to="/sign-in" variant="primary">
          {t('app.sign_in')}
        </LinkButton>
      </>
    )
  }
  return (
    <>
      <PageHeader title={t('identity.setup_title')} lead={t('identity.setup_lead')} />
      <Form method="post" reloadDocument>
        <Stack>
          <FormErrors problem={problem} />
          <input type="hidden" name="token" value={token} />
          <OrganizationFields
            nameField="organizationName"
            name={wish?.organizationName}
            slug={wish?.slug}
            errors={errors}
          />
          <AccountFields wish={wish} errors={errors} />
          <DoorButton loading={state !== 'idle'}>{t('identity.set_up')}</DoorButton>
        </Stack>
      </Form>
    </>
  )
}
