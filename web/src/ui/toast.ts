import { useSyncExternalStore } from 'react'

/** A short word that something happened, with a way back when there is one. */
export type Toast = {
  message: string
  tone?: 'neutral' | 'success' | 'danger'
  /** Takes it back; the button is there as long as the toast. */
  undo?: () => void
}

let waiting: readonly Toast[] = []
let wanted = false
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows a toast. For what went well, or what went wrong away from any form; form errors belong to the form. */
export function toast(message: Toast): void {
  waiting = [...waiting, message]
  wanted = true
  for (const listener of listeners) listener()
}

/** The toasts nobody has shown yet, taken by the host. */
export function takeToasts(): readonly Toast[] {
  const taken = waiting
  if (taken.length > 0) {
    waiting = []
    for (const listener of listeners) listener()
  }
  return taken
}

export function useWaitingToasts(): readonly Toast[] {
  return useSyncExternalStore(
    subscribe,
    () => waiting,
    () => waiting,
  )
}

/** Whether a toast was ever wanted, so that the host's code is fetched only then. */
export function useToastsWanted(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => wanted,
    () => false,
  )
}
