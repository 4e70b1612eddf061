import type { Static } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import { type FormulaScope, formulaScope } from '../../platform/html/formulas.ts'
import { shownFiles } from '../files/index.ts'
import { type Attempt, type KeyedQuestion, listKeys } from './attempts.queries.ts'
import type { AttemptView } from './attempts.schemas.ts'
import { filesIn } from './links.ts'
import type { GivenAnswer, NumericKey } from './marking.ts'
import { asShown, quizOf } from './player.ts'
import type { Standing } from './progress.queries.ts'
import { beginRendering, renderHtml } from './render.ts'
import { shuffled } from './shuffle.ts'

/**
 * An attempt as its learner sees it. What is right and wrong is told once it is submitted; the key itself only
 * when there is nothing left to try for: passed, no attempts left, or answering was all that was asked.
 */
export async function viewAttempt(
  ctx: Ctx,
  attempt: Attempt,
  standing: Standing | null,
): Promise<Static<typeof AttemptView>> {
  const {
    id,
    quizId,
    nodeId,
    number,
    state,
    startedAt,
    dueAt,
    submittedAt,
    score,
    pointsEarned,
    pointsTotal,
  } = attempt
  const { correctAnswers, totalQuestions, passed, passPercent, maxAttempts } = attempt
  const attemptsLeft = maxAttempts === null ? null : Math.max(0, maxAttempts - attempt.attemptsMade)
  const isKeyShown = state === 'submitted' && (passed === true || passPercent === 0 || attemptsLeft === 0)
  const { quiz, formulas } = await quizOf(ctx, { id: nodeId, contentRevision: attempt.contentRevision })
  const questions = quiz?.questions ?? []
  const told = state === 'submitted' ? await whatIsTold(ctx, attempt, isKeyShown, formulas) : null
  return {
    id,
    quizId,
    nodeId,
    number,
    state,
    startedAt,
    dueAt,
    submittedAt,
    score,
    pointsEarned,
    pointsTotal,
    correctAnswers,
    totalQuestions,
    passed,
    passPercent,
    attemptsLeft,
    isKeyShown,
    questions: (attempt.shuffle ? shuffled(questions, id) : questions).map((question) => ({
      ...asShown(question),
      answer: attempt.answers[question.id] ?? null,
      ...(told?.get(question.id) ?? untold),
    })),
    standing,
  }
}

type Told = Pick<
  Static<typeof AttemptView>['questions'][number],
  'isCorrect' | 'pointsEarned' | 'feedbackHtml' | 'explanationHtml' | 'key'
>

const untold: Told = {
  isCorrect: null,
  pointsEarned: null,
  feedbackHtml: [],
  explanationHtml: null,
  key: null,
}

async function whatIsTold(
  ctx: Ctx,
  attempt: Attempt,
  isKeyShown: boolean,
  ofPage: FormulaScope,
): Promise<Map<string, Told>> {
  const questions = await listKeys(ctx.db, ctx.organizationId, attempt.quizId)
  const marks = new Map((attempt.results ?? []).map((mark) => [mark.questionId, mark]))
  const texts = questions.flatMap((question) => [
    question.explanationHtml ?? '',
    ...question.options.map((option) => option.feedbackHtml ?? ''),
  ])
  const rendering = beginRendering(await shownFiles(ctx, [...new Set(texts.flatMap(filesIn))]), {
    formulas: { ...formulaScope(), commands: ofPage.commands },
  })
  return new Map(
    questions.map((question) => {
      const mark = marks.get(question.id)
      const explains = question.explanationHtml !== null && (isKeyShown || mark?.isCorrect === true)
      return [
        question.id,
        {
          isCorrect: mark?.isCorrect ?? null,
          pointsEarned: mark?.points ?? null,
          feedbackHtml: chosenFeedback(question, attempt.answers[question.id] ?? null).map((html) =>
            renderHtml(html, rendering),
          ),
          explanationHtml: explains ? renderHtml(question.explanationHtml ?? '', rendering) : null,
          key: isKeyShown ? keyOf(question) : null,
        },
      ]
    }),
  )
}

function chosenFeedback(question: KeyedQuestion, given: GivenAnswer): string[] {
  const chosen = new Set(Array.isArray(given) ? given : [given])
  return question.options.flatMap((option) =>
    chosen.has(option.key) && option.feedbackHtml ? [option.feedbackHtml] : [],
  )
}

function keyOf({ answer }: KeyedQuestion): Told['key'] {
  return {
    options: answer.correct ?? [],
    texts: [...(answer.numeric ?? []).map(numberText), ...(answer.texts ?? [])],
  }
}

function numberText({ answer, tolerance, toleranceKind, range }: NumericKey): string {
  if (range) return `${range[0]} … ${range[1]}`
  return tolerance > 0 ? `${answer} ± ${tolerance}${toleranceKind === 'percent' ? ' %' : ''}` : String(answer)
}
