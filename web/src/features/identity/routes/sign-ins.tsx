import { Link } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { LoginTable } from '../components/login-table.tsx'
import { PeopleFrame } from '../components/people-frame.tsx'
import type { Route } from './+types/sign-ins.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const cursor = new URL(request.url).searchParams.get('after')
  const query = { limit: 50, ...(cursor ? { cursor } : {}) }
  return unwrap(await context.get(apiContext).GET('/api/v1/identity/login-history', { params: { query } }))
}

/** Who tried to sign in at the organization, and how it ended. */
export default function SignIns({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  return (
    <PeopleFrame title={t('people.sign_ins')} lead={t('people.sign_ins_lead')} action={<span />}>
      <Stack>
        {loaderData.items.length === 0 ? (
          <EmptyState title={t('people.no_sign_ins')} />
        ) : (
          <LoginTable
            caption={t('people.sign_ins')}
            tries={loaderData.items}
            who={(row) =>
              row.userId ? (
                <Link to={`/admin/people/${row.userId}`}>{row.userName || t('people.somebody')}</Link>
              ) : (
                t('people.somebody')
              )
            }
          />
        )}
        <Pagination nextCursor={loaderData.next} />
      </Stack>
    </PeopleFrame>
  )
}
