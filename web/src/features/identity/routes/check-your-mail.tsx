import { data, Form, Link, useNavigation } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { localPath } from '~/lib/local-path.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { Address, OtherWays } from '../components/auth-parts.tsx'
import { CatcherHint } from '../components/catcher-hint.tsx'
import { withNext } from '../components/next-field.tsx'
import type { Route } from './+types/check-your-mail.ts'

export function loader({ request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  return { email: (query.get('email') ?? '').slice(0, 254), next: localPath(query.get('next'), '') || null }
}

/** Sends the mail once more. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const next = localPath(form.get('next'), '')
  const result = await context.get(apiContext).POST('/api/v1/identity/email-verification-requests', {
    body: { email: formText(form, 'email'), ...(next ? { next } : {}) },
  })
  const problem = problemOf(result)
  return data({ problem }, { status: problem?.status ?? 200 })
}

export default function CheckYourMail({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { email, next } = loaderData
  const { state } = useNavigation()
  useActionToast(actionData, actionData && !actionData.problem ? t('identity.mail_sent_again') : null)
  return (
    <>
      <PageHeader
        title={t('identity.check_mail_title')}
        lead={t.rich('identity.check_mail_text', { email: <Address key="email">{email}</Address> })}
      />
      <Stack>
        <FormErrors problem={actionData?.problem} />
        <CatcherHint />
        <Form method="post">
          <input type="hidden" name="email" value={email} />
          {next ? <input type="hidden" name="next" value={next} /> : null}
          <Button type="submit" loading={state !== 'idle'}>
            {t('identity.send_again')}
          </Button>
        </Form>
      </Stack>
      <OtherWays>
        <p>{t('identity.check_spam')}</p>
        <p>
          <Link to={withNext('/sign-up', next)}>{t('identity.use_other_address')}</Link>
        </p>
      </OtherWays>
    </>
  )
}
