import { IconBell, IconMenu2, IconSearch, IconSelector } from '@tabler/icons-react'
import { Form, Link, NavLink, Outlet, useLocation } from 'react-router'
import { apiContext, sessionContext } from '../lib/context.ts'
import { useMessages } from '../lib/messages/index.ts'
import { type Session, useSession, useSite } from '../lib/session.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Kbd, SkipLink } from '../ui/text.tsx'
import type { Route } from './+types/app-layout.ts'
import { ActingBanner } from './acting-banner.tsx'
import styles from './app-layout.module.css'
import { Brand } from './brand.tsx'
import { type Area, areasFor, type Place } from './navigation.ts'
import { askForPalette } from './palette-asked.ts'
import { Panel } from './panel.tsx'
import { PersonMenu } from './person-menu.tsx'
import { requireSession } from './require-session.ts'

export const middleware = [requireSession]

/** What only this frame shows. */
export async function loader({ context }: Route.LoaderArgs) {
  if (!context.get(sessionContext)?.modules.includes('notifications')) return { unread: 0 }
  const { data } = await context.get(apiContext).GET('/api/v1/notifications/unread')
  return { unread: data?.unread ?? 0 }
}

/** The frame of a signed-in person's work: places at the side on a desk, along the bottom on a phone. */
export default function AppLayout({ loaderData }: Route.ComponentProps) {
  const t = useMessages()
  const session = useSession()
  const site = useSite()
  const { pathname } = useLocation()
  if (!session) return null
  const areas = areasFor(session, site)
  return (
    <div
      className={styles.frame}
      data-density={/^\/(admin|support|engage)\b/.test(pathname) ? 'compact' : undefined}
    >
      <SkipLink />
      <aside className={styles.side} aria-label={site.organization.name}>
        <OrganizationSwitcher session={session} />
        <nav aria-label={t('app.main_navigation')} className={styles.places}>
          <Places areas={areas} />
        </nav>
        <PersonMenu session={session} place="side" />
      </aside>
      <header className={styles.top}>
        <Link to="/" className={styles.topBrand}>
          <Brand small />
        </Link>
        <button type="button" className={styles.search} onClick={askForPalette}>
          <IconSearch size={18} stroke={1.75} aria-hidden="true" />
          <span className={styles.searchWords}>{t('app.jump_to')}</span>
          <span className={styles.searchKey} aria-hidden="true">
            <Kbd>Ctrl K</Kbd>
          </span>
        </button>
        {session.modules.includes('notifications') ? <Bell unread={loaderData.unread} /> : null}
        <div className={styles.topPerson}>
          <PersonMenu session={session} place="header" />
        </div>
      </header>
      <div className={styles.acting}>
        <ActingBanner />
      </div>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <nav aria-label={t('app.main_navigation')} className={styles.bottom}>
        {areas
          .flatMap((area) => area.places)
          .slice(0, 4)
          .map((place) => (
            <PlaceLink key={place.to} place={place} className={styles.bottomPlace} />
          ))}
        <button type="button" popoverTarget="more-places" className={styles.bottomPlace}>
          <IconMenu2 size={22} stroke={1.75} aria-hidden="true" />
          <span>{t('app.more')}</span>
        </button>
      </nav>
      <Panel id="more-places" corner="bottom" label={t('app.more')}>
        <nav aria-label={t('app.more')} className={styles.places}>
          <Places areas={areas} />
        </nav>
      </Panel>
    </div>
  )
}

function Places({ areas }: { areas: Area[] }) {
  const t = useMessages()
  return areas.map((area) => (
    <div key={area.id} className={styles.area}>
      <p className={styles.areaName} id={`area-${area.id}`}>
        {t(area.label)}
      </p>
      <ul className={styles.list}>
        {area.places.map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} className={styles.place} />
          </li>
        ))}
      </ul>
    </div>
  ))
}

function PlaceLink({ place, className }: { place: Place; className: string | undefined }) {
  const t = useMessages()
  const { pathname } = useLocation()
  const { icon: Icon, to, label, end = false, within } = place
  return (
    <NavLink to={to} end={end && !(within && pathname.startsWith(within))} className={className ?? ''}>
      <Icon size={20} stroke={1.75} aria-hidden="true" />
      <span>{t(label)}</span>
    </NavLink>
  )
}

function Bell({ unread }: { unread: number }) {
  const t = useMessages()
  const label = t('app.notifications_unread', { count: unread })
  return (
    <Link to="/notifications" className={styles.bell} aria-label={label} title={label}>
      <IconBell size={20} stroke={1.75} aria-hidden="true" />
      {unread > 0 ? (
        <span className={styles.unread} aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </Link>
  )
}

/** The organization one works in; with several, a panel to change it. */
function OrganizationSwitcher({ session }: { session: Session }) {
  const t = useMessages()
  const { organization } = useSite()
  const { pathname } = useLocation()
  if (session.organizations.length < 2) {
    return (
      <Link to="/" className={styles.organization}>
        <Brand small />
      </Link>
    )
  }
  return (
    <>
      <button type="button" popoverTarget="organizations" className={styles.organization}>
        <Brand small />
        <IconSelector size={18} stroke={1.75} aria-hidden="true" className={styles.selector} />
        <span className="visually-hidden">{t('app.switch_organization')}</span>
      </button>
      <Panel id="organizations" corner="top-start" label={t('app.switch_organization')}>
        <Form method="post" action="/switch-organization" reloadDocument>
          <input type="hidden" name="next" value={pathname} />
          {session.organizations.map((other) => (
            <button
              key={other.id}
              type="submit"
              name="organization"
              value={other.slug}
              className={styles.other}
              aria-current={other.id === organization.id ? 'true' : undefined}
            >
              <Avatar name={other.name} src={other.logoUrl} size="small" square />
              {other.name}
            </button>
          ))}
        </Form>
      </Panel>
    </>
  )
}
