import type { ReactNode } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { type Device, DeviceName } from './device-name.tsx'
import { reasonOf } from './login-reason.ts'
import { NetworkAddress } from './network-address.tsx'
import { methodName } from './sign-in-method.ts'

export type Try = {
  id: string
  userId: string | null
  userName: string | null
  device: Device
  method: string
  ip: string | null
  country: string | null
  success: boolean
  failureReason: string | null
  createdAt: string
}

/** Tries to sign in: from where, when, and how they ended. */
export function LoginTable({
  caption,
  tries,
  who,
}: {
  caption: string
  tries: Try[]
  /** Adds a column with the person. */
  who?: (row: Try) => ReactNode
}) {
  const t = useMessages()
  return (
    <Table
      caption={caption}
      rows={tries}
      rowKey={(row) => row.id}
      columns={[
        ...(who ? [{ key: 'who', header: t('identity.who'), primary: true, cell: who }] : []),
        {
          key: 'device',
          header: t('identity.device'),
          primary: !who,
          cell: (row) => <DeviceName device={row.device} />,
        },
        {
          key: 'outcome',
          header: t('identity.outcome'),
          cell: (row) => (
            <Badge tone={row.success ? 'success' : 'danger'}>
              {row.success ? t('identity.signed_in') : reasonOf(t, row.failureReason)}
            </Badge>
          ),
        },
        { key: 'method', header: t('account.how'), cell: (row) => methodName(t, row.method) },
        { key: 'ip', header: t('identity.ip'), cell: (row) => <NetworkAddress {...row} /> },
        {
          key: 'when',
          header: t('identity.when'),
          align: 'end',
          cell: (row) => <Time at={row.createdAt} as="dateTime" />,
        },
      ]}
    />
  )
}
