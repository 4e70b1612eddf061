import { Type } from 'typebox'
import { Nullable, OneOf, Timestamp } from '../../platform/http/schemas.ts'
import { enrollmentStatuses } from './enrollments.schemas.ts'

/** Where a learner stands in the course now. */
export const StandingView = Type.Object({
  done: Type.Integer({ description: 'Finished pages' }),
  total: Type.Integer(),
  percent: Type.Integer(),
  status: OneOf(enrollmentStatuses),
  completedAt: Nullable(Timestamp),
})

export const ViewSigns = Type.Object(
  {
    seconds: Type.Integer({
      minimum: 0,
      maximum: 86_400,
      default: 0,
      description: 'Read since the sign before',
    }),
  },
  { additionalProperties: false },
)

/** As JSON; or as text, because a closing tab can only send that (navigator.sendBeacon). */
export const ViewBody = Type.Union([ViewSigns, Type.String({ maxLength: 100 })])

export const ViewAnswer = Type.Object({
  isCounted: Type.Boolean({
    description: 'False for authors in a preview and for those who may not read the page',
  }),
  timeSpentSeconds: Type.Integer({ description: 'On this page so far' }),
})
