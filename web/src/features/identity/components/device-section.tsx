import { Form } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Section, Stack } from '~/ui/layout.tsx'
import { DeviceTable, type SignedInDevice } from './device-table.tsx'

/** Where one is signed in, and signing out there. */
export function DeviceSection({ devices, problem }: { devices: SignedInDevice[]; problem: Problem | null }) {
  const t = useMessages()
  return (
    <Section
      title={t('identity.sessions')}
      description={t('identity.sessions_text')}
      actions={
        devices.length > 1 ? (
          <Form method="post" preventScrollReset>
            <ConfirmButton
              name="intent"
              value="end_others"
              title={t('identity.end_others_title')}
              message={t('identity.end_others_text')}
              confirmLabel={t('identity.end_others')}
            >
              {t('identity.end_others')}
            </ConfirmButton>
          </Form>
        ) : null
      }
    >
      <Stack>
        <FormErrors problem={problem} />
        <DeviceTable caption={t('identity.sessions')} devices={devices} />
      </Stack>
    </Section>
  )
}
