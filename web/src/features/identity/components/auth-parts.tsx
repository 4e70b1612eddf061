import type { ReactNode } from 'react'
import { Button, LinkButton } from '~/ui/button.tsx'
import styles from './auth.module.css'

/** The one thing to do on a page of the door, as wide as its fields. */
export function DoorButton({ children, loading = false }: { children: ReactNode; loading?: boolean }) {
  return (
    <Button type="submit" variant="primary" size="large" className={styles.wide ?? ''} loading={loading}>
      {children}
    </Button>
  )
}

/** The same as a link to another site, or to a part of ours the web app does not draw. */
export function DoorLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <LinkButton to={href} reloadDocument variant="primary" size="large" className={styles.wide ?? ''}>
      {children}
    </LinkButton>
  )
}

/** Other ways, under a form. */
export function OtherWays({ children }: { children: ReactNode }) {
  return <div className={styles.under}>{children}</div>
}

/** A small link at the end of the field above it. */
export function Aside({ children }: { children: ReactNode }) {
  return <p className={styles.aside}>{children}</p>
}

/** An email address inside a sentence. */
export function Address({ children }: { children: ReactNode }) {
  return <strong className={styles.address}>{children}</strong>
}
