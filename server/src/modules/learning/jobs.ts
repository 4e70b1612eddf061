import { Type } from 'typebox'
import { withTransaction } from '../../platform/ctx.ts'
import { Id } from '../../platform/http/schemas.ts'
import { defineJob } from '../../platform/jobs/jobs.ts'
import { completeWaiting } from './progress.ts'

/** A transaction a batch, so that thousands of learners hold nobody up. */
export const completeLearners = defineJob({
  name: 'learning.complete_learners',
  schema: Type.Object({ courseId: Id }),
  transaction: false,
  async handle(ctx, { courseId }, signal) {
    const { actor, organizationId, requestId, log } = ctx
    let found = 1
    while (found > 0) {
      // Told to stop, it fails, so that the queue has the rest carried by somebody else.
      signal.throwIfAborted()
      found = await withTransaction(ctx.app, { actor, organizationId, requestId, log }, (batch) =>
        completeWaiting(batch, courseId),
      )
    }
  },
})
