import { Type } from 'typebox'
import { Json, Nullable, PageOf, PageQuery, Timestamp } from '../../platform/http/schemas.ts'

export const EntryView = Type.Object({
  seq: Type.Integer({ description: 'Place in the chain of the organization' }),
  id: Type.String(),
  ts: Timestamp,
  action: Type.String({ description: 'What happened, such as identity.person_banned' }),
  actorId: Nullable(Type.String()),
  actorName: Nullable(Type.String({ description: 'As they are called now; null when hidden or nobody' })),
  actorEmail: Nullable(Type.String()),
  actorType: Type.String(),
  impersonatedUser: Nullable(Type.String()),
  impersonatedName: Nullable(Type.String({ description: 'Who the actor acted for' })),
  entityType: Type.String(),
  entityId: Type.String(),
  targetId: Nullable(Type.String()),
  requestId: Type.String(),
  ip: Nullable(Type.String()),
  userAgent: Nullable(Type.String()),
  prevValues: Nullable(Json),
  newValues: Nullable(Json),
  metadata: Nullable(Json),
  redactionLevel: Type.Integer({ description: '0 nothing hidden … 3 also the values' }),
})

const Filter = {
  action: Type.Optional(Type.String({ maxLength: 100, description: 'Beginning of the action' })),
  actorId: Type.Optional(Type.String({ format: 'uuid' })),
  entityType: Type.Optional(Type.String({ maxLength: 60 })),
  entityId: Type.Optional(Type.String({ maxLength: 100 })),
  requestId: Type.Optional(Type.String({ maxLength: 100 })),
  from: Type.Optional(Type.String({ format: 'date-time' })),
  until: Type.Optional(Type.String({ format: 'date-time' })),
}

export const EntriesQuery = Type.Object({ ...PageQuery.properties, ...Filter })
export const ExportQuery = Type.Object(Filter)
export const EntriesPage = PageOf(EntryView)
export const EntryParams = Type.Object({
  seq: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
})
export const RedactionBody = Type.Object(
  {
    level: Type.Integer({
      minimum: 1,
      maximum: 3,
      description: '1 address and device, 2 also the email, 3 also the values',
    }),
    reason: Type.String({ minLength: 3, maxLength: 500 }),
  },
  { additionalProperties: false },
)

export const VerificationView = Type.Object({
  status: Type.String(),
  totalEntries: Type.Integer(),
  verifiedEntries: Type.Integer(),
  firstFailure: Nullable(
    Type.Object({
      seq: Type.Integer(),
      id: Nullable(Type.String()),
      ts: Nullable(Timestamp),
      kind: Type.String(),
      field: Nullable(Type.String()),
    }),
  ),
})

export const PastVerifications = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      verifiedAt: Timestamp,
      status: Type.String(),
      totalEntries: Type.Integer(),
      verifiedEntries: Type.Integer(),
      firstFailureSeq: Nullable(Type.Integer()),
      kind: Nullable(Type.String()),
      field: Nullable(Type.String()),
    }),
  ),
})

export const DeadLettersPage = PageOf(
  Type.Object({
    id: Type.String(),
    failedAt: Timestamp,
    error: Type.String(),
    action: Type.String(),
    retryCount: Type.Integer(),
    lastRetryAt: Nullable(Timestamp),
    resolvedAt: Nullable(Timestamp),
  }),
)
