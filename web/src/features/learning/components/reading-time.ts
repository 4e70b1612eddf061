import { useEffect } from 'react'

/** How often a page that is being read says so, in milliseconds. */
const interval = 60_000

/** Tells the server that a page is open and how long it was in sight; a closing tab loses nothing. */
export function useReadingTime(nodeId: string, isCounted: boolean): void {
  useEffect(() => {
    if (!isCounted) return
    let seen = 0
    let since = document.hidden ? null : performance.now()
    const tell = (always = false) => {
      const now = performance.now()
      if (since !== null) {
        seen += now - since
        since = now
      }
      const seconds = Math.floor(seen / 1000)
      if (seconds === 0 && !always) return
      seen -= seconds * 1000
      navigator.sendBeacon(`/learn/pages/${nodeId}/views`, JSON.stringify({ seconds }))
    }
    const onVisibility = () => {
      tell()
      since = document.hidden ? null : performance.now()
    }
    // The first sign makes this the page to come back to.
    tell(true)
    const timer = setInterval(() => {
      if (!document.hidden) tell()
    }, interval)
    const onHide = () => tell()
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('pagehide', onHide)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('pagehide', onHide)
      tell()
    }
  }, [nodeId, isCounted])
}
