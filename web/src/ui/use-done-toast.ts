import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { toast } from './toast.ts'

/**
 * Says what an action did that led to this page: it redirects to `?done=<key>`, and the words for the key are
 * shown once. The address is tidied afterwards, so that a reload says nothing.
 */
export function useDoneToast(words: Record<string, string>): void {
  const { pathname, search, hash } = useLocation()
  const navigate = useNavigate()
  const done = new URLSearchParams(search).get('done')
  const message = done ? words[done] : undefined
  useEffect(() => {
    if (!done) return
    if (message) toast({ message, tone: 'success' })
    const rest = new URLSearchParams(search)
    rest.delete('done')
    void navigate({ pathname, search: rest.toString(), hash }, { replace: true, preventScrollReset: true })
  }, [done, message, pathname, search, hash, navigate])
}
