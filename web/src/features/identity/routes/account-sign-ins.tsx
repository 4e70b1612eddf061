import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { LinkButton } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { AccountFrame } from '../components/account-frame.tsx'
import { LoginTable } from '../components/login-table.tsx'
import { SignInFilters } from '../components/sign-in-filters.tsx'
import { signInQuery, signInWish } from '../components/sign-in-wish.ts'
import type { Route } from './+types/account-sign-ins.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  const asked = signInWish(query)
  const cursor = query.get('after')
  const result = await context.get(apiContext).GET('/api/v1/identity/me/login-history', {
    params: {
      query: {
        limit: 25,
        ...signInQuery(asked),
        ...(cursor ? { cursor } : {}),
      },
    },
  })
  return { ...unwrap(result), asked }
}

/** Every try to sign in as me. */
export default function AccountSignIns({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  const { items, next, asked } = loaderData
  const filtered = Object.values(asked).some(Boolean)
  return (
    <AccountFrame
      title={t('identity.login_history')}
      lead={t('identity.login_history_text')}
      crumbs={[{ label: t('identity.security'), to: '/account/security' }]}
    >
      <Stack>
        <SignInFilters wish={asked} all="/account/security/history" filtered={filtered} />
        {items.length === 0 ? (
          <EmptyState
            picture="search"
            title={t('account.no_tries')}
            action={
              filtered ? (
                <LinkButton to="/account/security/history">{t('account.all_tries')}</LinkButton>
              ) : null
            }
          />
        ) : (
          <LoginTable caption={t('identity.login_history')} tries={items} />
        )}
        <Pagination nextCursor={next} />
      </Stack>
    </AccountFrame>
  )
}
