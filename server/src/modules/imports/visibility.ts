import type { PackageNode } from './packages/course-package.ts'

/** What of an outline is hidden from learners, and what had to be changed for it to make sense here. */
export type Visibility = {
  nodes: PackageNode[]
  /** Modules learners could open and find nothing in: they are hidden now. */
  emptied: PackageNode[]
  /** Nothing at all was visible in the source: parts are shown now, and the course itself is the draft. */
  wasAllHidden: boolean
}

const levels = 4

/**
 * Hides modules with nothing to read in them, which would keep the course from being published. Where the source
 * hides everything, the marks are taken off from the top down until something can be read.
 */
export function settleVisibility(source: PackageNode[]): Visibility {
  let nodes = source
  for (let depth = 1; depth <= levels && !nodes.some(isReadable); depth += 1) nodes = unhidden(source, depth)
  // An empty course stays as it is.
  const wasAllHidden = nodes !== source && nodes.some(isReadable)
  if (!wasAllHidden) nodes = source
  const emptied = nodes.filter((node) => !node.hidden && !isReadable(node))
  return {
    nodes: nodes.map((node) => (emptied.includes(node) ? { ...node, hidden: true } : node)),
    emptied,
    wasAllHidden,
  }
}

const unhidden = (nodes: PackageNode[], depth: number): PackageNode[] =>
  depth === 0
    ? nodes
    : nodes.map((node) => ({ ...node, hidden: false, children: unhidden(node.children, depth - 1) }))

/** A reader finds a page in it. Below a module a part without children is a page, even an empty one. */
function isReadable(node: PackageNode): boolean {
  if (node.hidden) return false
  if (node.blocks.length > 0 || node.quiz !== null) return true
  return node.children.length === 0 ? node.kind !== 'module' : node.children.some(isReadable)
}
