import type { ReactNode } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { type Device, DeviceName } from './device-name.tsx'

export type Try = {
  id: string
  userId: string | null
  userName: string | null
  device: Device
  ip: string | null
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
        ...(who ? [{ key: 'who', header: t('identity.who'), cell: who }] : []),
        {
          key: 'device',
          header: t('identity.device'),
          primary: true,
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
        { key: 'ip', header: t('identity.ip'), cell: (row) => row.ip ?? '–' },
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

function reasonOf(t: ReturnType<typeof useMessages>, code: string | null): string {
  switch (code) {
    case 'identity.wrong_credentials':
      return t('identity.try_wrong_password')
    case 'identity.email_not_verified':
      return t('identity.try_not_verified')
    case 'identity.banned':
      return t('identity.try_banned')
    case 'identity.membership_inactive':
      return t('identity.try_inactive')
    default:
      return t('identity.try_failed')
  }
}
