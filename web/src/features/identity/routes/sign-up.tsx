import { data, Form, Link, redirect, useNavigation } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext, sessionContext, siteContext } from '~/lib/context.ts'
import { formSecret, formText } from '~/lib/form.ts'
import { localPath } from '~/lib/local-path.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { useSite } from '~/lib/session.ts'
import { LinkButton } from '~/ui/button.tsx'
import { PasswordInput, TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { DoorButton, OtherWays } from '../components/auth-parts.tsx'
import { NextField, useNext, withNext } from '../components/next-field.tsx'
import { TimeZoneField } from '../components/time-zone-field.tsx'
import type { Route } from './+types/sign-up.ts'

export function loader({ context, request }: Route.LoaderArgs) {
  const next = new URL(request.url).searchParams.get('next')
  if (context.get(sessionContext)) throw redirect(localPath(next, '/learn'))
  return null
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

export default function SignUp({ actionData }: Route.ComponentProps) {
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
      <Form method="post">
        <Stack>
          <FormErrors problem={problem} />
          <NextField />
          <TimeZoneField />
          <TextInput
            label={t('identity.name')}
            name="name"
            autoComplete="name"
            required
            maxLength={120}
            defaultValue={actionData?.name}
            error={errors.name}
          />
          <TextInput
            label={t('identity.email')}
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={actionData?.email}
            error={errors.email}
          />
          <PasswordInput
            label={t('identity.password')}
            name="password"
            autoComplete="new-password"
            required
            minLength={10}
            help={t('identity.password_help')}
            error={errors.password}
          />
          <DoorButton loading={state !== 'idle'}>{t('app.sign_up')}</DoorButton>
        </Stack>
      </Form>
      <OtherWays>{signIn}</OtherWays>
    </>
  )
}
