/**
 * A tree as one reads it: each part followed by what is below it. Parts whose parent is not among them are left out,
 * with everything below.
 * @param nodes siblings in their order
 */
export function inReadingOrder<T extends { id: string; parentId: string | null }>(nodes: T[]): T[] {
  const children = Map.groupBy(nodes, (node) => node.parentId)
  const below = (parentId: string | null): T[] =>
    (children.get(parentId) ?? []).flatMap((node) => [node, ...below(node.id)])
  return below(null)
}
