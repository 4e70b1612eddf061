import { type Static, Type } from 'typebox'
import { Id, Nullable, OneOf, Timestamp } from '../../platform/http/schemas.ts'
import { Minutes, Title } from './courses.schemas.ts'
import { levels, nodeKinds, nodeStatuses } from './kinds.ts'

export const NodeParams = Type.Object({ nodeId: Id })

/** A node of the outline. The list is flat, in reading order: each node followed by what is below it. */
export const OutlineNode = Type.Object({
  id: Id,
  parentId: Nullable(Id),
  kind: OneOf(nodeKinds),
  slug: Type.String(),
  title: Type.String(),
  description: Nullable(Type.String()),
  status: OneOf(nodeStatuses),
  releaseAt: Nullable(Timestamp),
  archivedAt: Nullable(Timestamp),
  estimatedMinutes: Nullable(Type.Integer()),
  difficulty: Nullable(OneOf(levels)),
  childCount: Type.Integer({ description: 'Children that are not in the bin' }),
  pageTotal: Type.Integer({ description: 'Pages learners see at or below it; 0: it is not shown' }),
  contentRevision: Type.Integer({ description: 'ETag of its content and details' }),
  isPage: Type.Boolean({ description: 'Has content of its own' }),
  hasContent: Type.Boolean(),
  hasQuiz: Type.Boolean(),
})
export type OutlineNode = Static<typeof OutlineNode>

export const Outline = Type.Object({
  courseId: Id,
  revision: Type.Integer(),
  nodes: Type.Array(OutlineNode),
})

const after = Type.Optional(Nullable(Id))

export const NodeCreate = Type.Object(
  {
    title: Title,
    parentId: Type.Optional(Nullable(Id)),
    after,
    status: Type.Optional(OneOf(['draft', 'published'])),
  },
  { additionalProperties: false, description: 'after: the sibling to follow; null: first; left out: last' },
)
export type NodeCreate = Static<typeof NodeCreate>

export const NodeChange = Type.Partial(
  Type.Object({
    title: Title,
    description: Nullable(Type.String({ maxLength: 5000 })),
    status: OneOf(['draft', 'scheduled', 'published']),
    releaseAt: Nullable(Type.Unsafe<string>({ type: 'string', format: 'date-time' })),
    estimatedMinutes: Nullable(Minutes),
    difficulty: Nullable(OneOf(levels)),
  }),
  { additionalProperties: false, minProperties: 1 },
)
export type NodeChange = Static<typeof NodeChange>

export const NodePlace = Type.Object(
  { parentId: Nullable(Id), after: Nullable(Id) },
  { additionalProperties: false, description: 'after: the sibling to follow; null: first' },
)
