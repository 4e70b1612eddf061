import type { Question, QuestionInput } from './shapes.ts'

export type QuestionType = Question['type']

export const questionTypes: readonly QuestionType[] = [
  'single',
  'multiple',
  'dropdown',
  'numeric',
  'short_text',
]

export type NumericKey = NonNullable<Question['answer']['numeric']>[number]

export const hasChoices = (type: QuestionType) =>
  type === 'single' || type === 'multiple' || type === 'dropdown'

/** A question nobody has written yet. */
export function newQuestion(type: QuestionType): QuestionInput {
  return {
    type,
    promptHtml: '',
    points: 1,
    options: hasChoices(type)
      ? [
          { key: 'a', html: '', feedbackHtml: null },
          { key: 'b', html: '', feedbackHtml: null },
        ]
      : [],
    answer:
      type === 'numeric' ? { numeric: [newNumber] } : type === 'short_text' ? { texts: [] } : { correct: [] },
    hints: [],
    explanationHtml: null,
  }
}

export const newNumber: NumericKey = { answer: 0, tolerance: 0, toleranceKind: 'absolute', range: null }

/** The question with another type; choices and right answers stay as far as they fit. */
export function withType(question: QuestionInput, type: QuestionType): QuestionInput {
  const fresh = newQuestion(type)
  if (!hasChoices(type)) {
    return { ...question, type, options: [], answer: question.type === type ? question.answer : fresh.answer }
  }
  const options = hasChoices(question.type) ? question.options : fresh.options
  const correct = question.answer.correct ?? []
  return {
    ...question,
    type,
    options,
    answer: { correct: type === 'multiple' ? correct : correct.slice(0, 1) },
  }
}

/** The question with one more choice, under a key no other has. */
export function withOption(question: QuestionInput): QuestionInput {
  const taken = new Set(question.options.map(({ key }) => key))
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  let key = letters.find((letter) => !taken.has(letter))
  for (let number = 1; key === undefined; number += 1) if (!taken.has(`o${number}`)) key = `o${number}`
  return { ...question, options: [...question.options, { key, html: '', feedbackHtml: null }] }
}

export function withoutOption(question: QuestionInput, key: string): QuestionInput {
  return {
    ...question,
    options: question.options.filter((option) => option.key !== key),
    answer: { correct: (question.answer.correct ?? []).filter((one) => one !== key) },
  }
}

/** Marks a choice as right or not; only a question with several answers has several right ones. */
export function withRight(question: QuestionInput, key: string, isRight: boolean): QuestionInput {
  const others =
    question.type === 'multiple' ? (question.answer.correct ?? []).filter((one) => one !== key) : []
  return { ...question, answer: { correct: isRight ? [...others, key] : others } }
}

/** Right texts as one writes them, one on each line. */
export const textsOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The question as it is sent: empty feedback and hints are none. */
export function tidied(question: QuestionInput): QuestionInput {
  return {
    ...question,
    options: question.options.map((option) => ({ ...option, feedbackHtml: option.feedbackHtml || null })),
    hints: question.hints.filter((hint) => hint !== ''),
    explanationHtml: question.explanationHtml || null,
  }
}
