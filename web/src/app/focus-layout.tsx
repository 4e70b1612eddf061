import { Outlet } from 'react-router'
import { SkipLink } from '../ui/text.tsx'
import { ActingBanner } from './acting-banner.tsx'
import styles from './focus-layout.module.css'
import { requireSession } from './require-session.ts'

export const middleware = [requireSession]

/** For one thing at a time, such as a lesson: no navigation of the house; the page brings its own bar. */
export default function FocusLayout() {
  return (
    <div className={styles.frame}>
      <SkipLink />
      <ActingBanner />
      <Outlet />
    </div>
  )
}
