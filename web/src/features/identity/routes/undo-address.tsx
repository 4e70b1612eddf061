import { data, Form, useNavigation } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { LinkButton } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { DoorButton } from '../components/auth-parts.tsx'
import { CatcherHint } from '../components/catcher-hint.tsx'
import type { Route } from './+types/undo-address.ts'

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get('token') ?? '' }
}

export async function action({ context, request }: Route.ActionArgs) {
  const token = formText(await request.formData(), 'token')
  const result = await context.get(apiContext).POST('/api/v1/identity/address-undoings', { body: { token } })
  const problem = problemOf(result)
  return data({ problem }, { status: problem?.status ?? 200 })
}

/** Where the mail to the address that is not the main one any more leads: somebody who did not want that undoes it. */
export default function UndoAddress({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const problem = actionData?.problem
  if (!loaderData.token || problem?.code === 'identity.link_not_valid')
    return (
      <>
        <PageHeader title={t('identity.link_gone_title')} lead={t('account.link_gone_undo')} />
        <LinkButton to="/reset-password" variant="primary">
          {t('identity.reset_title')}
        </LinkButton>
      </>
    )
  if (actionData && !problem)
    return (
      <>
        <PageHeader title={t('account.undone_title')} lead={t('account.undone_lead')} />
        <CatcherHint />
      </>
    )
  return (
    <>
      <PageHeader title={t('account.undo_title')} lead={t('account.undo_lead')} />
      <Form method="post">
        <Stack>
          <FormErrors problem={problem} />
          <input type="hidden" name="token" value={loaderData.token} />
          <DoorButton loading={state !== 'idle'}>{t('account.undo_button')}</DoorButton>
        </Stack>
      </Form>
    </>
  )
}
