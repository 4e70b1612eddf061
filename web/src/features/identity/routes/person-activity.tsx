import { Link } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext, sessionContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { may } from '~/lib/session.ts'
import { Section } from '~/ui/layout.tsx'
import { LoginTable } from '../components/login-table.tsx'
import styles from '../components/people.module.css'
import { PersonDeeds } from '../components/person-deeds.tsx'
import type { Route } from './+types/person-activity.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const { personId } = params
  const session = context.get(sessionContext)
  const audited = may(session, 'audit.read') && session?.modules.includes('audit')
  const [tries, deeds] = await Promise.all([
    api.GET('/api/v1/identity/login-history', { params: { query: { limit: 10, personId } } }),
    audited
      ? api.GET('/api/v1/audit/entries', { params: { query: { limit: 10, actorId: personId } } })
      : null,
  ])
  return { personId, tries: unwrap(tries).items, deeds: deeds ? unwrap(deeds).items : null }
}

/** How somebody came in lately, and what they did. */
export default function PersonActivity({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  const { personId, tries, deeds } = loaderData
  return (
    <>
      <Section
        title={t('people.sign_ins')}
        actions={<Link to={`/admin/people/sign-ins?person=${personId}`}>{t('persons.all_tries')}</Link>}
      >
        {tries.length === 0 ? (
          <p className={styles.quiet}>{t('people.no_sign_ins')}</p>
        ) : (
          <LoginTable caption={t('people.sign_ins')} tries={tries} />
        )}
      </Section>
      {deeds ? <PersonDeeds personId={personId} deeds={deeds} /> : null}
    </>
  )
}
