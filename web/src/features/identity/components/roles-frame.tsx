import type { ReactNode } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Page } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Tabs } from '~/ui/tabs.tsx'

/** The roles one by one, and all of them beside their permissions. */
export function RolesFrame({
  title,
  lead,
  actions,
  children,
}: {
  title: string
  lead: string
  actions?: ReactNode
  children: ReactNode
}) {
  const t = useMessages()
  return (
    <Page>
      <PageHeader title={title} lead={lead} actions={actions} />
      <Tabs
        label={t('app.roles')}
        tabs={[
          { to: '/admin/roles', label: t('app.roles'), end: true },
          { to: '/admin/roles/matrix', label: t('persons.matrix') },
        ]}
      />
      {children}
    </Page>
  )
}
