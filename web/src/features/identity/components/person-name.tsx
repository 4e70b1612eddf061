import { Link } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { Avatar } from '~/ui/avatar.tsx'
import styles from './people.module.css'

type Named = { id: string; name: string; email: string | null; avatarUrl?: string | null }

/** A person in a list: face, name and address. Some have neither name nor address, such as guests of an app. */
export function PersonName({ person, note }: { person: Named; note?: string | null }) {
  const t = useMessages()
  const name = person.name || person.email || t('persons.nameless')
  return (
    <span className={styles.person}>
      <Avatar name={name} src={person.avatarUrl ?? null} size="small" />
      <span className={styles.words}>
        <Link to={`/admin/people/${person.id}`} className={styles.name}>
          {name}
        </Link>
        <span className={styles.mail}>{note ?? person.email ?? t('persons.no_address')}</span>
      </span>
    </span>
  )
}
