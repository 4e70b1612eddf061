import { useEffect, useRef } from 'react'
import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Callout } from '~/ui/callout.tsx'

export type DirectoryTestResult = {
  ready: boolean
  problems: ('paused' | 'no_token' | 'token_ends_soon' | 'never_seen' | 'last_change_refused')[]
  provenDomains: string[]
  users: { total: number }
  groups: { total: number }
}

/** What a directory would find here, and what stands in its way. */
export function DirectoryTest({ result }: { result: DirectoryTestResult }) {
  const t = useMessages()
  const format = useFormat()
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another test is news again
  useEffect(() => box.current?.focus(), [result])
  const { ready, problems, provenDomains, users, groups } = result
  return (
    <div ref={box} tabIndex={-1} role="status">
      <Callout
        tone={!ready ? 'danger' : problems.length > 0 ? 'warning' : 'success'}
        title={t(ready ? 'access.directory_test_ready' : 'access.directory_test_not_ready')}
      >
        {problems.map((problem) => (
          <p key={problem}>{t(`access.directory_test_${problem}`)}</p>
        ))}
        <p>
          {t('access.directory_test_found', {
            people: t('access.people_count', { count: users.total }),
            groups: t('access.groups_count', { count: groups.total }),
          })}
        </p>
        <p>
          {provenDomains.length > 0
            ? t('access.directory_test_proven', { domains: format.list(provenDomains) })
            : t('access.directory_test_unproven')}
        </p>
      </Callout>
    </div>
  )
}
