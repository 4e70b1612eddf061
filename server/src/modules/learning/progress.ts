import type { Ctx } from '../../platform/ctx.ts'
import { announce, outboxRow, wakeUp } from '../../platform/events/events.ts'
import { QuizFirst } from './errors.ts'
import { courseCompleted, pageFinished } from './events.ts'
import type { PageFacts } from './player.queries.ts'
import { learnersPage, quizStandsInTheWay } from './player.ts'
import {
  completeStanding,
  deleteCompletion,
  insertCompletion,
  noteView,
  type Standing,
} from './progress.queries.ts'

export type LearnersPage = PageFacts & { enrollmentId: string }

/** A page its learner may finish; the outline stays as it is until the transaction ends. */
export const pageToFinish = (ctx: Ctx, nodeId: string): Promise<LearnersPage> =>
  learnersPage(ctx, nodeId, { holdOutline: true })

/** Marks a page as finished. Finishing twice changes nothing. */
export async function finishPage(ctx: Ctx, page: LearnersPage): Promise<Standing> {
  if (page.pageCompletedAt === null && quizStandsInTheWay(page)) throw QuizFirst()
  return countPage(ctx, {
    enrollmentId: page.enrollmentId,
    courseId: page.courseId,
    userId: ctx.actor.userId ?? '',
    nodeId: page.id,
  })
}

/** Counts a page whose conditions are met, and announces what that led to. */
export async function countPage(
  ctx: Ctx,
  page: { enrollmentId: string; courseId: string; userId: string; nodeId: string },
): Promise<Standing> {
  const { nodeId, ...learner } = page
  const standing = await insertCompletion(ctx.db, ctx.organizationId, {
    enrollmentId: page.enrollmentId,
    nodeId,
    now: ctx.now,
    // The percent comes with the counting.
    event: outboxRow(ctx, pageFinished, { ...page, percent: 0 }),
  })
  if (!standing) throw new Error('The enrolment disappeared within the transaction.')
  const { isNew, justCompleted, ...now } = standing
  if (isNew) wakeUp(ctx)
  if (justCompleted) await announce(ctx, courseCompleted, learner)
  return now
}

/** Takes a finished page back. A course once completed stays completed, and its certificate stands. */
export async function reopenPage(ctx: Ctx, page: LearnersPage): Promise<Standing> {
  const standing = await deleteCompletion(ctx.db, ctx.organizationId, {
    enrollmentId: page.enrollmentId,
    nodeId: page.id,
    now: ctx.now,
  })
  if (!standing) throw new Error('The enrolment disappeared within the transaction.')
  return standing
}

/** Notes that a page is being read. Whoever may not be counted (authors, strangers) is not. */
export async function viewPage(
  ctx: Ctx,
  nodeId: string,
  seconds: number,
): Promise<{ isCounted: boolean; timeSpentSeconds: number }> {
  const spent = await noteView(ctx.db, ctx.organizationId, {
    userId: ctx.actor.userId ?? '',
    nodeId,
    seconds,
    now: ctx.now,
  })
  return { isCounted: spent !== null, timeSpentSeconds: spent ?? 0 }
}

/**
 * Completes a batch of learners who stand at 100 % since the outline changed, and announces each.
 * @returns how many there were; 0 when nobody is left
 */
export async function completeWaiting(ctx: Ctx, courseId: string): Promise<number> {
  const completed = await completeStanding(ctx.db, ctx.organizationId, courseId, ctx.now)
  for (const learner of completed) await announce(ctx, courseCompleted, { courseId, ...learner })
  return completed.length
}
