import { IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useRevalidator } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { Page } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Tabs } from '~/ui/tabs.tsx'

/** What this machine would have sent, whoever it was for: mails and text messages beside one another. */
export function CatcherPage({ children }: { children: ReactNode }) {
  const t = useMessages()
  const { revalidate, state } = useRevalidator()
  return (
    <Page>
      <PageHeader
        title={t('notifications.catcher_title')}
        lead={t('notifications.catcher_lead')}
        actions={
          <Button
            icon={<IconRefresh size={18} stroke={1.75} />}
            loading={state !== 'idle'}
            onClick={() => void revalidate()}
          >
            {t('notifications.look_again')}
          </Button>
        }
      />
      <Tabs
        label={t('notifications.catcher_title')}
        tabs={[
          { to: '/mail', label: t('notifications.catcher_mails'), end: true },
          { to: '/mail/texts', label: t('notifications.catcher_texts') },
        ]}
      />
      {children}
    </Page>
  )
}
