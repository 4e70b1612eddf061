import type { ReactNode } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Page } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Tabs } from '~/ui/tabs.tsx'

/** The log, whether it is intact, and what could not be written, beside one another. */
export function AuditFrame({
  title,
  lead,
  actions,
  children,
}: {
  title: string
  lead?: string
  actions?: ReactNode
  children: ReactNode
}) {
  const t = useMessages()
  return (
    <Page>
      <PageHeader title={title} lead={lead} actions={actions} />
      <Tabs
        label={t('app.audit')}
        tabs={[
          { to: '/admin/audit', label: t('audit.entries'), end: true },
          { to: '/admin/audit/verification', label: t('audit.verification') },
          { to: '/admin/audit/dead-letters', label: t('audit.dead_letters') },
        ]}
      />
      {children}
    </Page>
  )
}
