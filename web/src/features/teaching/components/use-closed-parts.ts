import { useCallback, useState } from 'react'
import type { OutlineNode } from '../shapes.ts'

/** Which parts of an outline are folded, so that what is below them is not shown. */
export function useClosedParts() {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((id: string) => setClosed((before) => toggled(before, id)), [])
  const open = useCallback(
    (id: string) => setClosed((before) => (before.has(id) ? toggled(before, id) : before)),
    [],
  )
  const closeOrOpenAll = useCallback(
    (nodes: OutlineNode[]) =>
      setClosed((before) =>
        before.size > 0
          ? new Set()
          : new Set(nodes.filter((node) => node.childCount > 0).map((node) => node.id)),
      ),
    [],
  )
  return { closed, toggle, open, closeOrOpenAll }
}

function toggled(set: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
