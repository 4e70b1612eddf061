import { IconPlus } from '@tabler/icons-react'
import { data, Form, redirect } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { LinkButton } from '~/ui/button.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { AccountFrame } from '../components/account-frame.tsx'
import { accessInWords } from '../components/scope-words.ts'
import styles from '../components/tokens.module.css'
import type { Route } from './+types/account-tokens.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const cursor = new URL(request.url).searchParams.get('after')
  const query = { limit: 25, ...(cursor ? { cursor } : {}) }
  return unwrap(await context.get(apiContext).GET('/api/v1/identity/me/api-tokens', { params: { query } }))
}

export async function action({ context, request }: Route.ActionArgs) {
  const tokenId = formText(await request.formData(), 'token')
  const result = await context.get(apiContext).DELETE('/api/v1/identity/me/api-tokens/{tokenId}', {
    params: { path: { tokenId } },
  })
  const problem = problemOf(result)
  if (problem) return data({ problem }, { status: problem.status })
  return redirect('/account/tokens?done=revoked')
}

/** Tokens for programs of one's own. */
export default function AccountTokens({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  useDoneToast({ revoked: t('account.token_revoked') })
  const { items, next } = loaderData
  const make = (
    <LinkButton
      to="/account/tokens/new"
      variant="primary"
      icon={<IconPlus size={18} stroke={1.75} aria-hidden="true" />}
    >
      {t('account.new_token')}
    </LinkButton>
  )
  return (
    <AccountFrame
      title={t('account.tokens')}
      lead={t('account.tokens_lead')}
      actions={items.length > 0 ? make : null}
    >
      <Stack>
        <FormErrors problem={actionData?.problem} />
        {items.length === 0 ? (
          <EmptyState title={t('account.no_tokens')} action={make}>
            <p>{t('account.no_tokens_text')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('account.tokens')}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                header: t('account.token_name'),
                primary: true,
                cell: (row) => (
                  <>
                    {row.name}
                    <code className={styles.prefix}>stoa_{row.prefix}_…</code>
                  </>
                ),
              },
              {
                key: 'scopes',
                header: t('account.may'),
                cell: (row) => (
                  <ul className={styles.scopes}>
                    {accessInWords(t, row.scopes).map((words) => (
                      <li key={words}>{words}</li>
                    ))}
                  </ul>
                ),
              },
              {
                key: 'used',
                header: t('identity.last_used'),
                cell: (row) =>
                  row.lastUsedAt ? <Time at={row.lastUsedAt} as="relative" /> : t('account.never_used'),
              },
              {
                key: 'ends',
                header: t('account.ends'),
                cell: (row) => (row.expiresAt ? <Time at={row.expiresAt} /> : t('account.never_ends')),
              },
              {
                key: 'revoke',
                header: t('identity.actions'),
                actions: true,
                cell: (row) => (
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="token" value={row.id} />
                    <ConfirmButton
                      size="small"
                      aria-label={t('account.revoke_it', { name: row.name })}
                      title={t('account.revoke_token_title', { name: row.name })}
                      message={t('account.revoke_token_text')}
                      confirmLabel={t('account.revoke_token')}
                    >
                      {t('account.revoke')}
                    </ConfirmButton>
                  </Form>
                ),
              },
            ]}
          />
        )}
        <Pagination nextCursor={next} />
      </Stack>
    </AccountFrame>
  )
}
