import { data, Form, Link, redirect, redirectDocument, useNavigation } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { localPath } from '~/lib/local-path.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { nextStep } from '~/lib/next-step.ts'
import type { Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { Address, DoorButton, OtherWays } from '../components/auth-parts.tsx'
import { CatcherHint } from '../components/catcher-hint.tsx'
import { CodeInput } from '../components/code-input.tsx'
import { withNext } from '../components/next-field.tsx'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/sign-in-code.ts'

export function loader({ request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  const phone = (query.get('phone') ?? '').slice(0, 40)
  const email = (query.get('email') ?? '').slice(0, 254)
  if (!phone && !email) throw redirect('/sign-in')
  return { phone, email, next: localPath(query.get('next'), '') || null }
}

type Answer = { problem: Problem | null; done: 'code' | 'resend' }

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const email = formText(form, 'email')
  const whom = email ? { email } : { phone: formText(form, 'phone') }
  const next = localPath(form.get('next'), '/learn')
  if (form.get('intent') === 'resend') {
    const problem = problemOf(await api.POST('/api/v1/identity/sign-in-codes', { body: { ...whom, next } }))
    return data<Answer>({ problem, done: 'resend' }, { status: problem?.status ?? 200 })
  }
  const result = await api.POST('/api/v1/identity/sign-in-codes/redemptions', {
    body: { ...whom, code: formText(form, 'code'), mode: 'cookie' },
  })
  const problem = problemOf(result)
  if (problem) return data<Answer>({ problem, done: 'code' }, { status: problem.status })
  return redirectDocument(nextStep(result.data?.owes ?? null, next), { headers: cookiesOf(result.response) })
}

export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { email, phone, next } = loaderData
  const { state, formData } = useNavigation()
  const sent = state === 'idle' ? null : formData?.get('intent')
  const to = <Address key="to">{email || phone}</Address>
  useActionToast(actionData, actionData?.done === 'resend' && !actionData.problem ? t('door.resent') : null)
  const whom = (
    <>
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="phone" value={phone} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
    </>
  )
  return (
    <>
      <PageHeader
        title={t('door.code_title')}
        lead={t.rich(email ? 'door.code_lead' : 'door.code_lead_phone', { to })}
      />
      <Stack>
        <FormErrors problem={actionData?.problem} />
        <CatcherHint texts={!email} />
        <Form method="post" reloadDocument>
          <Stack>
            {whom}
            <CodeInput label={t('door.code')} />
            <DoorButton loading={sent === 'code'}>{t('app.sign_in')}</DoorButton>
          </Stack>
        </Form>
      </Stack>
      <OtherWays>
        <Form method="post">
          {whom}
          <span>{t('door.no_code')} </span>
          <Button
            type="submit"
            variant="quiet"
            size="small"
            name="intent"
            value="resend"
            loading={sent === 'resend'}
          >
            {t('door.resend')}
          </Button>
        </Form>
        <p>
          <Link to={withNext('/sign-in', next)}>{t('door.other_way')}</Link>
        </p>
      </OtherWays>
    </>
  )
}
