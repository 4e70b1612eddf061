import { Form } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { Row } from '~/ui/layout.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { type Device, DeviceName } from './device-name.tsx'
import { NetworkAddress } from './network-address.tsx'

export type SignedInDevice = {
  id: string
  device: Device
  ip: string | null
  country: string | null
  lastUsedAt: string
  isCurrent: boolean
  isImpersonation: boolean
}

/** Devices somebody is signed in on. Signing one out sends `intent` = `end_session` and its `id`. */
export function DeviceTable({ caption, devices }: { caption: string; devices: SignedInDevice[] }) {
  const t = useMessages()
  return (
    <Table
      caption={caption}
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
              {row.isImpersonation ? <Badge tone="warning">{t('identity.by_administrator')}</Badge> : null}
            </Row>
          ),
        },
        { key: 'ip', header: t('identity.ip'), cell: (row) => <NetworkAddress {...row} /> },
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
  )
}
