import { useEffect, useState, useSyncExternalStore } from 'react'
import { isComplete } from '../block-kinds.ts'
import type { PageAnswer, PageWish } from '../page-change.ts'
import { createPageDraft } from '../page-draft.ts'
import type { PageContent } from '../shapes.ts'

export type DraftOfPage = ReturnType<typeof createPageDraft>

/** The draft of a page, with what it looks like now. What still waits is stored when the page goes away. */
export function usePageDraft(page: PageContent) {
  const [draft] = useState(() =>
    createPageDraft({ page, isComplete, send: (wish) => send(page.nodeId, wish) }),
  )
  const state = useSyncExternalStore(draft.subscribe, draft.get, draft.get)
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') draft.flush()
    }
    const onLeave = (event: BeforeUnloadEvent) => {
      draft.flush()
      if (!isAllSaved(draft.get())) event.preventDefault()
    }
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('beforeunload', onLeave)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('beforeunload', onLeave)
      draft.flush()
    }
  }, [draft])
  return { draft, state }
}

/** What waits for a file or an address was never there, so it cannot be lost. */
function isAllSaved({ blocks, isTitleSaved }: ReturnType<DraftOfPage['get']>): boolean {
  return isTitleSaved && blocks.every((block) => block.state === 'saved' || !isComplete(block))
}

async function send(nodeId: string, wish: PageWish): Promise<PageAnswer> {
  const response = await fetch(`/teach/pages/${nodeId}/changes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  })
  return (await response.json()) as PageAnswer
}
