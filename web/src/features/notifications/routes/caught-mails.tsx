import { Form, Link } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { TextInput } from '~/ui/field.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { CatcherPage } from '../components/catcher-page.tsx'
import { onlyWhereMailIsCaught } from '../components/development.ts'
import type { Route } from './+types/caught-mails.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  onlyWhereMailIsCaught(context)
  const search = new URL(request.url).searchParams
  const recipient = search.get('to')?.trim() ?? ''
  const cursor = search.get('after')
  const mails = await context.get(apiContext).GET('/api/v1/notifications/caught-mails', {
    params: { query: { limit: 25, ...(cursor ? { cursor } : {}), ...(recipient ? { recipient } : {}) } },
  })
  return { ...unwrap(mails), recipient }
}

/** Every mail this machine would have sent, whoever it was for. */
export default function CaughtMails({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  const { items, next, recipient } = loaderData
  return (
    <CatcherPage>
      <Stack>
        <Form method="get" role="search">
          <Row>
            <TextInput
              label={t('notifications.recipient')}
              hideLabel
              type="search"
              name="to"
              defaultValue={recipient}
              placeholder={t('notifications.recipient_whole')}
            />
            <Button type="submit">{t('notifications.show')}</Button>
          </Row>
        </Form>
        {items.length === 0 ? (
          <EmptyState
            picture={recipient ? 'search' : 'first'}
            title={t('notifications.no_mail')}
            action={recipient ? <LinkButton to="/mail">{t('notifications.all_mail')}</LinkButton> : null}
          >
            <p>{t('notifications.no_mail_text')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('notifications.catcher_mails')}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'subject',
                header: t('notifications.subject'),
                primary: true,
                cell: (row) => (
                  <Link to={`/mail/${row.id}`}>{row.subject || t('notifications.no_subject')}</Link>
                ),
              },
              { key: 'recipient', header: t('notifications.recipient'), cell: (row) => row.recipient },
              {
                key: 'when',
                header: t('notifications.caught'),
                align: 'end',
                cell: (row) => <Time at={row.caughtAt} as="dateTime" />,
              },
            ]}
          />
        )}
        <Pagination nextCursor={next} />
      </Stack>
    </CatcherPage>
  )
}
