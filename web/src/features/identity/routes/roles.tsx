import { IconPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { roleName, roleText } from '~/lib/role-name.ts'
import { may, useSession } from '~/lib/session.ts'
import { Badge } from '~/ui/badge.tsx'
import { LinkButton } from '~/ui/button.tsx'
import { Row } from '~/ui/layout.tsx'
import { Table } from '~/ui/table.tsx'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { RolesFrame } from '../components/roles-frame.tsx'
import type { Route } from './+types/roles.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return unwrap(await context.get(apiContext).GET('/api/v1/identity/roles'))
}

export default function Roles({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  const makes = may(useSession(), 'identity.roles.manage')
  useDoneToast({ deleted: t('people.role_deleted') })
  return (
    <RolesFrame
      title={t('app.roles')}
      lead={t('people.roles_lead')}
      actions={
        makes ? (
          <LinkButton to="/admin/roles/new" variant="primary" icon={<IconPlus size={18} stroke={1.75} />}>
            {t('people.new_role')}
          </LinkButton>
        ) : null
      }
    >
      <Table
        caption={t('app.roles')}
        rows={loaderData.items}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            header: t('people.role_name'),
            primary: true,
            cell: (row) => (
              <Row gap="tight">
                <Link to={`/admin/roles/${row.id}`}>{roleName(t, row)}</Link>
                {row.isDefault ? <Badge tone="accent">{t('people.default_role')}</Badge> : null}
                {row.isBuiltIn ? <Badge>{t('people.built_in')}</Badge> : null}
              </Row>
            ),
          },
          { key: 'about', header: t('people.role_description'), cell: (row) => roleText(t, row) ?? '–' },
          {
            key: 'permissions',
            header: t('people.permissions'),
            align: 'end',
            cell: (row) =>
              row.permissions.includes('*')
                ? t('people.all_permissions')
                : t('people.permission_count', { count: row.permissions.length }),
          },
        ]}
      />
    </RolesFrame>
  )
}
