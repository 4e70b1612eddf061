import type { Api } from '~/lib/api.ts'
import type { OutlineNode } from './shapes.ts'

/** Why a course cannot be published yet, and where that is put right. */
export type Gap = { kind: 'no_module' } | { kind: 'empty_module'; nodeId: string; title: string }

const isShown = (node: OutlineNode) => node.status === 'published' || node.status === 'scheduled'

/** What is missing before learners may see an outline: a module, and a lesson in every module they will see. */
export function gapsIn(nodes: readonly OutlineNode[]): Gap[] {
  const modules = nodes.filter((node) => node.parentId === null && isShown(node))
  if (modules.length === 0) return [{ kind: 'no_module' }]
  const filled = new Set(nodes.filter(isShown).map((node) => node.parentId))
  return modules
    .filter((node) => node.status === 'published' && !filled.has(node.id))
    .map((node) => ({ kind: 'empty_module', nodeId: node.id, title: node.title }))
}

/** The same for a course of the API; nothing when it cannot be read. */
export async function gapsOf(api: Api, courseId: string): Promise<Gap[]> {
  const outline = await api.GET('/api/v1/learning/studio/courses/{courseId}/outline', {
    params: { path: { courseId } },
  })
  return outline.data ? gapsIn(outline.data.nodes) : []
}
