import type { Ctx } from '../../platform/ctx.ts'
import { NotFound, SignInRequired } from '../../platform/errors.ts'
import { shownFiles } from '../files/index.ts'
import { BannedFromCourse, EnrollmentExpired, NotEnrolled, PageLocked } from './errors.ts'
import {
  firstPageIn,
  makeOutline,
  type Outline,
  outlineJson,
  placesBelow,
  resumeAt,
  wayTo,
} from './outline.ts'
import {
  type AccessFacts,
  findContent,
  findPage,
  findPlayer,
  listOutline,
  type PageFacts,
  type PlayerFacts,
} from './player.queries.ts'
import { canEditCourse } from './policy.ts'
import { filesOnPage, type RenderedPage, renderPage } from './render.ts'
import { createRevisionCache } from './revision-cache.ts'
import { shuffled } from './shuffle.ts'

/** How somebody reads: as a learner, or as an author who looks without being counted. */
export type Reader = { isPreview: boolean }

/** Characters kept of each, some tens of megabytes at most. */
const room = 15_000_000
const outlines = createRevisionCache<Outline>(
  room,
  (outline) => 2 * outline.heads.reduce((sum, head) => sum + head.length, 500),
)
/** Addresses of files expire, so what holds them is made anew after a while. */
const renderedFor = 3600_000
const rendered = createRevisionCache<RenderedPage>(
  room,
  (page) => 500 + page.blocksJson.length + page.resourcesJson.length + JSON.stringify(page.quiz).length,
)

/**
 * Lets a reader in or says why not. Authors preview; a course nobody may know of is not found.
 * @throws NotFound, NotEnrolled, BannedFromCourse, EnrollmentExpired
 */
function admit(ctx: Ctx, course: AccessFacts): Reader {
  const isOpen = course.courseStatus === 'published' || course.courseStatus === 'archived'
  const isIn = course.enrollmentStatus === 'active' || course.enrollmentStatus === 'completed'
  if (isOpen && isIn) {
    if (course.isBanned) throw BannedFromCourse({ reason: course.banReason })
    if (course.expiresAt === null || course.expiresAt > ctx.now) return { isPreview: false }
  }
  if (canEditCourse(ctx.actor, course) === true) return { isPreview: true }
  if (course.courseStatus !== 'published' && !(isOpen && isIn)) throw NotFound()
  if (isIn) throw EnrollmentExpired()
  if (course.visibility === 'enrolled_only' && course.enrollmentId === null) throw NotFound()
  throw NotEnrolled()
}

/** A course somebody may learn in (or preview), with their standing. */
export async function readableCourse(ctx: Ctx, courseId: string): Promise<PlayerFacts & Reader> {
  if (ctx.actor.kind === 'anonymous') throw SignInRequired()
  const course = await findPlayer(ctx.db, ctx.organizationId, courseId, ctx.actor.userId, ctx.now)
  if (!course) throw NotFound()
  return { ...course, ...admit(ctx, course) }
}

export type ReadablePage = PageFacts & Reader & { outline: Outline }

/**
 * A page somebody may read (or preview). A part with pages below answers with its first page.
 * @throws NotFound, NotEnrolled, BannedFromCourse, EnrollmentExpired, PageLocked
 */
export async function readablePage(ctx: Ctx, nodeId: string): Promise<ReadablePage> {
  const page = await visiblePage(ctx, nodeId)
  const outline = await outlineOf(ctx, page)
  const isPage = page.childCount === 0 && page.kind !== 'module'
  if (isPage && (page.visiblePages === 1 || page.isPreview)) return { ...page, outline }
  const first = firstPageIn(outline, nodeId)
  if (!first || first === nodeId) {
    const opensAt = outline.byId.get(nodeId)?.opensAt
    throw opensAt ? PageLocked({ releaseAt: opensAt }) : NotFound()
  }
  return { ...(await visiblePage(ctx, first)), outline }
}

async function visiblePage(
  ctx: Ctx,
  nodeId: string,
  options = { holdOutline: false },
): Promise<PageFacts & Reader> {
  if (ctx.actor.kind === 'anonymous') throw SignInRequired()
  const page = await findPage(ctx.db, ctx.organizationId, nodeId, {
    ...options,
    userId: ctx.actor.userId,
    now: ctx.now,
  })
  if (!page) throw NotFound()
  return { ...page, ...admit(ctx, page) }
}

/**
 * A page a learner may finish or examine themselves on: exactly this one, and only as a learner.
 * @throws NotFound also for authors in a preview
 */
export async function learnersPage(
  ctx: Ctx,
  nodeId: string,
  options?: { holdOutline: boolean },
): Promise<PageFacts & { enrollmentId: string }> {
  const page = await visiblePage(ctx, nodeId, options)
  if (page.isPreview || page.enrollmentId === null) throw NotEnrolled()
  if (page.visiblePages !== 1 || page.childCount !== 0) throw NotFound()
  return { ...page, enrollmentId: page.enrollmentId }
}

export const outlineOf = (ctx: Ctx, course: { courseId: string; courseRevision: number }) =>
  outlines.get(`${ctx.organizationId} ${course.courseId} ${course.courseRevision}`, async () =>
    makeOutline(await listOutline(ctx.db, ctx.organizationId, course.courseId)),
  )

/** The page as everybody sees it. */
const contentOf = (ctx: Ctx, page: { id: string; contentRevision: number }) =>
  rendered.get(
    `${ctx.organizationId} ${page.id} ${page.contentRevision} ${Math.floor(ctx.now.getTime() / renderedFor)}`,
    async () => {
      const content = await findContent(ctx.db, ctx.organizationId, page.id)
      return renderPage(content, await shownFiles(ctx, filesOnPage(content)))
    },
  )

const header = (course: AccessFacts) => ({
  id: course.courseId,
  slug: course.courseSlug,
  title: course.courseTitle,
  done: course.enrollmentDone,
  total: course.pageTotal,
  percent: course.enrollmentPercent,
  isCompleted: course.enrollmentStatus === 'completed',
})

/** Which part of an outline is asked for; the whole when neither is. */
export type OutlinePart = { around?: string; branch?: string }

/**
 * The player's course as JSON text (PlayerView).
 * @throws NotFound when what is asked for is not in the outline
 */
export async function playerJson(
  ctx: Ctx,
  course: PlayerFacts & Reader,
  part: OutlinePart = {},
): Promise<string> {
  const outline = await outlineOf(ctx, course)
  const places = placesOf(outline, part, course)
  const own = {
    course: header(course),
    enrollmentId: course.isPreview ? null : course.enrollmentId,
    isPreview: course.isPreview,
    certificateEnabled: course.certificateEnabled,
    certificateNumber: course.certificateNumber,
    resumeId: resumeAt(outline, course.doneByNode, course.lastViewedNodeId),
  }
  return `${JSON.stringify(own).slice(0, -1)},"nodes":${outlineJson(outline, course.doneByNode, places)}}`
}

function placesOf(outline: Outline, { around, branch }: OutlinePart, { isPreview }: Reader) {
  // Authors also look at pages that are no part of the outline yet.
  const isThere = (id: string) => outline.byId.has(id) || isPreview
  if (around !== undefined && !isThere(around)) throw NotFound()
  if (branch !== undefined && !isThere(branch)) throw NotFound()
  if (around === undefined) return branch === undefined ? undefined : placesBelow(outline, [branch])
  // The page one stands on opens what is above it, a branch also itself.
  const opened = [...wayTo(outline, around).slice(0, -1), ...(branch ? wayTo(outline, branch) : [])]
  return placesBelow(outline, [null, ...opened.map((node) => node.id)])
}

/** A page as JSON text (PageView): what is the reader's own, and what is the same for all. */
export async function pageJson(ctx: Ctx, page: ReadablePage): Promise<string> {
  const { outline } = page
  const content = await contentOf(ctx, page)
  const place = outline.placeOf.get(page.id)
  const quiz = quizOnPage(content, page)
  const own = {
    id: page.id,
    title: page.title,
    kind: page.kind,
    description: page.description,
    minutes: page.estimatedMinutes,
    isPreview: page.isPreview,
    course: header(page),
    breadcrumbs: wayTo(outline, page.id)
      .slice(0, -1)
      .map(({ id, title, kind }) => ({ id, title, kind })),
    place: place === undefined ? null : place + 1,
    previousId: place === undefined ? null : (outline.pages[place - 1]?.id ?? null),
    nextId: place === undefined ? null : (outline.pages[place + 1]?.id ?? null),
    progress: {
      isCompleted: page.pageCompletedAt !== null,
      completedAt: page.pageCompletedAt,
      timeSpentSeconds: page.timeSpentSeconds,
    },
    can: {
      finish: !page.isPreview && page.pageCompletedAt === null && !quizStandsInTheWay(page),
      reopen: !page.isPreview && page.pageCompletedAt !== null,
      startAttempt:
        quiz !== null &&
        !page.isPreview &&
        quiz.openAttempt === null &&
        quiz.attemptsLeft !== 0 &&
        quiz.questionCount > 0,
    },
  }
  return `${JSON.stringify(own).slice(0, -1)},"blocks":${content.blocksJson},"resources":${content.resourcesJson},"quiz":${JSON.stringify(quiz)}}`
}

/** A required quiz with questions has to be passed before the page is finished. */
export const quizStandsInTheWay = (page: PageFacts): boolean =>
  page.quizIsRequired && page.questionCount > 0 && !page.attempts.some((attempt) => attempt.passed)

function quizOnPage({ quiz }: RenderedPage, page: PageFacts & Reader) {
  if (!quiz) return null
  const open = page.attempts.find((attempt) => attempt.state === 'open')
  const scores = page.attempts.flatMap((attempt) => attempt.score ?? [])
  const questions = open && quiz.shuffle ? shuffled(quiz.questions, open.id) : quiz.questions
  return {
    id: quiz.id,
    title: quiz.title,
    introHtml: quiz.introHtml,
    isRequired: quiz.isRequired,
    passPercent: quiz.passPercent,
    timeLimitMinutes: quiz.timeLimitMinutes,
    maxAttempts: quiz.maxAttempts,
    questionCount: quiz.questions.length,
    questions: quiz.timeLimitMinutes === null || open || page.isPreview ? questions.map(asShown) : [],
    attempts: page.attempts,
    attemptsLeft: quiz.maxAttempts === null ? null : Math.max(0, quiz.maxAttempts - page.attempts.length),
    bestScore: scores.length > 0 ? Math.max(...scores) : null,
    isPassed: page.attempts.some((attempt) => attempt.passed),
    openAttempt: open
      ? { id: open.id, number: open.number, dueAt: open.dueAt, answers: page.openAnswers ?? {} }
      : null,
  }
}

/** The quiz of a page with its addresses resolved, for attempts at it, and what the formulas of the page share. */
export const quizOf = async (ctx: Ctx, page: { id: string; contentRevision: number }) => {
  const { quiz, formulas } = await contentOf(ctx, page)
  return { quiz, formulas }
}

export const asShown = ({
  id,
  type,
  promptHtml,
  points,
  options,
  hints,
}: NonNullable<RenderedPage['quiz']>['questions'][number]) => ({
  id,
  type,
  promptHtml,
  points,
  hints,
  options: options.map(({ key, html }) => ({ key, html })),
})
