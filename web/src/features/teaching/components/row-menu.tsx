import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import styles from './row-menu.module.css'

export type RowAction = {
  label: string
  icon: ReactNode
  /** Keys that do the same. */
  keys?: string
  danger?: boolean
  disabled?: boolean
  run: () => void
}

/**
 * The one menu of a long list: it opens at the button of the row it was asked for, so that hundreds of rows need no
 * menu each. Groups are parted by a line.
 */
export function RowMenu({
  anchor,
  label,
  groups,
  onClose,
}: {
  /** The button it belongs to; null while closed. */
  anchor: HTMLElement | null
  label: string
  groups: RowAction[][]
  onClose: () => void
}) {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = menu.current
    if (!element || !anchor) return
    element.showPopover()
    place(element, anchor)
    element.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled])')?.focus()
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') onClose()
    }
    element.addEventListener('toggle', onToggle)
    const close = () => element.hidePopover()
    window.addEventListener('resize', close)
    return () => {
      element.removeEventListener('toggle', onToggle)
      window.removeEventListener('resize', close)
      if (element.matches(':popover-open')) element.hidePopover()
    }
  }, [anchor, onClose])

  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      menu.current?.hidePopover()
      anchor?.focus()
    } else if (next !== undefined) {
      event.preventDefault()
      items.at(next % items.length)?.focus()
    }
    event.stopPropagation()
  }

  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      className={styles.menu}
      onKeyDown={onKeyDown}
    >
      {anchor
        ? groups.map((actions) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of a menu
            <div key={actions[0]?.label} role="group" className={styles.group}>
              {actions.map((action) => (
                <button
                  key={action.label}
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  className={styles.item}
                  data-danger={action.danger || undefined}
                  aria-disabled={action.disabled || undefined}
                  onClick={() => {
                    if (action.disabled) return
                    menu.current?.hidePopover()
                    anchor.focus()
                    action.run()
                  }}
                >
                  {action.icon}
                  <span>{action.label}</span>
                  {action.keys ? (
                    <span className={styles.keys} aria-hidden="true">
                      {action.keys}
                    </span>
                  ) : null}
                </button>
              ))}
            </div>
          ))
        : null}
    </div>
  )
}

/** Under the button, or above it where there is no room. */
function place(menu: HTMLElement, anchor: HTMLElement) {
  const button = anchor.getBoundingClientRect()
  const { width, height } = menu.getBoundingClientRect()
  const isRtl = getComputedStyle(menu).direction === 'rtl'
  const under = button.bottom + 4
  const top = under + height > window.innerHeight - 8 ? Math.max(8, button.top - height - 4) : under
  const left = isRtl ? button.left : button.right - width
  menu.style.setProperty('top', `${top}px`)
  menu.style.setProperty('left', `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`)
}
