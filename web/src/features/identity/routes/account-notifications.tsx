import { data, Form, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { type MessageKey, useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { Checkbox } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { Table } from '~/ui/table.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { AccountFrame } from '../components/account-frame.tsx'
import type { Route } from './+types/account-notifications.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const wishes = unwrap(await context.get(apiContext).GET('/api/v1/notifications/preferences'))
  return { wishes: wishes.items }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const { items } = unwrap(await api.GET('/api/v1/notifications/preferences'))
  const wishes = items.map(({ type }) => ({
    type,
    inApp: form.has(`in_app:${type}`),
    email: form.has(`email:${type}`),
  }))
  const problem = problemOf(await api.PUT('/api/v1/notifications/preferences', { body: { items: wishes } }))
  return data({ problem }, { status: problem?.status ?? 200 })
}

type NoticeType = Route.ComponentProps['loaderData']['wishes'][number]['type']

const names: Record<NoticeType, MessageKey> = {
  'identity.role_changed': 'notifications.type_role_changed',
  'learning.enrolled': 'notifications.type_enrolled',
  'learning.certificate_issued': 'notifications.type_certificate_issued',
  'learning.certificate_revoked': 'notifications.type_certificate_revoked',
  'learning.learner_completed': 'notifications.type_learner_completed',
  'imports.finished': 'notifications.type_import_finished',
  'imports.failed': 'notifications.type_import_failed',
}

/** Which notices reach the person, and where. */
export default function AccountNotifications({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { state } = useNavigation()
  const problem = actionData?.problem
  useActionToast(actionData, problem ? null : t('identity.notice_wishes_saved'))
  const box = (channel: 'in_app' | 'email', type: NoticeType, checked: boolean) => (
    <Checkbox
      name={`${channel}:${type}`}
      defaultChecked={checked}
      label={
        <span className="visually-hidden">{`${t(names[type])}: ${t(`notifications.channel_${channel}`)}`}</span>
      }
    />
  )
  return (
    <AccountFrame title={t('app.notifications')} lead={t('identity.notice_wishes_lead')}>
      <Form method="post">
        <Stack>
          <FormErrors problem={problem} />
          <Table
            caption={t('app.notifications')}
            rows={loaderData.wishes}
            rowKey={(row) => row.type}
            columns={[
              {
                key: 'type',
                header: t('notifications.about'),
                primary: true,
                cell: (row) => t(names[row.type]),
              },
              {
                key: 'in_app',
                header: t('notifications.channel_in_app'),
                cell: (row) => box('in_app', row.type, row.inApp),
              },
              {
                key: 'email',
                header: t('notifications.channel_email'),
                cell: (row) => box('email', row.type, row.email),
              },
            ]}
          />
          <Row>
            <Button type="submit" variant="primary" loading={state !== 'idle'}>
              {t('identity.save_notice_wishes')}
            </Button>
          </Row>
        </Stack>
      </Form>
    </AccountFrame>
  )
}
