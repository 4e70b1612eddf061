import { Form } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { Section, Stack } from '~/ui/layout.tsx'
import { DeviceTable, type SignedInDevice } from './device-table.tsx'
import styles from './people.module.css'
import type { PersonDetail } from './person-detail.ts'

/** Where a person is signed in at this organization, and signing them out. */
export function PersonDevices({
  person,
  devices,
}: {
  person: PersonDetail
  devices: { items: SignedInDevice[]; next: string | null }
}) {
  const t = useMessages()
  const { name } = person
  return (
    <Section
      title={t('persons.sessions')}
      description={t('persons.sessions_of')}
      actions={
        devices.items.length > 0 ? (
          <Form method="post" preventScrollReset>
            <ConfirmButton
              name="intent"
              value="end_sessions"
              title={t('people.end_sessions_title', { name })}
              message={t('people.end_sessions_text')}
              confirmLabel={t('people.end_sessions')}
            >
              {t('people.end_sessions')}
            </ConfirmButton>
          </Form>
        ) : null
      }
    >
      {devices.items.length === 0 ? (
        <p className={styles.quiet}>{t('persons.no_sessions')}</p>
      ) : (
        <Stack>
          <DeviceTable caption={t('persons.sessions')} devices={devices.items} />
          {devices.next ? <p className={styles.quiet}>{t('persons.more_devices')}</p> : null}
        </Stack>
      )}
    </Section>
  )
}
