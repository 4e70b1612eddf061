import { data, Form, Link, redirectDocument, useNavigation } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { localPath } from '~/lib/local-path.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { nextStep } from '~/lib/next-step.ts'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { DoorButton, OtherWays } from '../components/auth-parts.tsx'
import { NextField } from '../components/next-field.tsx'
import { cookiesOf } from '../components/session-cookie.ts'
import type { Route } from './+types/sign-in-link.ts'

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get('token') ?? '' }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const result = await context.get(apiContext).POST('/api/v1/identity/sign-in-codes/redemptions', {
    body: { token: formText(form, 'token'), mode: 'cookie' },
  })
  const problem = problemOf(result)
  if (problem) return data({ problem }, { status: problem.status })
  const next = localPath(form.get('next'), '/learn')
  return redirectDocument(nextStep(result.data?.owes ?? null, next), { headers: cookiesOf(result.response) })
}

/** Where the link of a mail leads. It is used up by the button: programs that look at mails open links, too. */
export default function SignInLink({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  return (
    <>
      <PageHeader title={t('door.link_title')} lead={t('door.link_lead')} />
      <Form method="post" reloadDocument>
        <Stack>
          <FormErrors problem={actionData?.problem} />
          <NextField />
          <input type="hidden" name="token" value={loaderData.token} />
          <DoorButton loading={state !== 'idle'}>{t('door.link_button')}</DoorButton>
        </Stack>
      </Form>
      <OtherWays>
        <p>
          <Link to="/sign-in">{t('door.other_way')}</Link>
        </p>
      </OtherWays>
    </>
  )
}
