import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { toast } from './toast.ts'

/** The words for what was done; with `undo`, which is given what `of` in the address names, also a way back. */
type DoneWords = string | { message: string; undo: (of: string) => void }

/**
 * Says what an action did that led to this page: it redirects to `?done=<key>` (or `?done=<key>&of=<id>`), and the
 * words for the key are shown once. The address is tidied afterwards, so that a reload says nothing.
 */
export function useDoneToast(words: Record<string, DoneWords>): void {
  const { pathname, search, hash } = useLocation()
  const navigate = useNavigate()
  const done = new URLSearchParams(search).get('done')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done is said once, whatever else changes
  useEffect(() => {
    if (!done) return
    const rest = new URLSearchParams(search)
    const of = rest.get('of') ?? ''
    const said = words[done]
    if (said) {
      const { message, undo } = typeof said === 'string' ? { message: said, undo: null } : said
      toast({ message, tone: 'success', ...(undo ? { undo: () => undo(of) } : {}) })
    }
    rest.delete('done')
    rest.delete('of')
    void navigate({ pathname, search: rest.toString(), hash }, { replace: true, preventScrollReset: true })
  }, [done, pathname, search, hash, navigate])
}
