import { Form } from 'react-router'
import { useMessages } from '../lib/messages/index.ts'
import { useSession } from '../lib/session.ts'
import { Button } from '../ui/button.tsx'
import styles from './acting-banner.module.css'

/** On every page while an administrator acts in somebody's name: who as whom, and the way back. */
export function ActingBanner() {
  const t = useMessages()
  const session = useSession()
  if (!session?.impersonatedBy) return null
  const { person, impersonatedBy } = session
  return (
    <section className={styles.banner} aria-label={t('app.acting')}>
      <p role="status" className={styles.words}>
        {t('app.impersonating', { admin: impersonatedBy, person: person.name })}
      </p>
      <Form method="post" action="/stop-impersonating" reloadDocument>
        <Button type="submit" size="small">
          {t('app.stop_impersonating')}
        </Button>
      </Form>
    </section>
  )
}
