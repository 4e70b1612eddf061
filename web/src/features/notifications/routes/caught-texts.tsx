import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { CatcherPage } from '../components/catcher-page.tsx'
import { onlyWhereMailIsCaught } from '../components/development.ts'
import type { Route } from './+types/caught-texts.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  onlyWhereMailIsCaught(context)
  const cursor = new URL(request.url).searchParams.get('after')
  return unwrap(
    await context.get(apiContext).GET('/api/v1/notifications/caught-texts', {
      params: { query: { limit: 25, ...(cursor ? { cursor } : {}) } },
    }),
  )
}

/** Every text message this machine would have sent. They are short, so they stand in the list. */
export default function CaughtTexts({ loaderData: { items, next } }: Route.ComponentProps) {
  const t = useMessages()
  return (
    <CatcherPage>
      <Stack>
        {items.length === 0 ? (
          <EmptyState title={t('notifications.no_text')}>
            <p>{t('notifications.no_text_text')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('notifications.catcher_texts')}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              { key: 'body', header: t('notifications.text'), primary: true, cell: (row) => row.body },
              { key: 'recipient', header: t('notifications.recipient'), cell: (row) => row.recipient },
              {
                key: 'channel',
                header: t('notifications.channel'),
                cell: (row) => t(`notifications.channel_${row.channel}`),
              },
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
