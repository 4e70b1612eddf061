import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { Card, Stack } from '~/ui/layout.tsx'
import { Time } from '~/ui/text.tsx'
import styles from './people.module.css'
import type { PersonDetail } from './person-detail.ts'

/** What is known of a person here. */
export function PersonFacts({ person }: { person: PersonDetail }) {
  const t = useMessages()
  return (
    <Card>
      <Stack>
        <dl className={styles.facts}>
          <div>
            <dt>{t('people.email')}</dt>
            <dd>
              {person.email ?? t('persons.no_address')}{' '}
              {person.email && !person.emailConfirmed ? (
                <Badge tone="warning">{t('people.not_confirmed')}</Badge>
              ) : null}
            </dd>
          </div>
          <div>
            <dt>{t('people.joined')}</dt>
            <dd>
              <Time at={person.joinedAt} />
            </dd>
          </div>
          <div>
            <dt>{t('people.last_seen')}</dt>
            <dd>
              {person.lastSeenAt ? <Time at={person.lastSeenAt} as="relative" /> : t('people.never_seen')}
            </dd>
          </div>
          <div>
            <dt>{t('people.last_sign_in')}</dt>
            <dd>{person.lastSignInAt ? <Time at={person.lastSignInAt} as="dateTime" /> : '–'}</dd>
          </div>
          {person.directory ? (
            <div>
              <dt>{t('persons.directory')}</dt>
              <dd>{person.directory.name}</dd>
            </div>
          ) : null}
          {person.jobTitle || person.department ? (
            <div>
              <dt>{t('persons.employment')}</dt>
              <dd>{[person.jobTitle, person.department].filter(Boolean).join(', ')}</dd>
            </div>
          ) : null}
        </dl>
        {person.bio ? <p className={styles.quiet}>{person.bio}</p> : null}
      </Stack>
    </Card>
  )
}
