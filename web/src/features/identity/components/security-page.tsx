import type { ReactNode } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Page } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

/** A page below "Security". */
export function SecurityPage({
  title,
  lead,
  above = [],
  status,
  actions,
  width = 'form',
  children,
}: {
  title: string
  lead?: string
  /** Pages between "Security" and this one. */
  above?: { label: string; to: string }[]
  status?: ReactNode
  actions?: ReactNode
  width?: 'form' | 'wide'
  children: ReactNode
}) {
  const t = useMessages()
  return (
    <Page width={width}>
      <PageHeader
        title={title}
        lead={lead}
        status={status}
        actions={actions}
        crumbs={[{ label: t('access.security'), to: '/admin/security' }, ...above]}
      />
      {children}
    </Page>
  )
}
