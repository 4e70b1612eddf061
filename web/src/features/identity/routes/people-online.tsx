import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { useRefresh } from '~/ui/use-refresh.ts'
import { PeopleFrame } from '../components/people-frame.tsx'
import { PersonName } from '../components/person-name.tsx'
import type { Route } from './+types/people-online.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const cursor = new URL(request.url).searchParams.get('after')
  const query = { limit: 50, ...(cursor ? { cursor } : {}) }
  return unwrap(await context.get(apiContext).GET('/api/v1/identity/people/online', { params: { query } }))
}

/** Who is here right now. */
export default function PeopleOnline({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  useRefresh(true, 60_000)
  return (
    <PeopleFrame title={t('persons.online')} lead={t('persons.online_lead')}>
      <Stack>
        {loaderData.items.length === 0 ? (
          <EmptyState picture="done" title={t('persons.nobody_online')}>
            <p>{t('persons.nobody_online_text')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('persons.online')}
            rows={loaderData.items}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                header: t('people.name'),
                primary: true,
                cell: (row) => <PersonName person={row} />,
              },
              {
                key: 'seen',
                header: t('people.last_seen'),
                align: 'end',
                cell: (row) => <Time at={row.lastSeenAt} as="relative" />,
              },
            ]}
          />
        )}
        <Pagination nextCursor={loaderData.next} />
      </Stack>
    </PeopleFrame>
  )
}
