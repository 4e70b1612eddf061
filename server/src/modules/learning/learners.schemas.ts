import { Type } from 'typebox'
import { Id, Nullable, OneOf, PageQuery, Timestamp } from '../../platform/http/schemas.ts'
import { certificateStatuses } from './certificates.schemas.ts'
import { enrollmentStatuses } from './enrollments.schemas.ts'
import { nodeKinds } from './kinds.ts'

export const learnerTags = ['top_performer', 'needs_help', 'slow_learner', 'active_communicator'] as const

const closed = { additionalProperties: false }

export const LearnersQuery = Type.Object({
  ...PageQuery.properties,
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Part of a name or an address' })),
  status: Type.Optional(OneOf(enrollmentStatuses)),
  tag: Type.Optional(OneOf(learnerTags)),
})

const Person = Type.Object({
  id: Id,
  name: Type.String(),
  email: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
})

const learner = {
  enrollmentId: Id,
  person: Person,
  status: OneOf(enrollmentStatuses),
  done: Type.Integer(),
  total: Type.Integer(),
  percent: Type.Integer(),
  timeSpentSeconds: Type.Integer(),
  startedAt: Timestamp,
  lastActivityAt: Nullable(Timestamp),
  completedAt: Nullable(Timestamp),
  tags: Type.Array(OneOf(learnerTags)),
  isBanned: Type.Boolean(),
  certificate: Nullable(Type.Object({ number: Type.String(), status: OneOf(certificateStatuses) })),
}

export const LearnersPage = Type.Object({
  items: Type.Array(Type.Object(learner)),
  next: Nullable(Type.String()),
  can: Type.Object({ manage: Type.Boolean() }),
})

/** One learner: per part of the outline, per attempt. */
export const LearnerView = Type.Object({
  ...learner,
  course: Type.Object({ id: Id, slug: Type.String(), title: Type.String() }),
  ban: Nullable(Type.Object({ reason: Type.String(), until: Nullable(Timestamp) })),
  nodes: Type.Array(
    Type.Object({
      id: Id,
      parentId: Nullable(Id),
      depth: Type.Integer(),
      kind: OneOf(nodeKinds),
      title: Type.String(),
      isPage: Type.Boolean(),
      total: Type.Integer(),
      done: Type.Integer(),
      timeSpentSeconds: Type.Integer(),
      lastViewedAt: Nullable(Timestamp),
      completedAt: Nullable(Timestamp),
    }),
  ),
  attempts: Type.Array(
    Type.Object({
      id: Id,
      nodeId: Id,
      nodeTitle: Type.String(),
      number: Type.Integer(),
      state: OneOf(['open', 'submitted']),
      score: Nullable(Type.Integer()),
      correctAnswers: Nullable(Type.Integer()),
      totalQuestions: Type.Integer(),
      passed: Nullable(Type.Boolean()),
      startedAt: Timestamp,
      submittedAt: Nullable(Timestamp),
    }),
  ),
  can: Type.Object({ manage: Type.Boolean() }),
})

export const LearnersAttemptParams = Type.Object({ enrollmentId: Id, attemptId: Id })

export const CandidatesQuery = Type.Object({
  q: Type.String({ minLength: 1, maxLength: 200, description: 'Part of a name or an address' }),
})
export const Candidates = Type.Object({ items: Type.Array(Person, { description: 'At most 20' }) })

export const EnrollPeopleBody = Type.Object(
  { userIds: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }) },
  closed,
)
export const EnrolledView = Type.Object({
  added: Type.Integer({ description: 'Who was in already is not counted' }),
})

export const TagsBody = Type.Object(
  { tags: Type.Array(OneOf(learnerTags), { maxItems: 4, uniqueItems: true }) },
  closed,
)
export const TagsView = Type.Object({ tags: Type.Array(OneOf(learnerTags)) })
