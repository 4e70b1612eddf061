import { Link } from 'react-router'
import { useMessages } from '../lib/messages/index.ts'
import styles from './breadcrumbs.module.css'

export type Crumb = { label: string; to: string }

/** The pages above this one, outermost first. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const t = useMessages()
  return (
    <nav aria-label={t('ui.breadcrumbs')} className={styles.nav}>
      <ol className={styles.list}>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
