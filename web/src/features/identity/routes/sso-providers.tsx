import { IconPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import type { RouteHandle } from '~/lib/handle.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { LinkButton } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Row } from '~/ui/layout.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { SecurityPage } from '../components/security-page.tsx'
import type { Route } from './+types/sso-providers.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return unwrap(await context.get(apiContext).GET('/api/v1/identity/sso-providers'))
}

/** Single sign-on of the organization. */
export default function SsoProviders({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  useDoneToast({ deleted: t('access.sso_deleted') })
  const { items } = loaderData
  const make = (
    <LinkButton
      to="/admin/security/sso/new"
      variant="primary"
      icon={<IconPlus size={18} stroke={1.75} aria-hidden="true" />}
    >
      {t('access.sso_new')}
    </LinkButton>
  )
  return (
    <SecurityPage
      width="wide"
      title={t('access.sso')}
      lead={t('access.sso_lead')}
      actions={items.length > 0 ? make : null}
    >
      {items.length === 0 ? (
        <EmptyState title={t('access.sso_none')} action={make}>
          <p>{t('access.sso_none_text')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('access.sso')}
          rows={items}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              header: t('access.name'),
              primary: true,
              cell: (row) => (
                <Link to={`/admin/security/sso/${row.id}`}>
                  {row.name || t(`access.sso_kind_${row.kind}`)}
                </Link>
              ),
            },
            { key: 'kind', header: t('access.kind'), cell: (row) => t(`access.sso_kind_${row.kind}`) },
            {
              key: 'domains',
              header: t('access.domains'),
              cell: (row) =>
                row.domains.length === 0 ? (
                  '–'
                ) : (
                  <Row gap="tight">
                    {row.domains.map(({ id, domain, isProven }) => (
                      <Badge key={id} tone={isProven ? 'success' : 'warning'} dot>
                        {domain}
                        <span className="visually-hidden">
                          {` (${t(isProven ? 'access.domain_proven' : 'access.domain_waiting')})`}
                        </span>
                      </Badge>
                    ))}
                  </Row>
                ),
            },
            {
              key: 'state',
              header: t('access.state'),
              cell: (row) => (
                <Badge tone={row.disabled ? 'neutral' : 'success'}>
                  {t(row.disabled ? 'access.disabled' : 'access.enabled')}
                </Badge>
              ),
            },
            {
              key: 'test',
              header: t('access.last_test'),
              align: 'end',
              cell: (row) =>
                row.lastTest ? (
                  <Row gap="tight">
                    <Badge tone={row.lastTest.outcome === 'refused' ? 'danger' : 'success'}>
                      {t(row.lastTest.outcome === 'refused' ? 'access.check_fails' : 'access.check_passes')}
                    </Badge>
                    <Time at={row.lastTest.at} as="relative" />
                  </Row>
                ) : (
                  t('access.not_tested')
                ),
            },
          ]}
        />
      )}
    </SecurityPage>
  )
}

export const handle = {
  actions: [{ to: '/admin/security/sso/new', label: 'access.sso_new' }],
} satisfies RouteHandle
