import { data, Form, Link } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { may, useSession } from '~/lib/session.ts'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { hasFreshProof } from '../components/fresh-proof.ts'
import { Guarded, LockedBar } from '../components/guarded.tsx'
import { scopesInWords } from '../components/scope-words.ts'
import { SecurityPage } from '../components/security-page.tsx'
import styles from '../components/tokens.module.css'
import type { Route } from './+types/security-tokens.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const cursor = new URL(request.url).searchParams.get('after')
  const query = { limit: 25, ...(cursor ? { cursor } : {}) }
  const [tokens, open] = await Promise.all([
    api.GET('/api/v1/identity/api-tokens', { params: { query } }),
    hasFreshProof(api),
  ])
  return { ...unwrap(tokens), open }
}

export async function action({ context, request }: Route.ActionArgs) {
  const tokenId = formText(await request.formData(), 'token')
  const problem = problemOf(
    await context.get(apiContext).DELETE('/api/v1/identity/api-tokens/{tokenId}', {
      params: { path: { tokenId } },
    }),
  )
  return data({ problem }, { status: problem?.status ?? 200 })
}

/** API tokens of everybody. */
export default function SecurityTokens({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const seesPeople = may(useSession(), 'identity.people.read')
  const { items, next, open } = loaderData
  useActionToast(actionData, actionData && !actionData.problem ? t('access.token_revoked') : null)
  return (
    <SecurityPage width="wide" title={t('access.tokens')} lead={t('access.tokens_lead')}>
      {items.length > 0 ? <LockedBar open={open} /> : null}
      <Stack>
        <FormErrors problem={actionData?.problem} />
        {items.length === 0 ? (
          <EmptyState title={t('access.tokens_none')}>
            <p>{t('access.tokens_none_text')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('access.tokens')}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                header: t('access.name'),
                primary: true,
                cell: (row) => (
                  <>
                    {row.name}
                    <code className={styles.prefix}>stoa_{row.prefix}_…</code>
                  </>
                ),
              },
              {
                key: 'person',
                header: t('access.person'),
                cell: ({ person }) =>
                  seesPeople ? <Link to={`/admin/people/${person.id}`}>{person.name}</Link> : person.name,
              },
              {
                key: 'scopes',
                header: t('access.scopes'),
                cell: (row) => (
                  <ul className={styles.scopes}>
                    {scopesInWords(t, row.scopes).map((words) => (
                      <li key={words}>{words}</li>
                    ))}
                  </ul>
                ),
              },
              {
                key: 'used',
                header: t('access.last_used'),
                cell: (row) =>
                  row.lastUsedAt ? <Time at={row.lastUsedAt} as="relative" /> : t('access.never'),
              },
              {
                key: 'ends',
                header: t('access.expires'),
                cell: (row) => (row.expiresAt ? <Time at={row.expiresAt} /> : t('access.never')),
              },
              {
                key: 'do',
                header: t('people.actions'),
                actions: true,
                cell: (row) => (
                  <Form method="post" preventScrollReset>
                    <Guarded open={open}>
                      <input type="hidden" name="token" value={row.id} />
                      <ConfirmButton
                        size="small"
                        title={t('access.token_revoke_title', { name: row.name, person: row.person.name })}
                        message={t('access.token_revoke_text')}
                        confirmLabel={t('access.token_revoke')}
                      >
                        {t('access.token_revoke')}
                      </ConfirmButton>
                    </Guarded>
                  </Form>
                ),
              },
            ]}
          />
        )}
        <Pagination nextCursor={next} />
      </Stack>
    </SecurityPage>
  )
}
