import { data, Form } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { may, useSession } from '~/lib/session.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button, LinkButton } from '~/ui/button.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { CatcherHint } from '../components/catcher-hint.tsx'
import styles from '../components/people.module.css'
import { PeopleFrame } from '../components/people-frame.tsx'
import type { Route } from './+types/invitations.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const cursor = new URL(request.url).searchParams.get('after')
  const query = { limit: 25, ...(cursor ? { cursor } : {}) }
  return unwrap(await context.get(apiContext).GET('/api/v1/identity/invitations', { params: { query } }))
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const params = { path: { invitationId: formText(form, 'invitation') } }
  const revokes = form.get('intent') === 'revoke'
  const problem = problemOf(
    revokes
      ? await api.DELETE('/api/v1/identity/invitations/{invitationId}', { params })
      : await api.POST('/api/v1/identity/invitations/{invitationId}/reminders', { params }),
  )
  return data({ done: revokes ? 'revoked' : 'reminded', problem } as const, {
    status: problem?.status ?? 200,
  })
}

const tones = { pending: 'accent', accepted: 'success', expired: 'warning', revoked: 'neutral' } as const

export default function Invitations({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const invites = may(useSession(), 'identity.people.manage')
  const { items, next } = loaderData
  useDoneToast({ invited: t('people.invited') })
  useActionToast(
    actionData,
    actionData && !actionData.problem ? t(`people.invitation_${actionData.done}`) : null,
  )
  return (
    <PeopleFrame title={t('people.invitations')}>
      <Stack>
        <FormErrors problem={actionData?.problem} />
        <CatcherHint />
        {items.length === 0 ? (
          <EmptyState
            title={t('people.no_invitations')}
            action={
              invites ? (
                <LinkButton to="/admin/people/invite" variant="primary">
                  {t('people.invite')}
                </LinkButton>
              ) : null
            }
          >
            <p>{t('people.no_invitations_text')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('people.invitations')}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              { key: 'email', header: t('people.email'), primary: true, cell: (row) => row.email },
              { key: 'role', header: t('people.role'), cell: (row) => row.role.name },
              {
                key: 'status',
                header: t('people.status'),
                cell: (row) => (
                  <Badge tone={tones[row.status]}>{t(`people.invitation_is_${row.status}`)}</Badge>
                ),
              },
              {
                key: 'by',
                header: t('people.invited_by'),
                deskOnly: true,
                cell: (row) => row.invitedBy?.name ?? '–',
              },
              { key: 'until', header: t('people.open_until'), cell: (row) => <Time at={row.expiresAt} /> },
              {
                key: 'do',
                header: t('people.actions'),
                actions: true,
                cell: (row) =>
                  row.can.remind || row.can.revoke ? (
                    <Form method="post">
                      <Row gap="tight" className={styles.oneLine}>
                        <input type="hidden" name="invitation" value={row.id} />
                        {row.can.remind ? (
                          <Button type="submit" size="small" name="intent" value="remind">
                            {t('people.send_again')}
                          </Button>
                        ) : null}
                        {row.can.revoke ? (
                          <ConfirmButton
                            size="small"
                            variant="quiet"
                            name="intent"
                            value="revoke"
                            title={t('people.revoke_title', { email: row.email })}
                            message={t('people.revoke_text')}
                            confirmLabel={t('people.revoke')}
                          >
                            {t('people.revoke')}
                          </ConfirmButton>
                        ) : null}
                      </Row>
                    </Form>
                  ) : null,
              },
            ]}
          />
        )}
        <Pagination nextCursor={next} />
      </Stack>
    </PeopleFrame>
  )
}
