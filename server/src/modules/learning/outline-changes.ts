import type { Ctx } from '../../platform/ctx.ts'
import { enqueue } from '../../platform/jobs/jobs.ts'
import { completeLearners } from './jobs.ts'
import { recountCourse } from './progress.queries.ts'

/**
 * Brings every learner's standing in line with an outline that changed: last thing in the transaction of the
 * change, when the page totals are right. Those who now stand at 100 % are completed by a job, so that each is
 * announced.
 */
export async function recountLearners(ctx: Ctx, courseId: string): Promise<void> {
  const waiting = await recountCourse(ctx.db, ctx.organizationId, courseId)
  if (waiting > 0) await enqueue(ctx, completeLearners, { courseId }, { key: courseId })
}
