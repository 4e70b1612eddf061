import { route } from '../../platform/http/route.ts'
import { viewAttempt } from './attempt-view.ts'
import { AnswersBody, AttemptParams, AttemptView, QuizParams, SavedView } from './attempts.schemas.ts'
import { ownAttempt, pageOfQuiz, saveAttempt, startAttempt, submitAttempt } from './attempts.ts'
import { AttemptOver, BannedFromCourse, NoAttemptsLeft, NotEnrolled } from './errors.ts'
import { isMember } from './policy.ts'

export const attemptRoutes = [
  route({
    method: 'POST',
    path: '/quizzes/:quizId/attempts',
    summary: 'Start an attempt, or go on with the open one',
    params: QuizParams,
    response: AttemptView,
    status: 201,
    errors: [NotEnrolled, BannedFromCourse, NoAttemptsLeft],
    load: (ctx, { params }) => pageOfQuiz(ctx, params.quizId),
    allow: isMember,
    handle: async (ctx, page) => viewAttempt(ctx, await startAttempt(ctx, page), null),
  }),
  route({
    method: 'GET',
    path: '/attempts/:attemptId',
    summary: 'My attempt and, once submitted, its result',
    params: AttemptParams,
    response: AttemptView,
    load: (ctx, { params }) => ownAttempt(ctx, params.attemptId),
    allow: isMember,
    handle: (ctx, attempt) => viewAttempt(ctx, attempt, null),
  }),
  route({
    method: 'PATCH',
    path: '/attempts/:attemptId',
    summary: 'Save answers',
    params: AttemptParams,
    body: AnswersBody,
    response: SavedView,
    errors: [AttemptOver],
    load: (ctx, { params }) => ownAttempt(ctx, params.attemptId),
    allow: isMember,
    handle: async (ctx, attempt, { body }) => {
      await saveAttempt(ctx, attempt, body.answers)
      return { savedAt: ctx.now }
    },
  }),
  route({
    method: 'PUT',
    path: '/attempts/:attemptId/submission',
    summary: 'Hand an attempt in; it is marked at once',
    params: AttemptParams,
    body: AnswersBody,
    response: AttemptView,
    load: (ctx, { params }) => ownAttempt(ctx, params.attemptId, { holdOutline: true }),
    allow: isMember,
    handle: async (ctx, attempt, { body }) => {
      const standing = await submitAttempt(ctx, attempt, body.answers)
      return viewAttempt(ctx, await ownAttempt(ctx, attempt.id), standing)
    },
  }),
]
