import { Link } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import type { RouteHandle } from '~/lib/handle.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { Card, Row, Section } from '~/ui/layout.tsx'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { ConnectionsPage } from '../components/connections-page.tsx'
import type { Route } from './+types/providers.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return unwrap(await context.get(apiContext).GET('/api/v1/identity/oauth-providers'))
}

/** Providers people may sign in with: those of the operator, and the organization's own. */
export default function Providers({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  useDoneToast({ deleted: t('access.provider_deleted') })
  const { items, presets } = loaderData
  return (
    <ConnectionsPage
      title={t('access.providers')}
      lead={t('access.providers_lead')}
      make={{ label: t('access.provider_add'), to: '/admin/security/providers/new' }}
      none={{ title: t('access.providers_none'), text: t('access.providers_none_text') }}
      rows={items}
      columns={[
        {
          key: 'name',
          header: t('access.name'),
          primary: true,
          cell: (row) => <Link to={`/admin/security/providers/${row.id}`}>{row.name}</Link>,
        },
        {
          key: 'kind',
          header: t('access.kind'),
          cell: (row) => t(`access.provider_${row.providerType}`),
        },
        {
          key: 'where',
          header: t('access.issuer'),
          deskOnly: true,
          cell: (row) => row.issuer ?? row.authorizationUrl ?? '–',
        },
        {
          key: 'state',
          header: t('access.state'),
          align: 'end',
          cell: (row) => (
            <Badge tone={row.enabled ? 'success' : 'neutral'}>
              {t(row.enabled ? 'access.enabled' : 'access.disabled')}
            </Badge>
          ),
        },
      ]}
    >
      {presets.length > 0 ? (
        <Section title={t('access.operator_providers')} description={t('access.providers_preset_text')}>
          <Card>
            <Row gap="tight">
              {presets.map(({ key, name }) => (
                <Badge key={key} tone="accent">
                  {name}
                </Badge>
              ))}
            </Row>
          </Card>
        </Section>
      ) : null}
    </ConnectionsPage>
  )
}

export const handle = {
  actions: [{ to: '/admin/security/providers/new', label: 'access.provider_add' }],
} satisfies RouteHandle
