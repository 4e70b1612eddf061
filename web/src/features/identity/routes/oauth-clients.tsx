import { IconPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import type { RouteHandle } from '~/lib/handle.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { LinkButton } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { CopyFacts } from '../components/copy-facts.tsx'
import { SecurityPage } from '../components/security-page.tsx'
import type { Route } from './+types/oauth-clients.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const cursor = new URL(request.url).searchParams.get('after')
  const query = { limit: 25, ...(cursor ? { cursor } : {}) }
  const [clients, facts] = await Promise.all([
    api.GET('/api/v1/identity/oauth-clients', { params: { query } }),
    api.GET('/api/v1/identity/oauth-server'),
  ])
  return { ...unwrap(clients), facts: unwrap(facts) }
}

/** Apps that sign people in with their account here. */
export default function OauthClients({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  useDoneToast({ deleted: t('access.app_deleted') })
  const { items, next, facts } = loaderData
  const make = (
    <LinkButton
      to="/admin/security/apps/new"
      variant="primary"
      icon={<IconPlus size={18} stroke={1.75} aria-hidden="true" />}
    >
      {t('access.app_new')}
    </LinkButton>
  )
  return (
    <SecurityPage
      width="wide"
      title={t('access.apps')}
      lead={t('access.apps_lead')}
      actions={items.length > 0 ? make : null}
    >
      <Stack>
        {items.length === 0 ? (
          <EmptyState title={t('access.apps_none')} action={make}>
            <p>{t('access.apps_none_text')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('access.apps')}
            rows={items}
            rowKey={(row) => row.clientId}
            columns={[
              {
                key: 'name',
                header: t('access.app'),
                primary: true,
                cell: (row) => (
                  <Row gap="tight">
                    <Link to={`/admin/security/apps/${row.clientId}`}>
                      {row.name ?? t('access.app_unnamed')}
                    </Link>
                    {row.registration === 'dynamic' ? (
                      <Badge tone="warning">{t('access.app_by_itself')}</Badge>
                    ) : null}
                  </Row>
                ),
              },
              {
                key: 'where',
                header: t('access.app_redirects'),
                cell: (row) => row.redirectUris.map((uri) => URL.parse(uri)?.host || uri).join(', '),
              },
              {
                key: 'scopes',
                header: t('access.scopes'),
                deskOnly: true,
                cell: (row) => row.scopes.join(' '),
              },
              {
                key: 'added',
                header: t('access.added'),
                align: 'end',
                cell: (row) => <Time at={row.createdAt} />,
              },
            ]}
          />
        )}
        <Pagination nextCursor={next} />
      </Stack>
      <Section title={t('access.apps_facts')} description={t('access.apps_facts_text')}>
        <Card>
          <CopyFacts
            facts={[
              { label: t('access.issuer'), value: facts.issuer },
              { label: t('access.discovery'), value: facts.discovery },
            ]}
          />
        </Card>
      </Section>
    </SecurityPage>
  )
}

export const handle = {
  actions: [{ to: '/admin/security/apps/new', label: 'access.app_new' }],
} satisfies RouteHandle
