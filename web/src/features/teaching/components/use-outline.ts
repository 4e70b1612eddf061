import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { toast } from '~/ui/toast.ts'
import type { OutlineAnswer, OutlineChange, PartFields } from '../outline-change.ts'
import { added, changed, kinds, moved, type Place, removed } from '../outline-tree.ts'
import type { OutlineNode } from '../shapes.ts'

/** A change on its way: how it shows until the answer is there, and what to send. */
type Step = {
  apply: (nodes: OutlineNode[]) => OutlineNode[]
  change: OutlineChange
  /** The name a new part goes by until it has one from the server. */
  newId?: string
  /** The words when it fails. */
  failed: string
  onDone?: (answer: OutlineAnswer) => void
}

/**
 * An outline that shows every change at once and sends them one after the other. A change that is refused is taken
 * back with a toast. `known` is the outline as it was loaded.
 */
export function useOutline(courseId: string, known: OutlineNode[], newStatus: OutlineNode['status']) {
  const t = useMessages()
  const [confirmed, setConfirmed] = useState(known)
  const [steps, setSteps] = useState<readonly Step[]>([])
  const queue = useRef<Promise<void>>(Promise.resolve())
  /** Real ids of new parts, with the name each is shown under. */
  const names = useRef(new Map<string, string>())

  const [loaded, setLoaded] = useState(known)
  if (loaded !== known && steps.length === 0) {
    setLoaded(known)
    setConfirmed(known)
  }

  const nodes = useMemo(() => steps.reduce((shown, step) => step.apply(shown), confirmed), [confirmed, steps])

  const take = useCallback(
    (step: Step) => {
      setSteps((waiting) => [...waiting, step])
      queue.current = queue.current.then(async () => {
        const answer = await send(courseId, withRealIds(step.change, names.current))
        if (answer.problem || answer.failed) {
          toast({ tone: 'danger', message: answer.problem?.title || step.failed })
        } else {
          if (step.newId && answer.id) names.current.set(answer.id, step.newId)
          setConfirmed((before) => afterAnswer(before, answer, names.current))
          step.onDone?.(answer)
        }
        setSteps((waiting) => waiting.filter((other) => other !== step))
      })
    },
    [courseId],
  )

  // A page that goes away while something is on its way would lose it.
  useEffect(() => {
    if (steps.length === 0) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [steps.length])

  const move = useCallback(
    (id: string, to: Place) =>
      take({
        apply: (shown) => moved(shown, id, to),
        change: { kind: 'move', id, ...to },
        failed: t('teaching.move_failed'),
      }),
    [take, t],
  )
  const add = useCallback(
    (title: string, to: Place): string => {
      newParts += 1
      const newId = `${newPrefix}${newParts}`
      take({
        newId,
        apply: (shown) => added(shown, newNode(newId, newStatus, title, to, shown), to),
        change: { kind: 'add', title, ...to },
        failed: t('teaching.add_failed'),
      })
      return newId
    },
    [take, newStatus, t],
  )
  const change = useCallback(
    (id: string, fields: PartFields) =>
      take({
        apply: (shown) => changed(shown, id, fields),
        change: { kind: 'change', id, fields },
        failed: t('teaching.change_failed'),
      }),
    [take, t],
  )
  const remove = useCallback(
    (id: string, title: string) =>
      take({
        apply: (shown) => removed(shown, id),
        change: { kind: 'remove', id },
        failed: t('teaching.remove_failed'),
        onDone: () =>
          toast({
            message: t('teaching.part_removed', { title }),
            undo: () =>
              take({
                apply: (shown) => shown,
                change: { kind: 'restore', id },
                failed: t('teaching.restore_failed'),
              }),
          }),
      }),
    [take, t],
  )
  /** Another of a part and what is below it; it shows when the server has made it. */
  const copy = useCallback(
    (id: string, title: string, onCopied: (id: string) => void) =>
      take({
        apply: (shown) => shown,
        change: { kind: 'copy', id },
        failed: t('studio.copy_failed'),
        onDone: ({ id: copyId }) => {
          if (!copyId) return
          onCopied(copyId)
          toast({
            message: t('studio.part_copied', { title }),
            undo: () =>
              take({
                apply: (shown) => removed(shown, copyId),
                change: { kind: 'remove', id: copyId },
                failed: t('teaching.remove_failed'),
              }),
          })
        },
      }),
    [take, t],
  )
  /** The id the server knows a part by; null until it has one. */
  const realId = useCallback((id: string) => {
    const real = realIdOf(id, names.current)
    return real.startsWith(newPrefix) ? null : real
  }, [])
  return { nodes, isSaving: steps.length > 0, realId, move, add, change, copy, remove }
}

async function send(courseId: string, change: OutlineChange): Promise<OutlineAnswer & { failed?: true }> {
  try {
    const response = await fetch(`/teach/courses/${courseId}/outline-changes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(change),
    })
    return (await response.json()) as OutlineAnswer
  } catch {
    return { problem: null, failed: true }
  }
}

const newPrefix = 'new-'
let newParts = 0

const realIdOf = (id: string, names: ReadonlyMap<string, string>): string =>
  id.startsWith(newPrefix) ? ([...names].find(([, shown]) => shown === id)?.[0] ?? id) : id

/** New parts keep the name they were first shown under, so that their rows stay; the server knows the other. */
function withRealIds(change: OutlineChange, names: Map<string, string>): OutlineChange {
  const real = <Id extends string | null>(id: Id) => (id === null ? id : realIdOf(id, names)) as Id
  switch (change.kind) {
    case 'add':
      return { ...change, parentId: real(change.parentId), after: real(change.after) }
    case 'move':
      return { ...change, id: real(change.id), parentId: real(change.parentId), after: real(change.after) }
    case 'change':
    case 'copy':
    case 'remove':
    case 'restore':
      return { ...change, id: real(change.id) }
  }
}

function afterAnswer(
  before: OutlineNode[],
  answer: OutlineAnswer,
  names: Map<string, string>,
): OutlineNode[] {
  const shown = (node: OutlineNode): OutlineNode => ({
    ...node,
    id: names.get(node.id) ?? node.id,
    parentId: node.parentId === null ? null : (names.get(node.parentId) ?? node.parentId),
  })
  if (answer.nodes) {
    const known = new Map(before.map((node) => [node.id, node]))
    return answer.nodes.map((node) => {
      const next = shown(node)
      const old = known.get(next.id)
      return old && isSame(old, next) ? old : next
    })
  }
  const { node } = answer
  if (!node) return before
  const next = shown(node)
  return before.map((other) => (other.id === next.id ? next : other))
}

const isSame = (a: OutlineNode, b: OutlineNode) =>
  (Object.keys(a) as (keyof OutlineNode)[]).every((key) => a[key] === b[key])

function newNode(
  id: string,
  status: OutlineNode['status'],
  title: string,
  to: Place,
  nodes: OutlineNode[],
): OutlineNode {
  const parent = nodes.find((node) => node.id === to.parentId)
  return {
    id,
    parentId: to.parentId,
    kind: kinds[parent ? kinds.indexOf(parent.kind) + 1 : 0] ?? 'subtopic',
    slug: '',
    title,
    description: null,
    status,
    releaseAt: null,
    archivedAt: null,
    estimatedMinutes: null,
    difficulty: null,
    childCount: 0,
    pageTotal: 0,
    contentRevision: 0,
    isPage: false,
    hasContent: false,
    hasQuiz: false,
  }
}
