import { Form } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Select } from '~/ui/field.tsx'
import { Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { AccountFrame } from '../components/account-frame.tsx'
import styles from '../components/account-sign-ins.module.css'
import { LoginTable } from '../components/login-table.tsx'
import { methodName, signInMethods } from '../components/sign-in-method.ts'
import type { Route } from './+types/account-sign-ins.ts'

const outcomes = ['succeeded', 'failed'] as const
const devices = ['desktop', 'mobile', 'tablet', 'other'] as const
const oneOf = <T extends string>(known: readonly T[], asked: string | null) =>
  known.find((one) => one === asked) ?? null

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  const outcome = oneOf(outcomes, query.get('outcome'))
  const method = oneOf(signInMethods, query.get('method'))
  const device = oneOf(devices, query.get('device'))
  const cursor = query.get('after')
  const result = await context.get(apiContext).GET('/api/v1/identity/me/login-history', {
    params: {
      query: {
        limit: 25,
        ...(outcome ? { success: outcome === 'succeeded' } : {}),
        ...(method ? { method } : {}),
        ...(device ? { device } : {}),
        ...(cursor ? { cursor } : {}),
      },
    },
  })
  return { ...unwrap(result), asked: { outcome, method, device } }
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
        <Form method="get" role="search" className={styles.filters}>
          <Select
            label={t('identity.outcome')}
            name="outcome"
            defaultValue={asked.outcome ?? ''}
            options={[
              { value: '', label: t('account.any_outcome') },
              { value: 'succeeded', label: t('identity.signed_in') },
              { value: 'failed', label: t('identity.try_failed') },
            ]}
          />
          <Select
            label={t('account.how')}
            name="method"
            defaultValue={asked.method ?? ''}
            options={[
              { value: '', label: t('account.any_method') },
              ...signInMethods.map((method) => ({ value: method, label: methodName(t, method) })),
            ]}
          />
          <Select
            label={t('identity.device')}
            name="device"
            defaultValue={asked.device ?? ''}
            options={[
              { value: '', label: t('account.any_device') },
              ...devices.map((device) => ({ value: device, label: t(`account.device_${device}`) })),
            ]}
          />
          <Button type="submit">{t('account.filter')}</Button>
        </Form>
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
