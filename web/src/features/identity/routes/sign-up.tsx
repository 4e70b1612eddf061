import { data, Form, Link, redirect, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext, sessionContext, siteContext } from '~/lib/context.ts'
import { formSecret, formText } from '~/lib/form.ts'
import { localPath } from '~/lib/local-path.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { useSite } from '~/lib/session.ts'
import { LinkButton } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { AccountFields } from '../components/account-fields.tsx'
import { DoorButton, OtherWays } from '../components/auth-parts.tsx'
import { NextField, useNext, withNext } from '../components/next-field.tsx'
import { OrProviders } from '../components/provider-links.tsx'
import { TimeZoneField } from '../components/time-zone-field.tsx'
import type { Route } from './+types/sign-up.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const next = new URL(request.url).searchParams.get('next')
  if (context.get(sessionContext)) throw redirect(localPath(next, '/learn'))
  return { providers: unwrap(await context.get(apiContext).GET('/api/v1/identity/providers')).items }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const name = formText(form, 'name')
  const email = formText(form, 'email')
  const timeZone = formText(form, 'timeZone')
  const next = localPath(form.get('next'), '')
  const result = await context.get(apiContext).POST('/api/v1/identity/sign-ups', {
    body: {
      name,
      email,
      password: formSecret(form, 'password'),
      language: context.get(siteContext).locale,
      ...(timeZone ? { timeZone } : {}),
      ...(next ? { next } : {}),
    },
  })
  const problem = problemOf(result)
  if (problem) return data({ problem, name, email }, { status: problem.status })
  const query = new URLSearchParams({ email, ...(next ? { next } : {}) })
  return redirect(`/check-your-mail?${query}`)
}

export default function SignUp({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { organization, signUpOpen } = useSite()
  const { state } = useNavigation()
  const next = useNext()
  const problem = actionData?.problem
  const errors = fieldErrors(problem)
  const signIn = (
    <p>
      {t('identity.have_account')} <Link to={withNext('/sign-in', next)}>{t('app.sign_in')}</Link>
    </p>
  )
  if (!signUpOpen) {
    return (
      <>
        <PageHeader
          title={t('identity.sign_up_closed_title')}
          lead={t('identity.sign_up_closed', { organization: organization.name })}
        />
        <LinkButton to={withNext('/sign-in', next)} variant="primary">
          {t('app.sign_in')}
        </LinkButton>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={t('identity.sign_up_title')}
        lead={t('identity.sign_up_lead', { organization: organization.name })}
      />
      <Stack>
        <Form method="post">
          <Stack>
            <FormErrors problem={problem} />
            <NextField />
            <TimeZoneField />
            <AccountFields wish={actionData} errors={errors} />
            <DoorButton loading={state !== 'idle'}>{t('app.sign_up')}</DoorButton>
          </Stack>
        </Form>
        <OrProviders providers={loaderData.providers} />
      </Stack>
      <OtherWays>{signIn}</OtherWays>
    </>
  )
}
