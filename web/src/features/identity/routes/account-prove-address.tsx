import { data, Form, redirect, useNavigation } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { AccountFrame } from '../components/account-frame.tsx'
import type { Route } from './+types/account-prove-address.ts'

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get('token') ?? '' }
}

export async function action({ context, request }: Route.ActionArgs) {
  const token = formText(await request.formData(), 'token')
  const result = await context
    .get(apiContext)
    .POST('/api/v1/identity/me/addresses/proofs', { body: { token } })
  const problem = problemOf(result)
  if (problem) return data({ problem }, { status: problem.status })
  return redirect('/account/addresses?done=prove')
}

/** Where the mail to a further address leads. The button uses the link up: programs that look at mails open it, too. */
export default function ProveAddress({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const crumbs = [{ label: t('account.addresses'), to: '/account/addresses' }]
  const problem = actionData?.problem
  if (!loaderData.token || problem?.code === 'identity.link_not_valid')
    return (
      <AccountFrame
        title={t('identity.link_gone_title')}
        lead={t('account.link_gone_address')}
        crumbs={crumbs}
      >
        <Row>
          <LinkButton to="/account/addresses" variant="primary">
            {t('account.to_addresses')}
          </LinkButton>
        </Row>
      </AccountFrame>
    )
  return (
    <AccountFrame title={t('account.prove_title')} lead={t('account.prove_lead')} crumbs={crumbs}>
      <Form method="post">
        <Stack>
          <FormErrors problem={problem} />
          <input type="hidden" name="token" value={loaderData.token} />
          <Row>
            <Button type="submit" variant="primary" loading={state !== 'idle'}>
              {t('account.prove_address')}
            </Button>
          </Row>
        </Stack>
      </Form>
    </AccountFrame>
  )
}
