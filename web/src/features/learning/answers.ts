import type { Answers } from './shapes.ts'

/** Name of a form field that answers a question: with one value, or with several. */
export const answerField = (questionId: string, several: boolean) =>
  `${several ? 'several' : 'one'}.${questionId}`

/** The answers in a quiz form. A question left empty is answered with nothing, so that an answer can be taken back. */
export function readAnswers(form: FormData): Answers {
  const answers: Answers = {}
  for (const name of new Set(form.keys())) {
    const [kind, questionId] = name.split('.')
    if (!questionId) continue
    const values = form.getAll(name).filter((value) => typeof value === 'string' && value !== '') as string[]
    if (kind === 'several') answers[questionId] = values
    else if (kind === 'one') answers[questionId] = values[0] ?? null
  }
  return answers
}
