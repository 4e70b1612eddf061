import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './focus-bar.module.css'

/** The bar over a page in the focus frame: the way out, what this is, and what can be done. */
export function FocusBar({
  to,
  backLabel,
  title,
  children,
}: {
  to: string
  backLabel: string
  title: string
  children?: ReactNode
}) {
  return (
    <header className={styles.bar}>
      <Link to={to} className={styles.back} aria-label={backLabel} title={backLabel}>
        <IconArrowLeft size={20} stroke={1.75} aria-hidden="true" />
      </Link>
      <p className={styles.title}>{title}</p>
      <div className={styles.end}>{children}</div>
    </header>
  )
}
