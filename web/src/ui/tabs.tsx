import { useEffect, useRef } from 'react'
import { NavLink, useLocation } from 'react-router'
import styles from './tabs.module.css'

/** Pages of one thing beside one another. Each is a link with an address of its own. */
export function Tabs({
  label,
  tabs,
}: {
  label: string
  tabs: { to: string; label: string; count?: number; end?: boolean }[]
}) {
  const { pathname } = useLocation()
  const line = useRef<HTMLElement>(null)
  // On a phone they are a line that scrolls: the current one is brought into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page decides which one is the current
  useEffect(() => {
    const current = line.current?.querySelector<HTMLElement>('[aria-current]')
    if (line.current && current)
      line.current.scrollLeft = current.offsetLeft - (line.current.clientWidth - current.clientWidth) / 2
  }, [pathname])
  return (
    <nav ref={line} aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end ?? false} className={styles.tab ?? ''}>
          {tab.label}
          {tab.count === undefined ? null : <span className={styles.count}>{tab.count}</span>}
        </NavLink>
      ))}
    </nav>
  )
}
