import { Type } from 'typebox'
import { idCursor, pageOf } from '../../platform/http/cursor.ts'
import { route } from '../../platform/http/route.ts'
import { Id, Nullable, OneOf, PageOf, PageQuery, Timestamp } from '../../platform/http/schemas.ts'
import { activityTypes, listActivities } from './activities.queries.ts'
import { EnrollmentParams } from './enrollments.schemas.ts'
import { enrollmentForTeacher } from './enrollments.ts'
import { canSeeLearners } from './policy.ts'

const ActivityView = Type.Object({
  id: Id,
  type: OneOf(activityTypes),
  nodeId: Nullable(Id),
  nodeTitle: Nullable(Type.String()),
  description: Nullable(Type.String()),
  createdAt: Timestamp,
})

export const activityRoutes = [
  route({
    method: 'GET',
    path: '/learners/:enrollmentId/activities',
    summary: 'What a learner did in a course, the latest first',
    params: EnrollmentParams,
    query: PageQuery,
    response: PageOf(ActivityView),
    load: (ctx, { params }) => enrollmentForTeacher(ctx, params.enrollmentId),
    allow: canSeeLearners,
    handle: async (ctx, enrollment, { query }) => {
      const rows = await listActivities(ctx.db, ctx.organizationId, enrollment.id, {
        limit: query.limit,
        before: idCursor(query.cursor),
      })
      return pageOf(rows, query.limit, (row) => row.id)
    },
  }),
]
