import { Link } from 'react-router'
import { actionName } from '~/lib/action-name.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Avatar } from '~/ui/avatar.tsx'
import { Time } from '~/ui/text.tsx'
import styles from './glance.module.css'

type Deed = {
  seq: number
  action: string
  actorType: string
  actorName: string | null
  actorEmail: string | null
  ts: string
}

/** What was done last in the organization, newest first. */
export function Lately({ deeds }: { deeds: Deed[] }) {
  const t = useMessages()
  return (
    <section className={styles.part} aria-labelledby="lately">
      <div className={styles.head}>
        <h2 id="lately" className={styles.title}>
          {t('admin.lately')}
        </h2>
        <Link to="/admin/audit">{t('admin.see_audit')}</Link>
      </div>
      <ul className={styles.deeds}>
        {deeds.map((deed) => (
          <li key={deed.seq} className={styles.deed}>
            <Link to={`/admin/audit/${deed.seq}`}>{actionName(t, deed.action)}</Link>
            <span className={styles.quiet}>
              {deed.actorName ??
                deed.actorEmail ??
                t(deed.actorType === 'system' ? 'audit.system' : 'audit.stranger')}
            </span>
            <span className={styles.when}>
              <Time at={deed.ts} as="relative" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who is active at this moment. */
export function HereNow({
  people,
}: {
  people: Array<{ id: string; name: string; avatarUrl: string | null }>
}) {
  const t = useMessages()
  return (
    <section className={styles.part} aria-labelledby="here-now">
      <div className={styles.head}>
        <h2 id="here-now" className={styles.title}>
          {t('admin.here_now')}
        </h2>
        <Link to="/admin/people/online">{t('admin.see_online')}</Link>
      </div>
      {people.length === 0 ? (
        <p className={styles.quiet}>{t('admin.nobody_here')}</p>
      ) : (
        <ul className={styles.people}>
          {people.map((person) => (
            <li key={person.id}>
              <Link to={`/admin/people/${person.id}`} className={styles.person}>
                <Avatar name={person.name} src={person.avatarUrl} size="small" />
                {person.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
