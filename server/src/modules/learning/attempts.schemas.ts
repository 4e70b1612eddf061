import { Type } from 'typebox'
import { Id, Nullable, OneOf, Timestamp } from '../../platform/http/schemas.ts'
import { AnswersShape, QuestionView } from './player.schemas.ts'
import { StandingView } from './progress.schemas.ts'

export const QuizParams = Type.Object({ quizId: Id })
export const AttemptParams = Type.Object({ attemptId: Id })

export const AnswersBody = Type.Object({ answers: AnswersShape }, { additionalProperties: false })

const GivenAnswerView = Type.Unsafe<string | string[] | null>({
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }, { type: 'null' }],
})

/** A question of an attempt; everything about right and wrong is null while the attempt is open. */
const AttemptQuestion = Type.Object({
  ...QuestionView.properties,
  answer: GivenAnswerView,
  isCorrect: Nullable(Type.Boolean()),
  pointsEarned: Nullable(Type.Number()),
  feedbackHtml: Type.Array(Type.String(), { description: 'What the chosen options say' }),
  explanationHtml: Nullable(Type.String({ description: 'Once the answer was right or the key is shown' })),
  key: Nullable(
    Type.Object({
      options: Type.Array(Type.String({ description: 'Keys of the right options' })),
      texts: Type.Array(Type.String({ description: 'Right numbers or texts' })),
    }),
  ),
})

/** One go at a quiz, with its result once it is submitted. */
export const AttemptView = Type.Object({
  id: Id,
  quizId: Id,
  nodeId: Id,
  number: Type.Integer(),
  state: OneOf(['open', 'submitted']),
  startedAt: Timestamp,
  dueAt: Nullable(Timestamp),
  submittedAt: Nullable(Timestamp),
  score: Nullable(Type.Integer({ description: 'Percent, rounded down' })),
  pointsEarned: Nullable(Type.Number()),
  pointsTotal: Nullable(Type.Integer()),
  correctAnswers: Nullable(Type.Integer()),
  totalQuestions: Type.Integer(),
  passed: Nullable(Type.Boolean()),
  passPercent: Type.Integer(),
  attemptsLeft: Nullable(Type.Integer({ description: 'Empty: as many as one likes' })),
  isKeyShown: Type.Boolean({ description: 'Passed, or nothing left to try for' }),
  questions: Type.Array(AttemptQuestion),
  standing: Nullable(StandingView),
})

export const SavedView = Type.Object({ savedAt: Timestamp })
