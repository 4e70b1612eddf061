import { Form } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Row, Section, Stack } from '~/ui/layout.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { type Device, DeviceName } from './device-name.tsx'

export type SignedInDevice = {
  id: string
  device: Device
  ip: string | null
  organizationName: string | null
  lastUsedAt: string
  isCurrent: boolean
  isImpersonation: boolean
}

/** Where one is signed in, and signing out there. */
export function DeviceSection({
  devices,
  problem,
}: {
  devices: SignedInDevice[]
  problem: Problem | null
}) {
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
        <Table
          caption={t('identity.sessions')}
          rows={devices}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'device',
              header: t('identity.device'),
              primary: true,
              cell: (row) => (
                <Row gap="tight">
                  <DeviceName device={row.device} />
                  {row.isCurrent ? <Badge tone="success">{t('identity.this_device')}</Badge> : null}
                  {row.isImpersonation ? (
                    <Badge tone="warning">{t('identity.by_administrator')}</Badge>
                  ) : null}
                </Row>
              ),
            },
            { key: 'ip', header: t('identity.ip'), cell: (row) => row.ip ?? '–' },
            {
              key: 'used',
              header: t('identity.last_used'),
              cell: (row) => <Time at={row.lastUsedAt} as="relative" />,
            },
            {
              key: 'end',
              header: t('identity.end_session'),
              actions: true,
              cell: (row) =>
                row.isCurrent ? null : (
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="id" value={row.id} />
                    <Button type="submit" size="small" name="intent" value="end_session">
                      {t('identity.end_session')}
                    </Button>
                  </Form>
                ),
            },
          ]}
        />
      </Stack>
    </Section>
  )
}
