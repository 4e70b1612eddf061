import { randomBytes } from 'node:crypto'
import { system } from '../../platform/actor.ts'
import { withTransaction } from '../../platform/ctx.ts'
import type { TestStoa } from '../../testing/test-stoa.ts'
import type { GivenOrganization, GivenPerson } from '../identity/testing.ts'
import { createCourseFromPackage, type DraftNode, type DraftQuestion } from './course-draft.ts'
import { findCourse } from './courses.queries.ts'
import { publishCourse } from './courses.ts'
import { listNodes } from './nodes.queries.ts'

/** What the course is like; left out: two modules with two lessons each, the last page with a quiz. */
export type GivenShape = {
  title?: string
  modules?: number
  /** Lessons in each module; each is a page. */
  lessons?: number
  /** Topics in each lesson; they are the pages then. */
  topics?: number
  /** Questions of the quiz on the last page; none: no quiz. */
  questions?: DraftQuestion[]
  passPercent?: number
  maxAttempts?: number | null
  /** left as a draft */
  unpublished?: boolean
}

export type GivenCourse = {
  id: string
  slug: string
  title: string
  moduleIds: string[]
  /** Pages in reading order. */
  pageIds: string[]
  /** The page with the quiz. */
  quizPageId: string
}

/** Three questions, one point each: single (right: `b`), numeric (42 ± 0.5), short text (`Stoa` or `porch`). */
export const givenQuestions: DraftQuestion[] = [
  question({
    sourceId: 'q-single',
    type: 'single',
    promptHtml: '<p>Which one?</p>',
    options: [
      { key: 'a', html: 'This', correct: false, feedbackHtml: 'Not this.' },
      { key: 'b', html: 'That', correct: true, feedbackHtml: 'Yes, that.' },
    ],
  }),
  question({
    sourceId: 'q-numeric',
    type: 'numeric',
    promptHtml: '<p>How many?</p>',
    numeric: { answer: 42, tolerance: 0.5, toleranceKind: 'absolute', range: null },
  }),
  question({
    sourceId: 'q-text',
    type: 'short_text',
    promptHtml: '<p>What is it called?</p>',
    answers: ['Stoa', 'porch'],
  }),
]

function question(
  given: Pick<DraftQuestion, 'sourceId' | 'type' | 'promptHtml'> & Partial<DraftQuestion>,
): DraftQuestion {
  return {
    points: 1,
    options: [],
    numeric: null,
    numericAlternatives: [],
    answers: [],
    caseSensitive: false,
    hints: [],
    explanationHtml: '<p>Because.</p>',
    ...given,
  }
}

/** A published course with a text on each page and a quiz on the last one, written by `author`. */
export async function givenCourse(
  stoa: TestStoa,
  organization: GivenOrganization,
  author: GivenPerson,
  shape: GivenShape = {},
): Promise<GivenCourse> {
  const title = shape.title ?? `Course ${randomBytes(4).toString('hex')}`
  const seed = { actor: system, organizationId: organization.id, requestId: 'given' }
  return withTransaction(stoa.app, seed, async (ctx) => {
    const { courseId, slug } = await createCourseFromPackage(ctx, {
      title,
      language: 'en',
      summary: `${title} in short.`,
      descriptionHtml: `<p>About ${title}.</p>`,
      coverObjectId: null,
      authorId: author.userId,
      nodes: nodesOf(shape),
    })
    const course = (await findCourse(ctx.db, organization.id, courseId))!
    if (!shape.unpublished) await publishCourse(ctx, course)
    const nodes = await listNodes(ctx.db, organization.id, courseId)
    const children = (parentId: string | null) => nodes.filter((node) => node.parentId === parentId)
    const pagesBelow = (id: string): string[] => {
      const below = children(id)
      return below.length === 0 ? [id] : below.flatMap((node) => pagesBelow(node.id))
    }
    const moduleIds = children(null).map((node) => node.id)
    const pageIds = moduleIds.flatMap(pagesBelow)
    return { id: courseId, slug, title, moduleIds, pageIds, quizPageId: pageIds.at(-1)! }
  })
}

function nodesOf({ modules = 2, lessons = 2, topics = 0, ...shape }: GivenShape): DraftNode[] {
  const questions = shape.questions ?? givenQuestions
  const page = (sourceId: string, title: string, isLast: boolean): DraftNode => ({
    ...part(sourceId, title, []),
    blocks: [{ type: 'text', content: { html: `<p>This is ${title.toLowerCase()}.</p>` } }],
    quiz:
      isLast && questions.length > 0
        ? {
            sourceId: 'quiz',
            title: 'What have you learned?',
            introHtml: null,
            maxAttempts: shape.maxAttempts ?? null,
            timeLimitMinutes: null,
            passPercent: shape.passPercent ?? 100,
            shuffle: false,
            required: true,
            questions,
          }
        : null,
  })
  return numbers(modules).map((m) =>
    part(
      `m${m}`,
      `Module ${m}`,
      numbers(lessons).map((l) => {
        const isLast = m === modules && l === lessons
        if (topics === 0) return page(`m${m}l${l}`, `Lesson ${m}.${l}`, isLast)
        const pages = numbers(topics).map((t) =>
          page(`m${m}l${l}t${t}`, `Topic ${m}.${l}.${t}`, isLast && t === topics),
        )
        return part(`m${m}l${l}`, `Lesson ${m}.${l}`, pages)
      }),
    ),
  )
}

const part = (sourceId: string, title: string, children: DraftNode[]): DraftNode => ({
  sourceId,
  title,
  releaseAt: null,
  hidden: false,
  blocks: [],
  quiz: null,
  children,
})

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
