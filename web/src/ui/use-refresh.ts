import { useEffect } from 'react'
import { useRevalidator } from 'react-router'

/** Loads the page's data again and again while something is going on, as long as somebody looks. */
export function useRefresh(wanted: boolean, milliseconds: number): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!wanted) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void revalidate()
    }, milliseconds)
    return () => clearInterval(timer)
  }, [wanted, milliseconds, revalidate])
}
