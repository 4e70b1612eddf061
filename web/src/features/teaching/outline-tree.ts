import type { OutlineNode } from './shapes.ts'

/** The levels of an outline, from top to bottom. */
export const kinds = ['module', 'lesson', 'topic', 'subtopic'] as const
const deepest = kinds.length - 1

/** A node where it stands: `depth` 0 for a module, `place` from 1 among its `siblings`. */
export type Row = { node: OutlineNode; depth: number; place: number; siblings: number }

/** Where a part goes: below `parentId`, behind `after` or first. */
export type Place = { parentId: string | null; after: string | null }

export const depthOf = (node: OutlineNode) => kinds.indexOf(node.kind)

/** The rows of an outline, without what is below a closed part. `nodes` are in reading order. */
export function rowsOf(nodes: readonly OutlineNode[], closed: ReadonlySet<string>): Row[] {
  const counts = new Map<string | null, number>()
  for (const { parentId } of nodes) counts.set(parentId, (counts.get(parentId) ?? 0) + 1)
  const places = new Map<string | null, number>()
  const hidden = new Set<string>()
  const rows: Row[] = []
  for (const node of nodes) {
    const place = (places.get(node.parentId) ?? 0) + 1
    places.set(node.parentId, place)
    const isHidden = node.parentId !== null && (hidden.has(node.parentId) || closed.has(node.parentId))
    if (isHidden) hidden.add(node.id)
    else rows.push({ node, depth: depthOf(node), place, siblings: counts.get(node.parentId) ?? 1 })
  }
  return rows
}

/** A node with everything below it, in reading order. */
export function branchOf(nodes: readonly OutlineNode[], id: string): OutlineNode[] {
  const start = nodes.findIndex((node) => node.id === id)
  const top = nodes[start]
  if (!top) return []
  let end = start + 1
  while (end < nodes.length && depthOf(nodes[end]!) > depthOf(top)) end += 1
  return nodes.slice(start, end)
}

/** How many levels a branch has below its top. */
function heightOf(branch: readonly OutlineNode[]): number {
  const top = branch[0]
  return top ? Math.max(...branch.map((node) => depthOf(node) - depthOf(top))) : 0
}

/** A place in the list where something being moved may be put down. */
export type Landing = Place & {
  /** Index in the rows that do not move; it lands before that row. */
  gap: number
  depth: number
}

/**
 * Where a branch lands when it is put before the row `gap` of the rows that stay, as near to the wanted depth as
 * the place allows; null when no depth fits.
 * @param rows rows without those of the branch
 */
export function landingAt(
  rows: readonly Row[],
  closed: ReadonlySet<string>,
  branch: readonly OutlineNode[],
  gap: number,
  wanted: number,
): Landing | null {
  const above = rows[gap - 1]
  const below = rows[gap]
  const isClosed = above !== undefined && closed.has(above.node.id)
  const most = Math.min(above ? above.depth + (isClosed ? 0 : 1) : 0, deepest - heightOf(branch))
  const least = below?.depth ?? 0
  if (least > most) return null
  const depth = Math.min(Math.max(wanted, least), most)
  let after: string | null = null
  let parentId: string | null = null
  for (let index = gap - 1; index >= 0; index -= 1) {
    const row = rows[index]!
    if (row.depth === depth && after === null) after = row.node.id
    if (row.depth < depth) {
      parentId = row.node.id
      break
    }
  }
  return { gap, depth, parentId, after }
}

/** The outline with a branch moved; kinds follow from the new level. Unchanged when the place is not there. */
export function moved(nodes: readonly OutlineNode[], id: string, to: Place): OutlineNode[] {
  const branch = branchOf(nodes, id)
  const top = branch[0]
  if (!top) return [...nodes]
  const rest = nodes.filter((node) => !branch.includes(node))
  const parent = to.parentId === null ? null : rest.find((node) => node.id === to.parentId)
  if (parent === undefined) return [...nodes]
  const shift = (parent ? depthOf(parent) + 1 : 0) - depthOf(top)
  const relevelled = branch.map((node) => ({
    ...node,
    parentId: node.id === id ? to.parentId : node.parentId,
    kind: kinds[depthOf(node) + shift] ?? node.kind,
  }))
  return recounted(inserted(rest, relevelled, to))
}

/** The outline with a new node in it. */
export function added(nodes: readonly OutlineNode[], node: OutlineNode, to: Place): OutlineNode[] {
  return recounted(inserted(nodes, [node], to))
}

/** The outline without a node and what is below it. */
export function removed(nodes: readonly OutlineNode[], id: string): OutlineNode[] {
  const branch = new Set(branchOf(nodes, id))
  return recounted(nodes.filter((node) => !branch.has(node)))
}

export function changed(
  nodes: readonly OutlineNode[],
  id: string,
  change: Partial<OutlineNode>,
): OutlineNode[] {
  return nodes.map((node) => (node.id === id ? { ...node, ...change } : node))
}

function inserted(nodes: readonly OutlineNode[], branch: OutlineNode[], to: Place): OutlineNode[] {
  const anchor = to.after ?? to.parentId
  if (anchor === null) return [...branch, ...nodes]
  const start = nodes.findIndex((node) => node.id === anchor)
  if (start < 0) return [...nodes]
  // Behind a sibling means behind everything below it; first below a parent means right behind the parent.
  const skip = to.after === null ? 1 : branchOf(nodes, anchor).length
  return [...nodes.slice(0, start + skip), ...branch, ...nodes.slice(start + skip)]
}

/** Nodes that stayed as they were keep their identity, so that their rows need not be drawn again. */
function recounted(nodes: OutlineNode[]): OutlineNode[] {
  const counts = new Map<string, number>()
  for (const { parentId } of nodes) if (parentId) counts.set(parentId, (counts.get(parentId) ?? 0) + 1)
  return nodes.map((node) => {
    const childCount = counts.get(node.id) ?? 0
    const isPage = node.kind !== 'module' && childCount === 0
    return childCount === node.childCount && isPage === node.isPage ? node : { ...node, childCount, isPage }
  })
}

/** Where a part would go by one step up or down among its siblings; null at the end. */
export function besideSibling(nodes: readonly OutlineNode[], id: string, step: -1 | 1): Place | null {
  const node = nodes.find((entry) => entry.id === id)
  if (!node) return null
  const siblings = nodes.filter((entry) => entry.parentId === node.parentId)
  const at = siblings.indexOf(node)
  const target = at + step
  if (target < 0 || target >= siblings.length) return null
  const after = step === 1 ? siblings[target]! : siblings[target - 1]
  return { parentId: node.parentId, after: after?.id ?? null }
}

/** One level further in: last below the sibling before it; null when there is none, or no level left. */
export function furtherIn(nodes: readonly OutlineNode[], id: string): Place | null {
  const node = nodes.find((entry) => entry.id === id)
  if (!node) return null
  const siblings = nodes.filter((entry) => entry.parentId === node.parentId)
  const before = siblings[siblings.indexOf(node) - 1]
  if (!before || depthOf(node) + heightOf(branchOf(nodes, id)) >= deepest) return null
  return lastBelow(nodes, before.id)
}

/** One level further out: behind the part it is in; null for a module. */
export function furtherOut(nodes: readonly OutlineNode[], id: string): Place | null {
  const node = nodes.find((entry) => entry.id === id)
  const parent = nodes.find((entry) => entry.id === node?.parentId)
  return parent ? { parentId: parent.parentId, after: parent.id } : null
}

/** Behind everything else below a part, or behind the last module. */
export function lastBelow(nodes: readonly OutlineNode[], parentId: string | null): Place {
  return { parentId, after: nodes.findLast((node) => node.parentId === parentId)?.id ?? null }
}

/** Parts that may take a branch: not the branch itself, and with enough levels below them. */
export function possibleParents(nodes: readonly OutlineNode[], id: string): OutlineNode[] {
  const branch = branchOf(nodes, id)
  const height = heightOf(branch)
  return nodes.filter((node) => !branch.includes(node) && depthOf(node) + 1 + height <= deepest)
}

/** Where Alt and an arrow take a part; null: it cannot go there. */
export function placeByKey(nodes: readonly OutlineNode[], id: string, key: string): Place | null {
  switch (key) {
    case 'ArrowUp':
      return besideSibling(nodes, id, -1)
    case 'ArrowDown':
      return besideSibling(nodes, id, 1)
    case 'ArrowRight':
      return furtherIn(nodes, id)
    default:
      return furtherOut(nodes, id)
  }
}
