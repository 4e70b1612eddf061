import type { Ctx } from '../../platform/ctx.ts'
import { NotFound, SignInRequired } from '../../platform/errors.ts'
import { announce } from '../../platform/events/events.ts'
import {
  type Attempt,
  closeAttempt,
  findOpen,
  findOwn,
  insertAttempt,
  listKeys,
  nodeOfQuiz,
  saveAnswers,
} from './attempts.queries.ts'
import { lockEnrollment } from './enrollments.queries.ts'
import { AttemptOver, BannedFromCourse, NoAttemptsLeft, NotEnrolled } from './errors.ts'
import { quizSubmitted } from './events.ts'
import { type GivenAnswer, markAttempt } from './marking.ts'
import { learnersPage } from './player.ts'
import type { Standing } from './progress.queries.ts'
import { countPage, type LearnersPage } from './progress.ts'

/** What is on its way when the time is up still counts. */
export const grace = 15_000

export type Answers = Record<string, GivenAnswer>

/** The page of a quiz, for a learner who wants to try it. */
export async function pageOfQuiz(ctx: Ctx, quizId: string): Promise<LearnersPage> {
  const nodeId = await nodeOfQuiz(ctx.db, ctx.organizationId, quizId)
  if (!nodeId) throw NotFound()
  return learnersPage(ctx, nodeId, { holdOutline: true })
}

/** My own attempt; somebody else's is not found. */
export async function ownAttempt(
  ctx: Ctx,
  attemptId: string,
  options = { holdOutline: false },
): Promise<Attempt> {
  if (ctx.actor.userId === null) throw SignInRequired()
  const attempt = await findOwn(ctx.db, ctx.organizationId, attemptId, ctx.actor.userId, options)
  if (!attempt) throw NotFound()
  if (attempt.enrollmentStatus !== 'active' && attempt.enrollmentStatus !== 'completed') throw NotEnrolled()
  if (attempt.isBanned) throw BannedFromCourse({ reason: attempt.banReason })
  return attempt
}

/** Starts an attempt; an open one is gone on with. One whose time ran out is handed in first. */
export async function startAttempt(ctx: Ctx, page: LearnersPage): Promise<Attempt> {
  const quizId = page.quizId ?? ''
  await lockEnrollment(ctx.db, ctx.organizationId, page.enrollmentId)
  const open = await findOpen(ctx.db, ctx.organizationId, quizId, page.enrollmentId)
  if (open && !isOver(ctx, open)) return open
  if (open) await handIn(ctx, open, {})
  const id = await insertAttempt(ctx.db, ctx.organizationId, {
    quizId,
    enrollmentId: page.enrollmentId,
    now: ctx.now,
  })
  if (!id) throw NoAttemptsLeft({ max: page.quizMaxAttempts })
  return ownAttempt(ctx, id)
}

/** Saves answers as they are given. */
export async function saveAttempt(ctx: Ctx, attempt: Attempt, answers: Answers): Promise<void> {
  const dueAfter = new Date(ctx.now.getTime() - grace)
  if (
    !(await saveAnswers(ctx.db, ctx.organizationId, {
      attemptId: attempt.id,
      answers,
      dueAfter,
      now: ctx.now,
    }))
  )
    throw AttemptOver()
}

/**
 * Hands an attempt in and marks it. Handing in twice changes nothing. After the time is over only what was
 * saved counts. Passing finishes the page.
 * @returns where the learner stands in the course when the page was finished by it
 */
export async function submitAttempt(ctx: Ctx, attempt: Attempt, answers: Answers): Promise<Standing | null> {
  await lockEnrollment(ctx.db, ctx.organizationId, attempt.enrollmentId)
  const current = await findOwn(ctx.db, ctx.organizationId, attempt.id, attempt.userId, {
    holdOutline: false,
  })
  if (!current || current.state === 'submitted') return null
  return handIn(ctx, current, isOver(ctx, current) ? {} : answers)
}

const isOver = (ctx: Ctx, attempt: Attempt) =>
  attempt.dueAt !== null && attempt.dueAt.getTime() + grace < ctx.now.getTime()

/** Marks an open attempt; the caller holds the enrolment. */
async function handIn(ctx: Ctx, attempt: Attempt, last: Answers): Promise<Standing | null> {
  const questions = await listKeys(ctx.db, ctx.organizationId, attempt.quizId)
  const given = { ...attempt.answers, ...last }
  // An answer to a question that is not in this quiz (any more) has nothing to be marked by.
  const answers = Object.fromEntries(
    questions.flatMap(({ id }) => (Object.hasOwn(given, id) ? [[id, given[id] ?? null]] : [])),
  )
  const result = markAttempt(questions, answers, attempt.passPercent)
  await closeAttempt(ctx.db, ctx.organizationId, attempt.id, { ...result, answers, now: ctx.now })
  const learner = { enrollmentId: attempt.enrollmentId, courseId: attempt.courseId, userId: attempt.userId }
  await announce(ctx, quizSubmitted, {
    ...learner,
    nodeId: attempt.nodeId,
    quizId: attempt.quizId,
    attemptId: attempt.id,
    score: result.score,
    passed: result.passed,
  })
  return result.passed ? countPage(ctx, { ...learner, nodeId: attempt.nodeId }) : null
}
