import { Link, NavLink, Outlet } from 'react-router'
import { useMessages } from '../lib/messages/index.ts'
import { useSession, useSite } from '../lib/session.ts'
import { LinkButton } from '../ui/button.tsx'
import { Mark } from '../ui/mark.tsx'
import { SkipLink } from '../ui/text.tsx'
import { ActingBanner } from './acting-banner.tsx'
import { Brand } from './brand.tsx'
import { PersonMenu } from './person-menu.tsx'
import { LanguageControl, ThemeControl } from './preference-controls.tsx'
import styles from './public-layout.module.css'

/** The public face of an organization. */
export default function PublicLayout() {
  const t = useMessages()
  const site = useSite()
  const session = useSession()
  return (
    <div className={styles.frame}>
      <SkipLink />
      <ActingBanner />
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link to="/" className={styles.brand}>
            <Brand />
          </Link>
          <nav aria-label={t('app.main_navigation')} className={styles.nav}>
            <NavLink to="/courses" className={styles.link ?? ''}>
              {t('app.catalogue')}
            </NavLink>
          </nav>
          {session ? (
            <div className={styles.end}>
              <LinkButton to="/learn" variant="primary">
                {t('app.my_learning')}
              </LinkButton>
              <PersonMenu session={session} place="header" />
            </div>
          ) : (
            <div className={styles.end}>
              <Link to="/sign-in" className={styles.link}>
                {t('app.sign_in')}
              </Link>
              {site.signUpOpen ? (
                <LinkButton to="/sign-up" variant="primary" className={styles.signUp}>
                  {t('app.sign_up')}
                </LinkButton>
              ) : null}
            </div>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <footer className={styles.footer}>
        <div className={styles.foot}>
          <div>
            <p className={styles.footName}>{site.organization.name}</p>
            <nav aria-label={t('app.footer_navigation')} className={styles.footLinks}>
              <Link to="/courses">{t('app.catalogue')}</Link>
              <Link to="/certificates">{t('app.check_certificate')}</Link>
              {session ? null : <Link to="/sign-in">{t('app.sign_in')}</Link>}
              {site.environment === 'development' ? <Link to="/mail">{t('app.mail')}</Link> : null}
            </nav>
          </div>
          <div className={styles.footControls}>
            <ThemeControl />
            <LanguageControl />
          </div>
          <p className={styles.powered}>
            <Mark size={16} />
            {t('app.powered_by')}
          </p>
        </div>
      </footer>
    </div>
  )
}
