import { type ReactNode, useEffect, useRef } from 'react'
import { NavLink, useLocation } from 'react-router'
import { type MessageKey, useMessages } from '~/lib/messages/index.ts'
import { useSession } from '~/lib/session.ts'
import type { Crumb } from '~/ui/breadcrumbs.tsx'
import { Page } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import styles from './account-frame.module.css'

type Place = { to: string; label: MessageKey; end?: boolean; module?: string }

const places: Place[] = [
  { to: '/account', label: 'identity.profile', end: true },
  { to: '/account/addresses', label: 'account.addresses' },
  { to: '/account/security', label: 'identity.security' },
  { to: '/account/preferences', label: 'identity.preferences' },
  { to: '/account/notifications', label: 'app.notifications', module: 'notifications' },
  { to: '/account/organizations', label: 'identity.organizations' },
  { to: '/account/apps', label: 'account.apps' },
  { to: '/account/tokens', label: 'account.tokens' },
  { to: '/account/privacy', label: 'account.privacy' },
]

/** The pages of one's own account, beside one another. */
export function AccountFrame({
  title,
  lead,
  crumbs,
  actions,
  narrow = false,
  children,
}: {
  title: string
  lead?: ReactNode
  crumbs?: Crumb[]
  actions?: ReactNode
  /** For one short form. */
  narrow?: boolean
  children: ReactNode
}) {
  return (
    <Page>
      <div className={styles.frame}>
        <Places />
        <div className={styles.page}>
          <PageHeader title={title} lead={lead} {...(crumbs ? { crumbs } : {})} actions={actions} />
          {narrow ? <div className={styles.narrow}>{children}</div> : children}
        </div>
      </div>
    </Page>
  )
}

function Places() {
  const t = useMessages()
  const session = useSession()
  const { pathname } = useLocation()
  const list = useRef<HTMLElement>(null)
  // On a phone they are a line that scrolls: the current one is brought into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page decides which one is the current
  useEffect(() => {
    const line = list.current
    const current = line?.querySelector<HTMLElement>('[aria-current]')
    if (line && current) line.scrollLeft = current.offsetLeft - (line.clientWidth - current.clientWidth) / 2
  }, [pathname])
  return (
    <nav ref={list} aria-label={t('app.account')} className={styles.places}>
      {places
        .filter(({ module }) => !module || session?.modules.includes(module))
        .map(({ to, label, end = false }) => (
          <NavLink key={to} to={to} end={end} className={styles.place ?? ''}>
            {t(label)}
          </NavLink>
        ))}
    </nav>
  )
}
