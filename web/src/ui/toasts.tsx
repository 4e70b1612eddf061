import { lazy, Suspense } from 'react'
import { useToastsWanted } from './toast.ts'

const Host = lazy(() => import('./widgets/toast-host.tsx'))

/** Where toasts appear; its code is fetched with the first one. */
export function Toasts() {
  if (!useToastsWanted()) return null
  return (
    <Suspense fallback={null}>
      <Host />
    </Suspense>
  )
}
