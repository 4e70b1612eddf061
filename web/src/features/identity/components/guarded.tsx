import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { LinkButton } from '~/ui/button.tsx'
import styles from './security.module.css'

/** Says that a page is only to be looked at, and leads to the proof that opens it. */
export function LockedBar({ open }: { open: boolean }) {
  const t = useMessages()
  const { pathname, search } = useLocation()
  if (open) return null
  return (
    <div className={styles.locked}>
      <IconLock size={20} stroke={1.75} aria-hidden="true" className={styles.lock} />
      <p>{t('access.locked')}</p>
      <LinkButton size="small" to={`/confirm?next=${encodeURIComponent(pathname + search)}`}>
        {t('access.locked_button')}
      </LinkButton>
    </div>
  )
}

/** What cannot be changed without a fresh proof, so that nothing typed here is lost on the way to it. */
export function Guarded({ open, children }: { open: boolean; children: ReactNode }) {
  return (
    <fieldset disabled={!open} className={styles.guarded}>
      {children}
    </fieldset>
  )
}
