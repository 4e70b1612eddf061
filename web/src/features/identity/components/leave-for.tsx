import { useEffect } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Callout } from '~/ui/callout.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { DoorLink } from './auth-parts.tsx'

/**
 * On to an app. Browsers hold every step a form leads to against the policy of its page, so an answer in a form
 * cannot lead to another site; this page does, by itself or by its link.
 */
export function LeaveFor({ url, to, words }: { url: string; to: string; words: string }) {
  const t = useMessages()
  useEffect(() => location.replace(url), [url])
  return (
    <>
      <PageHeader title={t('access.leaving', { to })} />
      <Stack>
        <Callout tone="success">
          <p>{words}</p>
        </Callout>
        <DoorLink href={url}>{t('access.leaving', { to })}</DoorLink>
      </Stack>
    </>
  )
}
