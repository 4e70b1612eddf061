import { IconKey } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Stack } from '~/ui/layout.tsx'
import { CopyFacts } from './copy-facts.tsx'
import styles from './security.module.css'

/** A secret, the one time it is told; it takes the focus so that nobody misses it. */
export function SecretOnce({ label, secret, about }: { label: string; secret: string; about?: string }) {
  const t = useMessages()
  const box = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another secret is news again
  useEffect(() => {
    box.current?.focus()
    box.current?.scrollIntoView({ block: 'center' })
  }, [secret])
  return (
    <section ref={box} tabIndex={-1} className={styles.secret} aria-label={t('access.secret_once')}>
      <Stack>
        <p className={styles.secretTitle}>
          <IconKey size={20} stroke={1.75} aria-hidden="true" />
          <strong>{t('access.secret_once')}</strong>
        </p>
        <CopyFacts facts={[{ label, value: secret, help: about }]} />
        <p className={styles.quiet}>{t('access.secret_once_text')}</p>
      </Stack>
    </section>
  )
}
