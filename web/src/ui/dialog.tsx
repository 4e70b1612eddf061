import { lazy, type ReactNode, Suspense, useState } from 'react'
import styles from './dialog.module.css'

const Modal = lazy(() => import('./widgets/modal.tsx'))

export type DialogProps = {
  opened: boolean
  onClose: () => void
  title: string
  size?: 'small' | 'medium' | 'large'
  children: ReactNode
}

/** A question or a small task over the page. Its code is fetched the first time it opens. */
export function Dialog(props: DialogProps) {
  const [wanted, setWanted] = useState(props.opened)
  if (props.opened && !wanted) setWanted(true)
  if (!wanted) return null
  return (
    <Suspense fallback={null}>
      <Modal {...props} />
    </Suspense>
  )
}

/** The buttons at the end of a dialog, the primary last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}
