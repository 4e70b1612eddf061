import { NavLink } from 'react-router'
import styles from './tabs.module.css'

/** Pages of one thing beside one another. Each is a link with an address of its own. */
export function Tabs({
  label,
  tabs,
}: {
  label: string
  tabs: { to: string; label: string; count?: number; end?: boolean }[]
}) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end ?? false} className={styles.tab ?? ''}>
          {tab.label}
          {tab.count === undefined ? null : <span className={styles.count}>{tab.count}</span>}
        </NavLink>
      ))}
    </nav>
  )
}
