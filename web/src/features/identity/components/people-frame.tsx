import { IconUserPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { may, useSession } from '~/lib/session.ts'
import { LinkButton } from '~/ui/button.tsx'
import { Page } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Tabs } from '~/ui/tabs.tsx'

/** People and those invited to become some, beside one another. */
export function PeopleFrame({
  title,
  lead,
  action,
  children,
}: {
  title: string
  lead?: string
  /** In place of the link to the invitation form. */
  action?: ReactNode
  children: ReactNode
}) {
  const t = useMessages()
  const invites = may(useSession(), 'identity.people.manage')
  return (
    <Page>
      <PageHeader
        title={title}
        lead={lead}
        actions={
          action ??
          (invites ? (
            <LinkButton
              to="/admin/people/invite"
              variant="primary"
              icon={<IconUserPlus size={18} stroke={1.75} />}
            >
              {t('people.invite')}
            </LinkButton>
          ) : null)
        }
      />
      <Tabs
        label={t('app.people')}
        tabs={[
          { to: '/admin/people', label: t('app.people'), end: true },
          { to: '/admin/people/online', label: t('persons.online') },
          { to: '/admin/people/invitations', label: t('people.invitations') },
          { to: '/admin/people/sign-ins', label: t('people.sign_ins') },
        ]}
      />
      {children}
    </Page>
  )
}
