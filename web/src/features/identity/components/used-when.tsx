import { useMessages } from '~/lib/messages/index.ts'
import { Time } from '~/ui/text.tsx'

/** When something was added and when it was last of use. */
export function UsedWhen({ createdAt, lastUsedAt }: { createdAt: string; lastUsedAt: string | null }) {
  const t = useMessages()
  return (
    <>
      {t.rich('account.added_when', { when: <Time key="added" at={createdAt} /> })}
      {' · '}
      {lastUsedAt
        ? t.rich('account.used_when', { when: <Time key="used" at={lastUsedAt} as="relative" /> })
        : t('account.never_used')}
    </>
  )
}
