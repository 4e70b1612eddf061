import type { NodeKind } from './kinds.ts'
import type { OutlineRow } from './player.queries.ts'

/** A place in a course as every reader sees it. */
export type OutlineNode = {
  id: string
  parentId: string | null
  /** 0 for a module. */
  depth: number
  kind: NodeKind
  title: string
  minutes: number | null
  isPage: boolean
  /** Not open yet: it, or something above it, waits for its day. */
  isLocked: boolean
  opensAt: string | null
  hasQuiz: boolean
  /** Pages at or below it. */
  total: number
}

/** A course's outline in reading order, made once per revision. */
export type Outline = {
  nodes: OutlineNode[]
  byId: Map<string, OutlineNode>
  /** Places in `nodes` of what hangs right below each node; below null: the modules. */
  below: Map<string | null, number[]>
  /** Pages a reader may open, in order, and the place of each. */
  pages: OutlineNode[]
  placeOf: Map<string, number>
  /** Each node as JSON without its end, for the reader's own part to be added. */
  heads: string[]
}

/** Puts rows (siblings in order) into reading order; what hangs below something left out is left out. */
export function makeOutline(rows: OutlineRow[]): Outline {
  const below = Map.groupBy(rows, (row) => row.parentId)
  const nodes: OutlineNode[] = []
  const visit = (row: OutlineRow, depth: number, opensAt: Date | null) => {
    // A day that has come counts in pageTotal at once; it is the same for every process that reads this revision.
    const waits = row.status === 'scheduled' && row.pageTotal === 0
    const opens = waits ? later(opensAt, row.releaseAt) : opensAt
    nodes.push({
      id: row.id,
      parentId: row.parentId,
      depth,
      kind: row.kind,
      title: row.title,
      minutes: row.estimatedMinutes,
      isPage: row.childCount === 0 && row.kind !== 'module',
      isLocked: opens !== null,
      opensAt: opens?.toISOString() ?? null,
      hasQuiz: row.hasQuiz,
      total: row.pageTotal,
    })
    const place = nodes.length
    for (const child of below.get(row.id) ?? []) visit(child, depth + 1, opens)
    // Nothing to read in it, now or later.
    const isEmpty = row.pageTotal === 0 && opens === null && nodes.length === place
    if (isEmpty) nodes.pop()
  }
  for (const row of below.get(null) ?? []) visit(row, 0, null)
  const pages = nodes.filter((node) => node.isPage && node.total === 1)
  return {
    nodes,
    byId: new Map(nodes.map((node) => [node.id, node])),
    below: Map.groupBy(nodes.keys(), (index) => nodes[index]!.parentId),
    pages,
    placeOf: new Map(pages.map((page, place) => [page.id, place])),
    heads: nodes.map((node) => JSON.stringify(node).slice(0, -1)),
  }
}

const later = (a: Date | null, b: Date | null) => (a && b ? (a > b ? a : b) : (a ?? b))

/**
 * The nodes as JSON with how far one reader is. Written by hand: for 300 nodes this is a fifth of the work of
 * building the objects and having them serialized.
 * @param places which nodes, in reading order; all of them when absent
 */
export function outlineJson(
  outline: Outline,
  doneByNode: Record<string, number>,
  places: Iterable<number> = outline.nodes.keys(),
): string {
  const parts: string[] = []
  for (const index of places) {
    const { id, total } = outline.nodes[index]!
    const done = Math.min(doneByNode[id] ?? 0, total)
    const percent = total === 0 ? 0 : Math.floor((done * 100) / total)
    parts.push(
      `${outline.heads[index]},"done":${done},"percent":${percent},"isCompleted":${total > 0 && done === total}}`,
    )
  }
  return `[${parts.join(',')}]`
}

/** Where to go on: the page viewed last, or the next one after it that is not finished. */
export function resumeAt(
  outline: Outline,
  doneByNode: Record<string, number>,
  lastViewedId: string | null,
): string | null {
  const isOpen = (page: OutlineNode) => !doneByNode[page.id]
  const last = lastViewedId === null ? undefined : outline.placeOf.get(lastViewedId)
  if (last === undefined) return (outline.pages.find(isOpen) ?? outline.pages[0])?.id ?? null
  return (
    (outline.pages.slice(last).find(isOpen) ?? outline.pages.find(isOpen) ?? outline.pages[last])?.id ?? null
  )
}

/** The way down to a node: modules first, the node itself last. */
export function wayTo(outline: Outline, id: string): OutlineNode[] {
  const way: OutlineNode[] = []
  for (
    let node = outline.byId.get(id);
    node;
    node = node.parentId === null ? undefined : outline.byId.get(node.parentId)
  )
    way.unshift(node)
  return way
}

/** Places of what hangs right below some parts (null: the modules), in reading order, each once. */
export function placesBelow(outline: Outline, ids: Iterable<string | null>): number[] {
  return [...new Set(ids)].flatMap((id) => outline.below.get(id) ?? []).sort((a, b) => a - b)
}

/** The first page at or below a node that a reader may open. */
export function firstPageIn(outline: Outline, id: string): string | null {
  const start = outline.nodes.findIndex((node) => node.id === id)
  const top = outline.nodes[start]
  if (!top) return null
  for (let index = start; index < outline.nodes.length; index += 1) {
    const node = outline.nodes[index]!
    if (index > start && node.depth <= top.depth) return null
    if (outline.placeOf.has(node.id)) return node.id
  }
  return null
}
