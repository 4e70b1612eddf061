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
import type { Route } from './+types/directories.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return unwrap(await context.get(apiContext).GET('/api/v1/identity/directories'))
}

/** Directories that keep people by SCIM. */
export default function Directories({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  useDoneToast({ deleted: t('access.directory_deleted') })
  const { items } = loaderData
  return (
    <ConnectionsPage
      title={t('access.directories')}
      lead={t('access.directories_lead')}
      make={{ label: t('access.directory_new'), to: '/admin/security/directories/new' }}
      none={{ title: t('access.directories_none'), text: t('access.directories_none_text') }}
      rows={items}
      columns={[
        {
          key: 'name',
          header: t('access.name'),
          primary: true,
          cell: (row) => <Link to={`/admin/security/directories/${row.id}`}>{row.name}</Link>,
        },
        { key: 'people', header: t('app.people'), align: 'end', cell: (row) => row.personCount },
        {
          key: 'groups',
          header: t('access.attribute_groups'),
          align: 'end',
          cell: (row) => row.groupCount,
        },
        {
          key: 'state',
          header: t('access.state'),
          cell: (row) => (
            <Row gap="tight">
              <Badge tone={row.status === 'active' ? 'success' : 'neutral'}>
                {t(row.status === 'active' ? 'access.enabled' : 'access.directory_is_paused')}
              </Badge>
              {row.lastError ? <Badge tone="danger">{t('access.directory_last_error')}</Badge> : null}
            </Row>
          ),
        },
        {
          key: 'sync',
          header: t('access.directory_last_sync'),
          align: 'end',
          cell: (row) => (row.lastSyncAt ? <Time at={row.lastSyncAt} as="relative" /> : t('access.never')),
        },
      ]}
    />
  )
}

export const handle = {
  actions: [{ to: '/admin/security/directories/new', label: 'access.directory_new' }],
} satisfies RouteHandle
