import type { MouseEvent } from 'react'

/**
 * The link of ours that a plain click landed on, anywhere inside what listens; null when the browser has more to do
 * than follow it here. Lists of many links listen once instead of having each link listen.
 */
export function plainlyClicked(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  return link && !link.target && link.origin === window.location.origin ? link : null
}
