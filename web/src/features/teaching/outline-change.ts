import type { Problem } from '~/lib/problem.ts'
import type { Place } from './outline-tree.ts'
import type { OutlineNode } from './shapes.ts'

/** What can be changed of a part, besides its place. */
export type PartFields = {
  title?: string
  status?: 'draft' | 'scheduled' | 'published'
  releaseAt?: string | null
  estimatedMinutes?: number | null
}

/** One change of an outline, as the editor sends it. */
export type OutlineChange =
  | ({ kind: 'add'; title: string } & Place)
  | { kind: 'change'; id: string; fields: PartFields }
  | ({ kind: 'move'; id: string } & Place)
  | { kind: 'copy'; id: string }
  | { kind: 'remove'; id: string }
  | { kind: 'restore'; id: string }

/** What comes back: why not, or the outline (or the one part) as it is now; `id` of a part that was added or copied. */
export type OutlineAnswer = {
  problem: Problem | null
  nodes?: OutlineNode[]
  node?: OutlineNode
  id?: string
}
