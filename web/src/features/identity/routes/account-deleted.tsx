import { useMessages } from '~/lib/messages/index.ts'
import { LinkButton } from '~/ui/button.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

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
