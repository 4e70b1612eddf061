import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import { Form, Link } from 'react-router'
import { useMessages } from '../lib/messages/index.ts'
import type { Session } from '../lib/session.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Panel } from './panel.tsx'
import styles from './person-menu.module.css'
import { LanguageControl, ThemeControl } from './preference-controls.tsx'

/** The person's own things behind their name. The panel opens without any script. */
export function PersonMenu({ session, place }: { session: Session; place: 'header' | 'side' }) {
  const t = useMessages()
  const { person } = session
  return (
    <>
      <button
        type="button"
        popoverTarget={`person-${place}`}
        className={`${styles.trigger} ${styles[place]}`}
      >
        <Avatar name={person.name} src={person.avatarUrl} size="small" />
        <span className={styles.name}>{person.name}</span>
        <span className="visually-hidden">{t('app.your_menu')}</span>
      </button>
      <Panel
        id={`person-${place}`}
        corner={place === 'side' ? 'bottom-start' : 'top-end'}
        label={t('app.your_menu')}
      >
        <div className={styles.who}>
          <Avatar name={person.name} src={person.avatarUrl} />
          <div className={styles.words}>
            <p className={styles.full}>{person.name}</p>
            {person.email ? <p className={styles.mail}>{person.email}</p> : null}
          </div>
        </div>
        <Link to="/account" className={styles.item}>
          <IconUserCircle size={18} stroke={1.75} />
          {t('app.account_settings')}
        </Link>
        <div className={styles.controls}>
          <ThemeControl />
          <LanguageControl />
        </div>
        <Form method="post" action="/sign-out" reloadDocument className={styles.out}>
          <button type="submit" className={styles.item}>
            <IconLogout size={18} stroke={1.75} />
            {t('app.sign_out')}
          </button>
        </Form>
      </Panel>
    </>
  )
}
