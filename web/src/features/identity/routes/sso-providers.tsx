import { Link } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import type { RouteHandle } from '~/lib/handle.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { Row } from '~/ui/layout.tsx'
import { Time } from '~/ui/text.tsx'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { ConnectionsPage } from '../components/connections-page.tsx'
import type { Route } from './+types/sso-providers.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return unwrap(await context.get(apiContext).GET('/api/v1/identity/sso-providers'))
}

/** Single sign-on of the organization. */
export default function SsoProviders({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  useDoneToast({ deleted: t('access.sso_deleted') })
  const { items } = loaderData
  return (
    <ConnectionsPage
      title={t('access.sso')}
      lead={t('access.sso_lead')}
      make={{ label: t('access.sso_new'), to: '/admin/security/sso/new' }}
      none={{ title: t('access.sso_none'), text: t('access.sso_none_text') }}
      rows={items}
      columns={[
        {
          key: 'name',
          header: t('access.name'),
          primary: true,
          cell: (row) => (
            <Link to={`/admin/security/sso/${row.id}`}>{row.name || t(`access.sso_kind_${row.kind}`)}</Link>
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
  )
}

export const handle = {
  actions: [{ to: '/admin/security/sso/new', label: 'access.sso_new' }],
} satisfies RouteHandle
