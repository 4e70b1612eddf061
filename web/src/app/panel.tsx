import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import styles from './panel.module.css'

/**
 * A panel over the page that the browser itself opens and closes: give a button `popoverTarget={id}`. It stands in a
 * corner of the window, or along the bottom on a phone, and closes when the page changes.
 */
export function Panel({
  id,
  corner,
  label,
  children,
}: {
  id: string
  corner: 'top-start' | 'top-end' | 'bottom-start' | 'bottom'
  label: string
  children: ReactNode
}) {
  const panel = useRef<HTMLDivElement>(null)
  const { key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: every move closes it
  useEffect(() => {
    if (panel.current?.matches(':popover-open')) panel.current.hidePopover()
  }, [key])
  return (
    <div
      ref={panel}
      id={id}
      popover="auto"
      role="dialog"
      aria-label={label}
      className={`${styles.panel} ${styles[corner]}`}
    >
      {children}
    </div>
  )
}
