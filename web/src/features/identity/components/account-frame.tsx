import type { ReactNode } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { useSession } from '~/lib/session.ts'
import { Page } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Tabs } from '~/ui/tabs.tsx'

/** The pages of one's own account, beside one another. */
export function AccountFrame({
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
  const session = useSession()
  return (
    <Page width="form">
      <PageHeader title={title} lead={lead} actions={actions} />
      <Tabs
        label={t('app.account')}
        tabs={[
          { to: '/account', label: t('identity.profile'), end: true },
          { to: '/account/preferences', label: t('identity.preferences') },
          { to: '/account/security', label: t('identity.security') },
          ...(session?.modules.includes('notifications')
            ? [{ to: '/account/notifications', label: t('app.notifications') }]
            : []),
          { to: '/account/organizations', label: t('identity.organizations') },
        ]}
      />
      {children}
    </Page>
  )
}
