import { data, Form, Link, redirect, useNavigation } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formSecret, formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Address, DoorButton, OtherWays } from '../components/auth-parts.tsx'
import { CatcherHint } from '../components/catcher-hint.tsx'
import { NewPasswordInput } from '../components/new-password-input.tsx'
import type { Route } from './+types/reset-password.ts'

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get('token') }
}

type Answer = { problem: Problem | null; email: string; sent: boolean }

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  if (form.has('token')) {
    const body = { token: formText(form, 'token'), password: formSecret(form, 'password') }
    const problem = problemOf(await api.POST('/api/v1/identity/password-resets', { body }))
    if (!problem) throw redirect('/sign-in?done=password_reset')
    return data<Answer>({ problem, email: '', sent: false }, { status: problem.status })
  }
  const email = formText(form, 'email')
  const problem = problemOf(await api.POST('/api/v1/identity/password-reset-requests', { body: { email } }))
  return data<Answer>({ problem, email, sent: !problem }, { status: problem?.status ?? 200 })
}

export default function ResetPassword({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.token) return <NewPassword token={loaderData.token} problem={actionData?.problem ?? null} />
  if (actionData?.sent) return <Sent email={actionData.email} />
  return <AskForLink problem={actionData?.problem ?? null} email={actionData?.email ?? ''} />
}

function AskForLink({ problem, email }: { problem: Problem | null; email: string }) {
  const t = useMessages()
  const { state } = useNavigation()
  return (
    <>
      <PageHeader title={t('identity.reset_title')} lead={t('identity.reset_lead')} />
      <Form method="post">
        <Stack>
          <FormErrors problem={problem} />
          <TextInput
            label={t('identity.email')}
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={email}
            error={fieldErrors(problem).email}
          />
          <DoorButton loading={state !== 'idle'}>{t('identity.send_link')}</DoorButton>
        </Stack>
      </Form>
      <BackToSignIn />
    </>
  )
}

function Sent({ email }: { email: string }) {
  const t = useMessages()
  return (
    <>
      <PageHeader
        title={t('identity.check_mail_title')}
        lead={t.rich('identity.reset_sent', { email: <Address key="email">{email}</Address> })}
      />
      <Stack>
        <CatcherHint />
        <Form method="post">
          <input type="hidden" name="email" value={email} />
          <Button type="submit">{t('identity.send_again')}</Button>
        </Form>
      </Stack>
      <BackToSignIn />
    </>
  )
}

function NewPassword({ token, problem }: { token: string; problem: Problem | null }) {
  const t = useMessages()
  const { state } = useNavigation()
  if (problem?.code === 'identity.link_not_valid') {
    return (
      <>
        <PageHeader title={t('identity.link_gone_title')} lead={t('identity.link_gone_reset')} />
        <LinkButton to="/reset-password" variant="primary">
          {t('identity.ask_new_link')}
        </LinkButton>
      </>
    )
  }
  return (
    <>
      <PageHeader title={t('identity.new_password_title')} lead={t('identity.new_password_lead')} />
      <Form method="post">
        <Stack>
          <FormErrors problem={problem} />
          <input type="hidden" name="token" value={token} />
          <NewPasswordInput label={t('identity.new_password')} error={fieldErrors(problem).password} />
          <DoorButton loading={state !== 'idle'}>{t('identity.set_password')}</DoorButton>
        </Stack>
      </Form>
    </>
  )
}

function BackToSignIn() {
  const t = useMessages()
  return (
    <OtherWays>
      <p>
        <Link to="/sign-in">{t('identity.back_to_sign_in')}</Link>
      </p>
    </OtherWays>
  )
}
