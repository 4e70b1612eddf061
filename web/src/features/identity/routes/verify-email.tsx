import { data, Form, Link, redirect, useNavigation } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formSecret, formText } from '~/lib/form.ts'
import { localPath } from '~/lib/local-path.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { nextStep } from '~/lib/next-step.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { LinkButton } from '~/ui/button.tsx'
import { PasswordInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { DoorButton, OtherWays } from '../components/auth-parts.tsx'
import { NextField, useNext, withNext } from '../components/next-field.tsx'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/verify-email.ts'

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get('token') ?? '' }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const result = await context.get(apiContext).POST('/api/v1/identity/email-verifications', {
    body: { token: formText(form, 'token'), password: formSecret(form, 'password'), mode: 'cookie' },
  })
  const problem = problemOf(result)
  if (problem) return data({ problem }, { status: problem.status })
  return redirect(nextStep(null, localPath(form.get('next'), '/learn')), {
    headers: cookiesOf(result.response),
  })
}

/** The link of the mail and the password chosen with it, together: neither is enough alone. */
export default function VerifyEmail({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const next = useNext()
  const problem = actionData?.problem
  const gone = problem?.code === 'identity.link_not_valid' || !loaderData.token
  if (gone) {
    return (
      <>
        <PageHeader title={t('identity.link_gone_title')} lead={t('identity.link_gone_verify')} />
        <Stack>
          <LinkButton to={withNext('/sign-in', next)} variant="primary">
            {t('app.sign_in')}
          </LinkButton>
          <LinkButton to={withNext('/sign-up', next)}>{t('identity.sign_up_again')}</LinkButton>
        </Stack>
      </>
    )
  }
  return (
    <>
      <PageHeader title={t('identity.verify_title')} lead={t('identity.verify_lead')} />
      <Form method="post" reloadDocument>
        <Stack>
          <FormErrors problem={problem} />
          <input type="hidden" name="token" value={loaderData.token} />
          <NextField />
          <PasswordInput
            label={t('identity.password')}
            name="password"
            autoComplete="current-password"
            required
            autoFocus
            help={t('identity.verify_password_help')}
            error={fieldErrors(problem).password}
          />
          <DoorButton loading={state !== 'idle'}>{t('identity.verify')}</DoorButton>
        </Stack>
      </Form>
      <OtherWays>
        <p>
          <Link to={withNext('/sign-up', next)}>{t('identity.password_forgotten_sign_up_again')}</Link>
        </p>
      </OtherWays>
    </>
  )
}
