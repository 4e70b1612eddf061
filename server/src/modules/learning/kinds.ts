/** The levels of an outline, from top to bottom. */
export const nodeKinds = ['module', 'lesson', 'topic', 'subtopic'] as const
export type NodeKind = (typeof nodeKinds)[number]

export const nodeStatuses = ['draft', 'scheduled', 'published', 'archived'] as const
export type NodeStatus = (typeof nodeStatuses)[number]

export const courseStatuses = ['draft', 'scheduled', 'published', 'archived'] as const
export type CourseStatus = (typeof courseStatuses)[number]

export const visibilities = ['public', 'enrolled_only', 'premium'] as const
export type Visibility = (typeof visibilities)[number]

export const levels = ['beginner', 'intermediate', 'advanced'] as const
export type Level = (typeof levels)[number]

export const blockTypes = [
  'text',
  'image',
  'video',
  'audio',
  'document',
  'code',
  'callout',
  'embed',
  'exercise',
] as const
export type BlockType = (typeof blockTypes)[number]

/** How a question is answered. */
export const questionTypes = ['single', 'multiple', 'dropdown', 'numeric', 'short_text'] as const
export type QuestionType = (typeof questionTypes)[number]

/** The kind a node has below one of kind `parent`; null when there is no level below. */
export function kindBelow(parent: NodeKind | null): NodeKind | null {
  return nodeKinds[parent === null ? 0 : nodeKinds.indexOf(parent) + 1] ?? null
}
