import { type Static, Type } from 'typebox'
import { Id, Nullable, OneOf } from '../../platform/http/schemas.ts'
import { questionTypes } from './kinds.ts'

const Html = Type.String({ maxLength: 100_000 })

export const QuestionOption = Type.Object(
  {
    key: Type.String({ minLength: 1, maxLength: 100, pattern: '^[A-Za-z0-9_.:-]+$' }),
    html: Html,
    feedbackHtml: Nullable(Html),
  },
  { additionalProperties: false },
)

const NumericKey = Type.Object(
  {
    answer: Type.Number(),
    tolerance: Type.Number({ minimum: 0 }),
    toleranceKind: OneOf(['absolute', 'percent']),
    range: Nullable(
      Type.Unsafe<[number, number]>({ type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 }),
    ),
  },
  { additionalProperties: false },
)

/** The key; only authors see it. By type: choices correct; numbers numeric; short text texts and caseSensitive. */
export const AnswerKey = Type.Object(
  {
    correct: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 50 })),
    numeric: Type.Optional(Type.Array(NumericKey, { maxItems: 50 })),
    texts: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }), { maxItems: 100 }),
    ),
    caseSensitive: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

const question = {
  type: OneOf(questionTypes),
  promptHtml: Html,
  points: Type.Integer({ minimum: 0, maximum: 1000 }),
  options: Type.Array(QuestionOption, { maxItems: 50 }),
  answer: AnswerKey,
  hints: Type.Array(Type.String({ maxLength: 10_000 }), { maxItems: 20 }),
  explanationHtml: Nullable(Html),
}
export const QuestionView = Type.Object({ id: Id, ...question })
export type QuestionView = Static<typeof QuestionView>

export const QuestionChange = Type.Object(
  {
    ...question,
    points: Type.Integer({ minimum: 0, maximum: 1000, default: 1 }),
    options: Type.Array(QuestionOption, { maxItems: 50, default: [] }),
    hints: Type.Array(Type.String({ maxLength: 10_000 }), { maxItems: 20, default: [] }),
    explanationHtml: Type.Optional(Nullable(Html)),
  },
  { additionalProperties: false },
)
export type QuestionChange = Static<typeof QuestionChange>
export const QuestionCreate = Type.Object(
  { ...QuestionChange.properties, after: Type.Optional(Nullable(Id)) },
  { additionalProperties: false, description: 'after: the question to follow; null: first; left out: last' },
)

export const QuizSettings = Type.Object(
  {
    title: Type.Optional(Nullable(Type.String({ maxLength: 300 }))),
    introHtml: Type.Optional(Nullable(Html)),
    isRequired: Type.Boolean({ default: true }),
    passPercent: Type.Integer({
      minimum: 0,
      maximum: 100,
      default: 0,
      description: '0: answering is enough',
    }),
    maxAttempts: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 1000 }))),
    timeLimitMinutes: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 1440 }))),
    shuffle: Type.Boolean({ default: false }),
  },
  { additionalProperties: false },
)
export type QuizSettings = Static<typeof QuizSettings>

export const QuizView = Type.Object({
  id: Id,
  title: Nullable(Type.String()),
  introHtml: Nullable(Type.String()),
  isRequired: Type.Boolean(),
  passPercent: Type.Integer(),
  maxAttempts: Nullable(Type.Integer()),
  timeLimitMinutes: Nullable(Type.Integer()),
  shuffle: Type.Boolean(),
  questions: Type.Array(QuestionView),
})
export type QuizView = Static<typeof QuizView>

export const QuestionParams = Type.Object({ questionId: Id })
export const SavedQuiz = Type.Object({ quiz: QuizView, contentRevision: Type.Integer() })
