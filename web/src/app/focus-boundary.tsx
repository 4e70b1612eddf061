import { Outlet } from 'react-router'
import { ErrorPage } from '../ui/error-page.tsx'
import type { Route } from './+types/focus-boundary.ts'
import { readError } from './error-frame.tsx'

/** As the page boundary, for the frame whose pages bring their own `<main>`. */
export default function FocusBoundary() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <main id="main" tabIndex={-1}>
      <ErrorPage {...readError(error)} />
    </main>
  )
}
