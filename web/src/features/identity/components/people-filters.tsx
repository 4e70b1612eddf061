import { Form } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { roleName } from '~/lib/role-name.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Select, TextInput } from '~/ui/field.tsx'
import styles from './people.module.css'
import { type PeopleWish, statuses } from './people-wish.ts'

/** Whom to show: the answers stand in the address. */
export function PeopleFilters({ wish, roles }: { wish: PeopleWish; roles: { key: string; name: string }[] }) {
  const t = useMessages()
  const since = (days: number) => ({ value: String(days), label: t('persons.seen_days', { days }) })
  const notFor = (days: number) => ({ value: String(-days), label: t('persons.not_seen_days', { days }) })
  return (
    <Form method="get" role="search" className={styles.filters}>
      <TextInput
        label={t('people.search')}
        name="search"
        type="search"
        defaultValue={wish.search}
        placeholder={t('people.search_help')}
      />
      <Select
        label={t('people.role')}
        name="role"
        defaultValue={wish.role}
        options={[
          { value: '', label: t('people.any_role') },
          ...roles.map((role) => ({ value: role.key, label: roleName(t, role) })),
        ]}
      />
      <Select
        label={t('people.status')}
        name="status"
        defaultValue={wish.status}
        options={[
          { value: '', label: t('people.any_status') },
          ...statuses.map((status) => ({ value: status, label: t(`people.status_${status}`) })),
        ]}
      />
      <Select
        label={t('persons.factor')}
        name="factor"
        defaultValue={wish.factor}
        options={[
          { value: '', label: t('persons.all_factors') },
          { value: 'yes', label: t('persons.with_factor') },
          { value: 'no', label: t('persons.without_factor') },
        ]}
      />
      <Select
        label={t('persons.seen')}
        name="seen"
        defaultValue={wish.seen}
        options={[
          { value: '', label: t('persons.any_time') },
          { value: 'now', label: t('persons.online') },
          since(7),
          since(30),
          notFor(30),
          notFor(90),
        ]}
      />
      <div className={styles.filterButtons}>
        <Button type="submit">{t('people.filter')}</Button>
        {Object.values(wish).some(Boolean) ? (
          <LinkButton to="/admin/people" variant="quiet">
            {t('people.all')}
          </LinkButton>
        ) : null}
      </div>
    </Form>
  )
}
