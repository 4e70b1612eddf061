import type { ContentsPart, CoursePage } from './shapes.ts'

/** A course's outline as nested parts: without ids it is a third of the list, and a page is sent it twice. */
export function contentsOf(nodes: CoursePage['nodes']): ContentsPart[] {
  const byParent = Map.groupBy(nodes, (node) => node.parentId)
  const below = (parentId: string | null): ContentsPart[] =>
    (byParent.get(parentId) ?? []).map(({ id, title, description, minutes, pageTotal, hasQuiz }) => {
      return { title, description, minutes, pageTotal, hasQuiz, parts: below(id) }
    })
  return below(null)
}
