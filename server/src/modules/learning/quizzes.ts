import type { Ctx } from '../../platform/ctx.ts'
import { type FieldError, InvalidInput, NotFound } from '../../platform/errors.ts'
import { record } from '../audit/index.ts'
import { cleanHtml } from './block-content.ts'
import { mustBeUsable } from './course-files.ts'
import { bumpRevision } from './courses.queries.ts'
import { LimitReached, NoQuiz, NotAPage, NotASibling } from './errors.ts'
import { filesIn } from './links.ts'
import type { AnswerKey } from './marking.ts'
import { bumpContentRevision } from './nodes.queries.ts'
import { isPage } from './nodes.ts'
import { positionAfter } from './positions.ts'
import {
  deleteQuestion,
  deleteQuiz,
  findQuiz,
  insertQuestion,
  pageOfQuestion,
  placeQuestion,
  putQuiz,
  type QuestionRow,
  type QuizRow,
  setQuizFiles,
  updateQuestion,
} from './quizzes.queries.ts'
import type { QuestionChange, QuizSettings } from './quizzes.schemas.ts'
import { type EditableNode, editableNode, type Purpose } from './studio.ts'

const mostQuestions = 200

type Texts = Pick<QuestionRow, 'promptHtml' | 'explanationHtml' | 'hints' | 'options'>

/** Files that a quiz and its questions show, each once. */
export function filesOfQuiz(quiz: { introHtml: string | null; questions: Texts[] }): string[] {
  return [...new Set([...filesIn(quiz.introHtml ?? ''), ...quiz.questions.flatMap(filesOfQuestion)])]
}

const filesOfQuestion = ({ promptHtml, explanationHtml, hints, options }: Texts) =>
  [
    promptHtml,
    explanationHtml ?? '',
    ...hints,
    ...options.flatMap((option) => [option.html, option.feedbackHtml ?? '']),
  ].flatMap(filesIn)

const anyFile = (objectId: string) => ({ objectId, mediaType: '' })

/** Gives a page its quiz, or changes how it is held. */
export async function setQuiz(ctx: Ctx, thing: EditableNode, settings: QuizSettings) {
  if (!isPage(thing.node)) throw NotAPage()
  const before = await findQuiz(ctx.db, ctx.organizationId, thing.node.id)
  const { title, introHtml, maxAttempts, timeLimitMinutes, isRequired, passPercent, shuffle } = settings
  const intro = introHtml ? cleanHtml(introHtml) : null
  if (intro !== null) await mustBeUsable(ctx, thing.course.id, filesIn(intro).map(anyFile))
  const next = {
    title: title?.trim() || null,
    introHtml: intro,
    isRequired,
    passPercent,
    maxAttempts: maxAttempts ?? null,
    timeLimitMinutes: timeLimitMinutes ?? null,
    shuffle,
  }
  await putQuiz(ctx.db, ctx.organizationId, thing.node.id, next)
  await recordQuiz(ctx, before ? 'learning.quiz_changed' : 'learning.quiz_added', thing, {
    ...(before ? { before: rulesOf(before) } : {}),
    after: rulesOf(next),
  })
  return savedQuiz(ctx, thing)
}

const rulesOf = ({
  isRequired,
  passPercent,
  maxAttempts,
  timeLimitMinutes,
  shuffle,
}: Omit<QuizRow, 'id' | 'questions'>) => ({
  isRequired,
  passPercent,
  maxAttempts,
  timeLimitMinutes,
  shuffle,
})

/** Takes the quiz off a page, with its questions and what was answered. */
export async function removeQuiz(ctx: Ctx, thing: EditableNode): Promise<{ contentRevision: number }> {
  const quiz = await findQuiz(ctx.db, ctx.organizationId, thing.node.id)
  if (quiz) {
    await deleteQuiz(ctx.db, ctx.organizationId, quiz.id)
    await recordQuiz(ctx, 'learning.quiz_removed', thing, {
      before: { ...rulesOf(quiz), questions: quiz.questions.length },
    })
  }
  return { contentRevision: await quizChanged(ctx, thing) }
}

/** A question of a page the caller may edit, with its quiz and page. */
export async function editableQuestion(
  ctx: Ctx,
  questionId: string,
  purpose: Purpose,
): Promise<EditableNode & { quiz: QuizRow; question: QuestionRow }> {
  const nodeId = await pageOfQuestion(ctx.db, ctx.organizationId, questionId)
  if (nodeId === null) throw NotFound()
  const thing = await editableNode(ctx, nodeId, purpose)
  const quiz = await findQuiz(ctx.db, ctx.organizationId, nodeId)
  const question = quiz?.questions.find((entry) => entry.id === questionId)
  if (!quiz || !question) throw NotFound()
  return { ...thing, quiz, question }
}

export async function addQuestion(
  ctx: Ctx,
  thing: EditableNode,
  input: QuestionChange & { after?: string | null },
) {
  const quiz = await findQuiz(ctx.db, ctx.organizationId, thing.node.id)
  if (!quiz) throw NoQuiz()
  if (quiz.questions.length >= mostQuestions) throw LimitReached({ limit: mostQuestions })
  const position = positionAfter(quiz.questions, input.after)
  if (position === null) throw NotASibling()
  const id = await insertQuestion(ctx.db, ctx.organizationId, quiz.id, {
    ...(await sound(ctx, thing, input)),
    position,
  })
  await recordQuiz(ctx, 'learning.question_added', thing, { targetId: id })
  return savedQuiz(ctx, thing)
}

/** Writes a question anew. A changed key is audited as such. */
export async function changeQuestion(
  ctx: Ctx,
  thing: EditableNode & { question: QuestionRow },
  input: QuestionChange,
) {
  const next = await sound(ctx, thing, input)
  const { question } = thing
  await updateQuestion(ctx.db, ctx.organizationId, question.id, next)
  const before = { type: question.type, points: question.points, answer: question.answer }
  const after = { type: next.type, points: next.points, answer: next.answer }
  const isKeyChange = JSON.stringify(before) !== JSON.stringify(after)
  await recordQuiz(ctx, isKeyChange ? 'learning.quiz_key_changed' : 'learning.question_changed', thing, {
    targetId: question.id,
    ...(isKeyChange ? { before, after } : {}),
  })
  return savedQuiz(ctx, thing)
}

export async function moveQuestion(
  ctx: Ctx,
  thing: EditableNode & { quiz: QuizRow; question: QuestionRow },
  after: string | null,
) {
  const position = positionAfter(thing.quiz.questions, after, thing.question.id)
  if (position === null) throw NotASibling()
  await placeQuestion(ctx.db, ctx.organizationId, thing.question.id, position)
  return savedQuiz(ctx, thing)
}

export async function removeQuestion(ctx: Ctx, thing: EditableNode & { question: QuestionRow }) {
  await deleteQuestion(ctx.db, ctx.organizationId, thing.question.id)
  await recordQuiz(ctx, 'learning.question_removed', thing, {
    targetId: thing.question.id,
    before: { answer: thing.question.answer },
  })
  return savedQuiz(ctx, thing)
}

async function savedQuiz(ctx: Ctx, thing: EditableNode) {
  const contentRevision = await quizChanged(ctx, thing)
  const quiz = (await findQuiz(ctx.db, ctx.organizationId, thing.node.id))!
  await setQuizFiles(ctx.db, ctx.organizationId, quiz.id, filesOfQuiz(quiz))
  return { quiz, contentRevision }
}

async function quizChanged(ctx: Ctx, { course, node }: EditableNode): Promise<number> {
  await bumpRevision(ctx.db, ctx.organizationId, course.id)
  return bumpContentRevision(ctx.db, ctx.organizationId, node.id)
}

/** The question as it is stored: sanitized, and only what belongs to its type. @throws InvalidInput */
async function sound(
  ctx: Ctx,
  { course }: EditableNode,
  input: QuestionChange,
): Promise<Omit<QuestionRow, 'id' | 'position'>> {
  const options = hasChoices(input)
    ? input.options.map(({ key, html, feedbackHtml }) => ({
        key,
        html: cleanHtml(html),
        feedbackHtml: feedbackHtml ? cleanHtml(feedbackHtml) : null,
      }))
    : []
  const question = {
    type: input.type,
    promptHtml: cleanHtml(input.promptHtml),
    points: input.points,
    options,
    answer: keyOf(input),
    hints: input.hints.map(cleanHtml),
    explanationHtml: input.explanationHtml ? cleanHtml(input.explanationHtml) : null,
  }
  await mustBeUsable(ctx, course.id, filesOfQuestion(question).map(anyFile))
  return question
}

const hasChoices = ({ type }: QuestionChange) =>
  type === 'single' || type === 'multiple' || type === 'dropdown'

function keyOf(input: QuestionChange): AnswerKey {
  const wrong = (pointer: string, code: string, message: string): never => {
    const field: FieldError = { pointer, code, message }
    throw InvalidInput({}, { fields: [field] })
  }
  const { answer, options, type } = input
  switch (type) {
    case 'single':
    case 'multiple':
    case 'dropdown': {
      const keys = new Set(options.map((option) => option.key))
      const correct = [...new Set(answer.correct ?? [])]
      if (options.length < 2) return wrong('/options', 'too_few', 'needs at least two choices')
      if (keys.size !== options.length)
        return wrong('/options', 'same_key', 'has two choices with the same key')
      if (correct.some((key) => !keys.has(key)))
        return wrong('/answer/correct', 'unknown', 'names a choice that is not there')
      if (correct.length === 0) return wrong('/answer/correct', 'none_right', 'needs a right choice')
      if (type !== 'multiple' && correct.length > 1) {
        return wrong(
          '/answer/correct',
          'one_right',
          'has exactly one right choice; take several answers for more',
        )
      }
      return { correct }
    }
    case 'numeric': {
      const numeric = answer.numeric ?? []
      if (numeric.length === 0) return wrong('/answer/numeric', 'none_right', 'needs a right number')
      if (numeric.some(({ range }) => range !== null && range[0] > range[1])) {
        return wrong('/answer/numeric', 'range', 'has a range that ends before it begins')
      }
      return { numeric }
    }
    case 'short_text': {
      const texts = [...new Set((answer.texts ?? []).map((text) => text.trim()))]
      if (texts.length === 0) return wrong('/answer/texts', 'none_right', 'needs a right answer')
      return { texts, caseSensitive: answer.caseSensitive ?? false }
    }
  }
}

function recordQuiz(
  ctx: Ctx,
  action: string,
  { course, node }: EditableNode,
  act: { targetId?: string; before?: Record<string, unknown>; after?: Record<string, unknown> } = {},
) {
  return record(ctx, action, {
    entityType: 'node',
    entityId: node.id,
    ...act,
    metadata: { course: course.title, courseId: course.id, part: node.title },
  })
}
