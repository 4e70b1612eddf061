import { redirect } from 'react-router'
import { sessionContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { LinkButton } from '~/ui/button.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import type { Route } from './+types/account-deleted.ts'

export function loader({ context }: Route.LoaderArgs) {
  if (context.get(sessionContext)) throw redirect('/account')
  return null
}

/** Where somebody arrives whose account is no more. */
export default function AccountDeleted() {
  const t = useMessages()
  return (
    <>
      <PageHeader title={t('account.deleted_title')} lead={t('account.deleted_lead')} />
      <LinkButton to="/">{t('ui.to_home')}</LinkButton>
    </>
  )
}
