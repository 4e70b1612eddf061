import { Form, Link } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { roleName } from '~/lib/role-name.ts'
import { Avatar } from '~/ui/avatar.tsx'
import { Button, LinkButton } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Select, TextInput } from '~/ui/field.tsx'
import { Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import styles from '../components/people.module.css'
import { PeopleFrame } from '../components/people-frame.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import type { Route } from './+types/people.ts'

const statuses = ['active', 'inactive', 'banned'] as const

export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams
  const api = context.get(apiContext)
  const search = asked.get('search')?.trim().slice(0, 100) ?? ''
  const role = asked.get('role') ?? ''
  const status = statuses.find((known) => known === asked.get('status')) ?? null
  const cursor = asked.get('after')
  const query = {
    limit: 25,
    ...(search ? { search } : {}),
    ...(role ? { role } : {}),
    ...(status ? { status } : {}),
    ...(cursor ? { cursor } : {}),
  }
  const [people, roles] = await Promise.all([
    api.GET('/api/v1/identity/people', { params: { query } }),
    api.GET('/api/v1/identity/roles'),
  ])
  return {
    ...unwrap(people),
    roles: unwrap(roles).items.map(({ key, name }) => ({ key, name })),
    asked: { search, role, status: status ?? '' },
  }
}

export default function People({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  useDoneToast({ removed: t('people.removed') })
  const { items, next, roles, asked } = loaderData
  const filtered = Boolean(asked.search || asked.role || asked.status)
  return (
    <PeopleFrame title={t('app.people')}>
      <Stack>
        <Form method="get" role="search" className={styles.filters}>
          <TextInput
            label={t('people.search')}
            name="search"
            type="search"
            defaultValue={asked.search}
            placeholder={t('people.search_help')}
          />
          <Select
            label={t('people.role')}
            name="role"
            defaultValue={asked.role}
            options={[
              { value: '', label: t('people.any_role') },
              ...roles.map((role) => ({ value: role.key, label: roleName(t, role) })),
            ]}
          />
          <Select
            label={t('people.status')}
            name="status"
            defaultValue={asked.status}
            options={[
              { value: '', label: t('people.any_status') },
              ...statuses.map((status) => ({ value: status, label: t(`people.status_${status}`) })),
            ]}
          />
          <Button type="submit">{t('people.filter')}</Button>
        </Form>
        {items.length === 0 ? (
          <EmptyState
            picture="search"
            title={t('people.none')}
            action={filtered ? <LinkButton to="/admin/people">{t('people.all')}</LinkButton> : null}
          >
            <p>{t('people.none_text')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('app.people')}
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                header: t('people.name'),
                primary: true,
                cell: (row) => (
                  <span className={styles.person}>
                    <Avatar name={row.name} src={row.avatarUrl} size="small" />
                    <span className={styles.words}>
                      <Link to={`/admin/people/${row.id}`} className={styles.name}>
                        {row.name}
                      </Link>
                      <span className={styles.mail}>{row.email}</span>
                    </span>
                  </span>
                ),
              },
              {
                key: 'roles',
                header: t('people.roles'),
                cell: (row) => row.roles.map((role) => roleName(t, role)).join(', '),
              },
              {
                key: 'status',
                header: t('people.status'),
                cell: (row) => <StatusBadge status={row.status} />,
              },
              {
                key: 'seen',
                header: t('people.last_seen'),
                cell: (row) =>
                  row.lastSeenAt ? <Time at={row.lastSeenAt} as="relative" /> : t('people.never_seen'),
              },
              {
                key: 'joined',
                header: t('people.joined'),
                align: 'end',
                cell: (row) => <Time at={row.joinedAt} />,
              },
            ]}
          />
        )}
        <Pagination nextCursor={next} />
      </Stack>
    </PeopleFrame>
  )
}
