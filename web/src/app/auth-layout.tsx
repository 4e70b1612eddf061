import { Link, Outlet } from 'react-router'
import { useSite } from '../lib/session.ts'
import { Colonnade } from '../ui/colonnade.tsx'
import { SkipLink } from '../ui/text.tsx'
import styles from './auth-layout.module.css'
import { Brand } from './brand.tsx'
import { LanguageControl } from './preference-controls.tsx'

/** The door: signing in, signing up and everything on the way. */
export default function AuthLayout() {
  const { organization } = useSite()
  return (
    <div className={styles.frame} data-bleed="">
      <SkipLink />
      <div className={styles.door}>
        <header className={styles.head}>
          <Link to="/" className={styles.brand} aria-label={organization.name}>
            <Brand />
          </Link>
        </header>
        <main id="main" tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
        <footer className={styles.foot}>
          <LanguageControl />
        </footer>
      </div>
      <div className={styles.picture}>
        <Colonnade keep="end" />
      </div>
    </div>
  )
}
