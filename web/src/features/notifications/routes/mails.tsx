import { Form } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { useSite } from '~/lib/session.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button, LinkButton } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Select } from '~/ui/field.tsx'
import { Page, Row, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import type { Route } from './+types/mails.ts'

const states = ['waiting', 'sent', 'failed'] as const
const tones = { waiting: 'accent', sent: 'success', failed: 'danger' } as const

export async function loader({ context, request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  const cursor = search.get('after')
  const state = states.find((known) => known === search.get('state')) ?? null
  const query = { limit: 50, ...(cursor ? { cursor } : {}), ...(state ? { state } : {}) }
  const mails = await context.get(apiContext).GET('/api/v1/notifications/mails', { params: { query } })
  return { ...unwrap(mails), state: state ?? '' }
}

/** Mail of the organization: that it went, never what it said. */
export default function Mails({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  const { environment } = useSite()
  const { items, next, state } = loaderData
  return (
    <Page>
      <PageHeader
        title={t('notifications.mails_title')}
        lead={t('notifications.mails_lead')}
        actions={
          environment === 'production' ? null : (
            <LinkButton to="/mail">{t('notifications.catcher_title')}</LinkButton>
          )
        }
      />
      <Stack>
        <Form method="get">
          <Row>
            <Select
              label={t('notifications.mail_state')}
              hideLabel
              name="state"
              defaultValue={state}
              options={[
                { value: '', label: t('notifications.mails_any_state') },
                ...states.map((one) => ({ value: one, label: t(`notifications.mail_${one}`) })),
              ]}
            />
            <Button type="submit">{t('notifications.show')}</Button>
          </Row>
        </Form>
        {items.length === 0 ? (
          <EmptyState title={t('notifications.mails_none')}>
            <p>{t('notifications.mails_none_text')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('notifications.mails_title')}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'subject',
                header: t('notifications.subject'),
                primary: true,
                cell: (row) => row.subject,
              },
              { key: 'to', header: t('notifications.recipient'), cell: (row) => row.recipient },
              {
                key: 'state',
                header: t('notifications.mail_state'),
                cell: (row) => (
                  <>
                    <Badge tone={tones[row.state]}>{t(`notifications.mail_${row.state}`)}</Badge>
                    {row.lastError ? <span> {row.lastError}</span> : null}
                  </>
                ),
              },
              {
                key: 'tries',
                header: t('notifications.attempts'),
                align: 'end',
                deskOnly: true,
                cell: (row) => row.attempts,
              },
              {
                key: 'when',
                header: t('notifications.when'),
                align: 'end',
                cell: (row) => <Time at={row.createdAt} as="dateTime" />,
              },
            ]}
          />
        )}
        <Pagination nextCursor={next} />
      </Stack>
    </Page>
  )
}
