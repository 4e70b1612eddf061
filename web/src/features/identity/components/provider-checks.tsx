import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Card } from '~/ui/layout.tsx'
import styles from './security.module.css'

export type ProviderCheck = {
  code: 'reachable' | 'issuer' | 'endpoints' | 'pkce' | 'keys'
  passes: boolean
  message: string
}

/** What a test of a provider looked at, and for what failed what to do. */
export function ProviderChecks({ works, checks }: { works: boolean; checks: ProviderCheck[] }) {
  const t = useMessages()
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another test is news again
  useEffect(() => box.current?.focus(), [checks])
  return (
    <div ref={box} tabIndex={-1} role="status">
      <Card>
        <p className={styles.legend}>{t(works ? 'access.checks_passed' : 'access.checks_failed')}</p>
        <ul className={styles.checks}>
          {checks.map(({ code, passes, message }) => (
            <li key={code} className={styles.check}>
              {passes ? (
                <IconCircleCheck size={20} stroke={1.75} aria-hidden="true" className={styles.fine} />
              ) : (
                <IconCircleX size={20} stroke={1.75} aria-hidden="true" className={styles.bad} />
              )}
              <div>
                <p>
                  {t(`access.check_${code}`)}
                  {': '}
                  {t(passes ? 'access.check_passes' : 'access.check_fails')}
                </p>
                {passes ? null : (
                  <>
                    <p>{t(`access.check_${code}_failed`)}</p>
                    <p className={styles.mono} lang="en">
                      {message}
                    </p>
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
