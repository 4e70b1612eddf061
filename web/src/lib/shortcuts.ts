import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

/** A key a page listens to, and what it does, in the reader's words. */
export type Shortcut = { keys: string; label: string; run: () => void }

let active: readonly Shortcut[] = []
const listeners = new Set<() => void>()
const change = (next: readonly Shortcut[]) => {
  active = next
  for (const listener of listeners) listener()
}

/**
 * Listens to a shortcut while the component is shown and lists it in the shortcut help.
 * `keys` is `mod+k` (Ctrl or Command), `shift+n`, or a single key such as `?` or `ArrowRight`.
 */
export function useShortcut(keys: string, label: string, run: () => void): void {
  const onRun = useEffectEvent(run)
  useEffect(() => {
    const shortcut = { keys, label, run: () => onRun() }
    change([...active, shortcut])
    return () => change(active.filter((other) => other !== shortcut))
  }, [keys, label])
}

/** The shortcuts the current page listens to, outermost first. */
export function useActiveShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => active,
    () => active,
  )
}

/** Starts listening to the keyboard. Single keys are left alone while a person is typing. */
export function listenForShortcuts(): () => void {
  const onKey = (event: KeyboardEvent) => {
    const found = active.findLast((shortcut) => matches(shortcut.keys, event))
    if (!found) return
    const single = !event.ctrlKey && !event.metaKey
    if (single && isTyping(event.target)) return
    if (event.key.startsWith('Arrow') && usesArrows(event.target)) return
    event.preventDefault()
    found.run()
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}

function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  if (parts.includes('mod') !== (event.ctrlKey || event.metaKey)) return false
  if (parts.includes('shift') && !event.shiftKey) return false
  return !event.altKey && event.key.toLowerCase() === key.toLowerCase()
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"]') !== null)
  )
}

/** Players and what scrolls sideways have a use of their own for the arrow keys. */
function usesArrows(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('audio, video, pre, table') !== null
}
