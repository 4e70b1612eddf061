import { type DragMoveEvent, PointerSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { branchOf, depthOf, type Landing, landingAt, type Place, type Row } from '../outline-tree.ts'
import type { OutlineNode } from '../shapes.ts'

/** How far a level stands in, in pixels; the same as in the style sheet. */
const step = 24

/** A part in the hand: by keyboard it waits for the next key, by pointer it follows. */
type Lifted = { id: string; title: string; landing: Landing; by: 'keys' | 'pointer' }

/**
 * Taking a part of the outline into the hand and putting it down elsewhere, by pointer and by keyboard alike: both
 * only choose a landing, and the rows stay where they are until it is put down.
 */
export function useLifting(options: {
  nodes: OutlineNode[]
  rows: Row[]
  closed: ReadonlySet<string>
  grid: RefObject<HTMLElement | null>
  onLift: () => void
  /** Put down; null where it was. */
  onDrop: (id: string, to: Place | null) => void
  /** Says something to those who do not see the outline. */
  say: (words: string) => void
}) {
  const { nodes, rows, closed, grid, onLift, onDrop, say } = options
  const t = useMessages()
  const [lifted, setLifted] = useState<Lifted | null>(null)
  const find = (id: string) => nodes.find((node) => node.id === id)
  const branch = lifted ? branchOf(nodes, lifted.id) : []
  const inHand = new Set(branch.map((node) => node.id))
  const resting = lifted ? rows.filter((row) => !inHand.has(row.node.id)) : rows

  const lift = (node: OutlineNode, by: Lifted['by']): Lifted | null => {
    const own = branchOf(nodes, node.id)
    const gap = rows.findIndex((row) => row.node.id === node.id)
    const rest = rows.filter((row) => !own.includes(row.node))
    const landing = landingAt(rest, closed, own, gap, depthOf(node))
    if (!landing) return null
    const held = { id: node.id, title: node.title, landing, by }
    onLift()
    setLifted(held)
    return held
  }
  const tell = (held: Lifted, key: 'teaching.lifted' | 'teaching.lifted_at') => {
    const { parentId, after, depth } = held.landing
    const siblings = nodes.filter((node) => node.parentId === parentId && node.id !== held.id)
    const place = siblings.findIndex((node) => node.id === after) + 2
    say(
      t(key, {
        title: held.title,
        place: after === null ? 1 : place,
        total: siblings.length + 1,
        level: depth + 1,
        parent: parentId ? (find(parentId)?.title ?? '') : '',
        isTop: parentId === null ? 'yes' : 'no',
      }),
    )
  }
  const shift = (held: Lifted, gap: number, depth: number) => {
    const landing = landingAt(resting, closed, branch, gap, depth)
    if (!landing) return false
    const next = { ...held, landing }
    setLifted(next)
    if (held.by === 'keys') tell(next, 'teaching.lifted_at')
    return true
  }
  const drop = (held: Lifted) => {
    setLifted(null)
    const { parentId, after } = held.landing
    const node = find(held.id)
    const siblings = nodes.filter((other) => other.parentId === node?.parentId)
    const wasAfter = siblings[siblings.findIndex((other) => other.id === held.id) - 1]?.id ?? null
    const isElsewhere = node && (node.parentId !== parentId || wasAfter !== after)
    if (isElsewhere) say(t('teaching.dropped', { title: held.title }))
    onDrop(held.id, isElsewhere ? { parentId, after } : null)
  }
  const putBack = () => {
    if (!lifted) return
    setLifted(null)
    say(t('teaching.put_back', { title: lifted.title }))
  }

  /** The next gap in a direction that takes the branch. */
  const stepTo = (held: Lifted, direction: -1 | 1) => {
    const { gap, depth } = held.landing
    for (let next = gap + direction; next >= 0 && next <= resting.length; next += direction) {
      if (shift(held, next, depth)) return
    }
  }
  const onKey = (event: KeyboardEvent) => {
    if (!lifted) return
    const { gap, depth } = lifted.landing
    switch (event.key) {
      case 'ArrowDown':
        stepTo(lifted, 1)
        break
      case 'ArrowUp':
        stepTo(lifted, -1)
        break
      case 'ArrowRight':
        shift(lifted, gap, depth + 1)
        break
      case 'ArrowLeft':
        shift(lifted, gap, depth - 1)
        break
      case ' ':
      case 'Enter':
        drop(lifted)
        break
      case 'Escape':
      case 'Tab':
        putBack()
        break
      default:
        return
    }
    event.preventDefault()
  }

  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor),
  )
  /** Middles of the rows when a drag began, from the top of the outline. */
  const middles = useRef<{ own: number; rest: number[] }>({ own: 0, rest: [] })
  const onDragStart = (id: string) => {
    const node = find(id)
    if (!node || !lift(node, 'pointer')) return
    const own = new Set(branchOf(nodes, id).map((one) => one.id))
    const found = { own: 0, rest: [] as number[] }
    for (const row of grid.current?.querySelectorAll<HTMLElement>('[role="row"][data-id]') ?? []) {
      const middle = row.offsetTop + row.offsetHeight / 2
      if (row.dataset.id === id) found.own = middle
      if (!own.has(row.dataset.id ?? '')) found.rest.push(middle)
    }
    middles.current = found
  }
  const onDragMove = ({ delta }: DragMoveEvent) => {
    const node = lifted && find(lifted.id)
    if (!node) return
    const y = middles.current.own + delta.y
    const gap = middles.current.rest.filter((middle) => middle < y).length
    const side = document.documentElement.dir === 'rtl' ? -1 : 1
    shift(lifted, gap, depthOf(node) + Math.round((delta.x * side) / step))
  }

  return {
    lifted,
    inHand,
    /** The row the part would stand before; null at the end. */
    nextRow: lifted ? (resting[lifted.landing.gap]?.node.id ?? null) : null,
    liftByKeys(node: OutlineNode) {
      const held = lift(node, 'keys')
      if (held) tell(held, 'teaching.lifted')
    },
    onKey,
    putBack,
    /** For the drag and drop library around the rows. */
    dragging: {
      sensors,
      onDragStart: ({ active }: { active: { id: string | number } }) => onDragStart(String(active.id)),
      onDragMove,
      onDragEnd: () => {
        if (lifted) drop(lifted)
      },
      onDragCancel: () => setLifted(null),
    },
  }
}
