import { Link, Outlet } from 'react-router'
import { ErrorPage } from '../ui/error-page.tsx'
import type { Route } from './+types/focus-boundary.ts'
import { Brand } from './brand.tsx'
import { readError } from './error-frame.tsx'
import styles from './focus-layout.module.css'

/** As the page boundary, for the frame whose pages bring their own `<main>`. */
export default function FocusBoundary() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <>
      <header className={styles.bar}>
        <Link to="/" className={styles.brand}>
          <Brand />
        </Link>
      </header>
      <main id="main" tabIndex={-1}>
        <ErrorPage {...readError(error)} />
      </main>
    </>
  )
}
