import type { KeyboardEvent } from 'react'
import { type Place, placeByKey, type Row } from '../outline-tree.ts'
import type { OutlineNode } from '../shapes.ts'

/** What the keys need to know of an outline, and what they can do with it. */
type Keyboard = {
  nodes: OutlineNode[]
  rows: Row[]
  closed: ReadonlySet<string>
  /** A part is lifted by keys: then they move it. */
  isLifted: boolean
  liftedKey: (event: KeyboardEvent<HTMLDivElement>) => void
  lift: (node: OutlineNode) => void
  realId: (id: string) => string | null
  focus: (id: string) => void
  toggle: (id: string) => void
  doings: {
    open: (realId: string) => void
    rename: (id: string) => void
    addBelow: (node: OutlineNode) => void
    addInside: (node: OutlineNode) => void
    copy: (node: OutlineNode) => void
    move: (id: string, to: Place | null, words: string) => void
    remove: (node: OutlineNode) => void
  }
  /** What is said when a part has moved. */
  say: (title: string) => string
}

/** Everything the keys do in an outline; what they are is told below it (`outline-help.tsx`). */
export function outlineKeys(outline: Keyboard) {
  const { nodes, rows, closed, realId, focus, toggle, doings } = outline
  return (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement
    const row = rows.find((one) => one.node.id === target.closest<HTMLElement>('[data-id]')?.dataset.id)
    if (!row || target.tagName === 'INPUT') return
    if (outline.isLifted) return outline.liftedKey(event)
    const { node } = row
    const at = rows.indexOf(row)
    const done = () => event.preventDefault()
    if (event.altKey && event.key.startsWith('Arrow')) {
      done()
      return doings.move(node.id, placeByKey(nodes, node.id, event.key), outline.say(node.title))
    }
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      done()
      return event.shiftKey ? doings.addInside(node) : doings.addBelow(node)
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = (to: Row | undefined) => {
      done()
      if (to) focus(to.node.id)
    }
    const isClosed = closed.has(node.id)
    switch (event.key) {
      case 'ArrowDown':
        return step(rows[at + 1])
      case 'ArrowUp':
        return step(rows[at - 1])
      case 'Home':
        return step(rows[0])
      case 'End':
        return step(rows.at(-1))
      case 'ArrowRight':
        if (node.childCount === 0 || !isClosed) return step(node.childCount > 0 ? rows[at + 1] : undefined)
        done()
        return toggle(node.id)
      case 'ArrowLeft':
        if (node.childCount === 0 || isClosed) return step(rows.find((one) => one.node.id === node.parentId))
        done()
        return toggle(node.id)
      case 'F2':
        done()
        return doings.rename(node.id)
    }
    // Other keys belong to the button or link that has the focus.
    if (target.getAttribute('role') !== 'row') return
    switch (event.key) {
      case 'Enter':
        done()
        return doings.rename(node.id)
      case ' ':
        done()
        return outline.lift(node)
      case 'n':
        done()
        return doings.addBelow(node)
      case 'N':
        done()
        return doings.addInside(node)
      case 'd':
        done()
        return doings.copy(node)
      case 'o': {
        done()
        const real = realId(node.id)
        return node.isPage && real ? doings.open(real) : undefined
      }
      case 'Delete':
        done()
        return doings.remove(node)
    }
  }
}
