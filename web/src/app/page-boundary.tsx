import { Outlet } from 'react-router'
import { ErrorPage } from '../ui/error-page.tsx'
import type { Route } from './+types/page-boundary.ts'
import { readError } from './error-frame.tsx'

/** Holds a page inside its frame, so that a page that fails leaves the navigation standing. */
export default function PageBoundary() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage {...readError(error)} />
}
