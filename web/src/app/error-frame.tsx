import { isRouteErrorResponse } from 'react-router'
import { isProblem } from '../lib/problem.ts'
import { type ErrorKind, ErrorPage } from '../ui/error-page.tsx'
import { Mark } from '../ui/mark.tsx'
import styles from './error-frame.module.css'

/** An error outside every frame: nothing can be relied on, so there is only the mark and the way home. */
export function ErrorFrame({ error }: { error: unknown }) {
  return (
    <main id="main" className={styles.frame}>
      <a href="/" className={styles.mark}>
        <Mark size={32} label="Stoa" />
      </a>
      <ErrorPage {...readError(error)} />
    </main>
  )
}

/** Which error page a thrown value asks for, and the server's own words when there are any. */
export function readError(error: unknown): { kind: ErrorKind; detail: string | null } {
  if (isRouteErrorResponse(error)) {
    const detail = isProblem(error.data) ? error.data.detail : null
    if (error.status === 404) return { kind: 'not_found', detail: null }
    if (error.status === 403) return { kind: 'forbidden', detail }
    return { kind: 'failed', detail: error.status < 500 ? detail : null }
  }
  if (typeof navigator !== 'undefined' && navigator.onLine === false) return { kind: 'offline', detail: null }
  return { kind: 'failed', detail: null }
}
