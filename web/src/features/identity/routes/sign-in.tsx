import { data, Form, Link, redirect, useNavigation } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext, sessionContext } from '~/lib/context.ts'
import { formSecret, formText } from '~/lib/form.ts'
import { localPath } from '~/lib/local-path.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { useSite } from '~/lib/session.ts'
import { Callout } from '~/ui/callout.tsx'
import { PasswordInput, TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Aside, DoorButton, OtherWays } from '../components/auth-parts.tsx'
import { NextField, useNext, withNext } from '../components/next-field.tsx'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/sign-in.ts'

export function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  if (context.get(sessionContext)) throw redirect(localPath(query.get('next'), '/learn'))
  return { passwordChanged: query.get('done') === 'password_reset' }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const email = formText(form, 'email')
  const result = await context.get(apiContext).POST('/api/v1/identity/sessions', {
    body: { email, password: formSecret(form, 'password'), mode: 'cookie' },
  })
  const problem = problemOf(result)
  if (problem) return data({ problem, email }, { status: problem.status })
  return redirect(localPath(form.get('next'), '/learn'), { headers: cookiesOf(result.response) })
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const next = useNext()
  const { signUpOpen } = useSite()
  const { state } = useNavigation()
  const problem = actionData?.problem
  const errors = fieldErrors(problem)
  return (
    <>
      <PageHeader title={t('identity.sign_in_title')} lead={t('identity.sign_in_lead')} />
      <Form method="post" reloadDocument>
        <Stack>
          {loaderData.passwordChanged && !problem ? (
            <Callout tone="success">
              <p>{t('identity.password_reset_done')}</p>
            </Callout>
          ) : null}
          <FormErrors problem={problem} />
          <NextField />
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
            autoComplete="current-password"
            required
            error={errors.password}
          />
          <Aside>
            <Link to="/reset-password">{t('identity.forgot_password')}</Link>
          </Aside>
          <DoorButton loading={state !== 'idle'}>{t('app.sign_in')}</DoorButton>
        </Stack>
      </Form>
      {signUpOpen ? (
        <OtherWays>
          <p>
            {t('identity.no_account_yet')} <Link to={withNext('/sign-up', next)}>{t('app.sign_up')}</Link>
          </p>
        </OtherWays>
      ) : null}
    </>
  )
}
