import { Type } from 'typebox'
import { Id, Nullable, OneOf, Timestamp } from '../../platform/http/schemas.ts'
import { blockTypes, nodeKinds, questionTypes } from './kinds.ts'

export const PageParams = Type.Object({ nodeId: Id })

export const PlayerQuery = Type.Object({
  around: Type.Optional(
    Type.String({
      format: 'uuid',
      description: 'Only the modules, and what is right below each part above this one',
    }),
  ),
  branch: Type.Optional(
    Type.String({
      format: 'uuid',
      description: 'Only what is right below this part; together with `around`: opened beside it',
    }),
  ),
})

const CourseHeader = Type.Object({
  id: Id,
  slug: Type.String(),
  title: Type.String(),
  done: Type.Integer({ description: 'Finished pages' }),
  total: Type.Integer({ description: 'Pages of the course' }),
  percent: Type.Integer(),
  isCompleted: Type.Boolean(),
})

/** A course to learn in: header, the outline (or the part asked for) in reading order, where to go on. */
export const PlayerView = Type.Object({
  course: CourseHeader,
  enrollmentId: Nullable(Id),
  isPreview: Type.Boolean({ description: 'An author looks without being enrolled; nothing is counted.' }),
  certificateEnabled: Type.Boolean({ description: 'Finishing earns a certificate; a job makes it' }),
  certificateNumber: Nullable(Type.String()),
  resumeId: Nullable(Id),
  nodes: Type.Array(
    Type.Object({
      id: Id,
      parentId: Nullable(Id),
      depth: Type.Integer({ minimum: 0, maximum: 3 }),
      kind: OneOf(nodeKinds),
      title: Type.String(),
      minutes: Nullable(Type.Integer()),
      isPage: Type.Boolean(),
      isLocked: Type.Boolean(),
      opensAt: Nullable(Timestamp),
      hasQuiz: Type.Boolean(),
      total: Type.Integer(),
      done: Type.Integer(),
      percent: Type.Integer(),
      isCompleted: Type.Boolean(),
    }),
  ),
})

/** A block by its type; fields a type does not have are not there. */
const BlockView = Type.Object({
  id: Id,
  type: OneOf(blockTypes),
  html: Type.Optional(Type.String({ description: 'text, callout, exercise: sanitized, links resolved' })),
  tone: Type.Optional(OneOf(['info', 'warning', 'tip'])),
  url: Type.Optional(
    Nullable(
      Type.String({ description: 'image, video, audio, document, embed; null when the file is gone' }),
    ),
  ),
  width: Type.Optional(Nullable(Type.Integer({ description: 'image: pixels' }))),
  height: Type.Optional(Nullable(Type.Integer({ description: 'image: pixels' }))),
  isLazy: Type.Optional(Type.Boolean({ description: 'image: may load when it comes near' })),
  alt: Type.Optional(Type.String()),
  caption: Type.Optional(Nullable(Type.String())),
  title: Type.Optional(Nullable(Type.String())),
  youtubeId: Type.Optional(Nullable(Type.String())),
  durationSeconds: Type.Optional(Nullable(Type.Number())),
  captions: Type.Optional(Type.Array(Type.Object({ language: Type.String(), url: Type.String() }))),
  transcriptHtml: Type.Optional(Nullable(Type.String())),
  language: Type.Optional(Nullable(Type.String())),
  code: Type.Optional(Type.String()),
  isFramed: Type.Optional(Type.Boolean({ description: 'embed: may stand in a frame; else show a link' })),
  hints: Type.Optional(Type.Array(Type.String({ description: 'HTML' }))),
  solutionHtml: Type.Optional(Nullable(Type.String())),
})

/** A question as a learner sees it, without its key. */
export const QuestionView = Type.Object({
  id: Id,
  type: OneOf(questionTypes),
  promptHtml: Type.String(),
  points: Type.Integer(),
  options: Type.Array(Type.Object({ key: Type.String(), html: Type.String() })),
  hints: Type.Array(Type.String()),
})

export const AnswersShape = Type.Record(
  Type.String(),
  Type.Union([
    Type.String({ maxLength: 5000 }),
    Type.Array(Type.String({ maxLength: 200 }), { maxItems: 100 }),
    Type.Null(),
  ]),
  { maxProperties: 500, description: 'By question: an option key or a text, or several option keys' },
)

const AttemptSummaryView = Type.Object({
  id: Id,
  number: Type.Integer(),
  state: OneOf(['open', 'submitted']),
  score: Nullable(Type.Integer({ description: 'Percent' })),
  passed: Nullable(Type.Boolean()),
  startedAt: Timestamp,
  dueAt: Nullable(Timestamp),
  submittedAt: Nullable(Timestamp),
})

const QuizOnPage = Type.Object({
  id: Id,
  title: Nullable(Type.String()),
  introHtml: Nullable(Type.String()),
  isRequired: Type.Boolean(),
  passPercent: Type.Integer(),
  timeLimitMinutes: Nullable(Type.Integer()),
  maxAttempts: Nullable(Type.Integer()),
  questionCount: Type.Integer(),
  questions: Type.Array(QuestionView, { description: 'Empty before the start of a timed quiz' }),
  attempts: Type.Array(AttemptSummaryView),
  attemptsLeft: Nullable(Type.Integer({ description: 'Empty: as many as one likes' })),
  bestScore: Nullable(Type.Integer()),
  isPassed: Type.Boolean(),
  openAttempt: Nullable(
    Type.Object({ id: Id, number: Type.Integer(), dueAt: Nullable(Timestamp), answers: AnswersShape }),
  ),
})

/** A page in the player. */
export const PageView = Type.Object({
  id: Id,
  title: Type.String(),
  kind: OneOf(nodeKinds),
  description: Nullable(Type.String()),
  minutes: Nullable(Type.Integer()),
  isPreview: Type.Boolean(),
  course: CourseHeader,
  breadcrumbs: Type.Array(Type.Object({ id: Id, title: Type.String(), kind: OneOf(nodeKinds) })),
  place: Nullable(Type.Integer({ description: 'This is page n of course.total' })),
  previousId: Nullable(Id),
  nextId: Nullable(Id),
  progress: Type.Object({
    isCompleted: Type.Boolean(),
    completedAt: Nullable(Timestamp),
    timeSpentSeconds: Type.Integer(),
  }),
  can: Type.Object({ finish: Type.Boolean(), reopen: Type.Boolean(), startAttempt: Type.Boolean() }),
  blocks: Type.Array(BlockView),
  resources: Type.Array(
    Type.Object({
      id: Id,
      title: Type.String(),
      description: Nullable(Type.String()),
      type: OneOf(['file', 'link']),
      url: Nullable(Type.String()),
      size: Nullable(Type.Integer()),
    }),
  ),
  quiz: Nullable(QuizOnPage),
})
