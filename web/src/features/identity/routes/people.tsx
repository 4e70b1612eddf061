import { IconShieldCheck } from '@tabler/icons-react'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { roleName } from '~/lib/role-name.ts'
import { may, useSession } from '~/lib/session.ts'
import { Badge } from '~/ui/badge.tsx'
import { LinkButton } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import styles from '../components/people.module.css'
import { PeopleFilters } from '../components/people-filters.tsx'
import { PeopleFrame } from '../components/people-frame.tsx'
import { peopleQuery, peopleWish } from '../components/people-wish.ts'
import { PersonName } from '../components/person-name.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import type { Route } from './+types/people.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams
  const api = context.get(apiContext)
  const wish = peopleWish(asked)
  const cursor = asked.get('after')
  const query = { limit: 25, ...peopleQuery(wish), ...(cursor ? { cursor } : {}) }
  const [people, roles] = await Promise.all([
    api.GET('/api/v1/identity/people', { params: { query } }),
    api.GET('/api/v1/identity/roles'),
  ])
  return {
    ...unwrap(people),
    roles: unwrap(roles).items.map(({ key, name }) => ({ key, name })),
    wish,
  }
}

/** Everybody of the organization, to look through and to look after. */
export default function People({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  const invites = may(useSession(), 'identity.people.manage')
  useDoneToast({ removed: t('people.removed') })
  const { items, next, roles, wish } = loaderData
  const filtered = Object.values(wish).some(Boolean)
  const firstStep = filtered ? (
    <LinkButton to="/admin/people">{t('people.all')}</LinkButton>
  ) : invites ? (
    <LinkButton to="/admin/people/invite">{t('people.invite')}</LinkButton>
  ) : null
  return (
    <PeopleFrame title={t('app.people')}>
      <Stack>
        <PeopleFilters wish={wish} roles={roles} />
        {items.length === 0 ? (
          <EmptyState picture="search" title={t('people.none')} action={firstStep}>
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
                cell: (row) => <PersonName person={row} />,
              },
              {
                key: 'roles',
                header: t('people.roles'),
                cell: (row) => (
                  <Row gap="tight" className={styles.badges}>
                    {row.roles.map((role) => (
                      <Badge key={role.id} tone={role.rank >= 80 ? 'accent' : 'neutral'}>
                        {roleName(t, role)}
                      </Badge>
                    ))}
                  </Row>
                ),
              },
              {
                key: 'status',
                header: t('people.status'),
                cell: (row) => <StatusBadge status={row.status} />,
              },
              {
                key: 'factor',
                header: t('persons.factor'),
                cell: (row) =>
                  row.hasFactor ? (
                    <span className={styles.mark}>
                      <IconShieldCheck size={18} stroke={1.75} aria-hidden="true" />
                      {t('persons.yes')}
                    </span>
                  ) : (
                    <span className={styles.quiet}>{t('persons.no')}</span>
                  ),
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
                deskOnly: true,
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
