import { generateNKeysBetween } from 'fractional-indexing'
import type { Ctx } from '../../platform/ctx.ts'
import { onlyAllowedHtml } from '../../platform/html/sanitize.ts'
import { uuidv7 } from '../../platform/uuidv7.ts'
import { record } from '../audit/index.ts'
import { cleanBlock, filesOf, isUuid, type TypedBlock } from './block-content.ts'
import { type DraftRows, insertDraftRows } from './course-draft.queries.ts'
import { insertCourse, setCover, setFiles } from './courses.queries.ts'
import { withFreeSlug } from './courses.ts'
import { TooDeep } from './errors.ts'
import { kindBelow, type NodeKind } from './kinds.ts'
import { filesIn, resolveLinks } from './links.ts'
import type { AnswerKey, NumericKey, QuestionOption, QuestionType } from './marking.ts'
import { recount } from './nodes.queries.ts'
import { filesOfQuiz } from './quizzes.ts'
import { slugify } from './slugs.ts'

/**
 * A whole course on its way in. Links in HTML: `stoa-node:<sourceId>` (URI-encoded) to a node of this draft,
 * `stoa-file:<objectId>` to a stored file. HTML is sanitized here once more.
 */
export type CourseDraft = {
  title: string
  /** BCP 47 tag. */
  language: string | null
  summary: string | null
  descriptionHtml: string | null
  coverObjectId: string | null
  /** Who edits and teaches it; whoever calls when left out. */
  authorId?: string | null
  /** Modules; lessons, topics and subtopics below them. A kind follows from the depth. */
  nodes: DraftNode[]
  metadata?: Record<string, unknown>
}

/** One place in the outline; `sourceId` is unique within the draft. Content may stand on every level. */
export type DraftNode = {
  sourceId: string
  title: string
  /** ISO 8601, UTC. */
  releaseAt: string | null
  /** Becomes a draft that learners do not see. */
  hidden: boolean
  blocks: DraftBlock[]
  quiz: DraftQuiz | null
  children: DraftNode[]
}

export type DraftBlock = TypedBlock

export type DraftQuiz = {
  sourceId: string
  title: string
  introHtml: string | null
  maxAttempts: number | null
  timeLimitMinutes: number | null
  passPercent: number | null
  shuffle: boolean
  required: boolean
  questions: DraftQuestion[]
}

export type DraftQuestion = {
  sourceId: string
  type: QuestionType
  promptHtml: string
  points: number
  options: Array<QuestionOption & { correct: boolean }>
  numeric: NumericKey | null
  numericAlternatives: NumericKey[]
  /** For short_text: each is right. */
  answers: string[]
  caseSensitive: boolean
  hints: string[]
  explanationHtml: string | null
}

export type CreatedCourse = {
  courseId: string
  slug: string
  /** Source id of each node to the id it has now. */
  nodeIds: Map<string, string>
}

/**
 * Makes a draft course with everything in it, in a handful of statements. Content of a node that has something
 * below it (or of a module) becomes a first page named like the node.
 * @param options.signal stops between statements; the transaction is then the caller's to roll back
 * @throws TooDeep when the outline has more than four levels
 */
export async function createCourseFromPackage(
  ctx: Ctx,
  draft: CourseDraft,
  options: { signal?: AbortSignal } = {},
): Promise<CreatedCourse> {
  const title = titleOf(draft.title)
  const nodes = withContentOnPages(draft.nodes, null)
  const nodeIds = new Map<string, string>()
  numberNodes(nodes, nodeIds)
  const html = (text: string) =>
    resolveLinks(onlyAllowedHtml(text), {
      nodeUrl: (sourceId) => {
        const id = nodeIds.get(sourceId)
        return id === undefined ? null : `stoa-node:${id}`
      },
      fileUrl: (id) => (isUuid(id) ? `stoa-file:${id}` : null),
    })

  const { id: courseId, slug } = await withFreeSlug(ctx, slugify(title, 'course'), (free) =>
    insertCourse(ctx.db, ctx.organizationId, {
      slug: free,
      title,
      summary: draft.summary,
      descriptionHtml: draft.descriptionHtml === null ? null : html(draft.descriptionHtml),
      language: languageOf(draft.language),
      createdBy: draft.authorId ?? ctx.actor.userId,
      metadata: draft.metadata ?? {},
    }),
  )
  if (draft.descriptionHtml)
    await setFiles(ctx.db, ctx.organizationId, courseId, filesIn(html(draft.descriptionHtml)))
  const rows = await rowsOf(nodes, html, ctx.now)
  await insertDraftRows(ctx.db, ctx.organizationId, courseId, rows, options.signal)
  if (draft.coverObjectId)
    await setCover(ctx.db, ctx.organizationId, courseId, { objectId: draft.coverObjectId, altText: '' })
  await recount(ctx.db, ctx.organizationId, courseId)
  await record(ctx, 'learning.course_created', {
    entityType: 'course',
    entityId: courseId,
    after: { title, slug, parts: nodeIds.size },
  })
  return { courseId, slug, nodeIds }
}

type Numbered = DraftNode & { id: string; kind: NodeKind; children: Numbered[] }

/** Kinds by depth; what a module or a node with children holds goes to a first page of its own. */
function withContentOnPages(nodes: DraftNode[], parent: NodeKind | null): Numbered[] {
  const kind = kindBelow(parent)
  if (kind === null && nodes.length > 0) throw TooDeep()
  return nodes.map((node) => {
    const hasContent = node.blocks.length > 0 || node.quiz !== null
    const movesDown = hasContent && (kind === 'module' || node.children.length > 0)
    const page: DraftNode = { ...node, sourceId: '', children: [], hidden: false, releaseAt: null }
    return {
      ...node,
      id: '',
      kind: kind!,
      blocks: movesDown ? [] : node.blocks,
      quiz: movesDown ? null : node.quiz,
      children: withContentOnPages(movesDown ? [page, ...node.children] : node.children, kind),
    }
  })
}

/** Gives ids in reading order, so that ids sort as the course reads. */
function numberNodes(nodes: Numbered[], ids: Map<string, string>) {
  for (const node of nodes) {
    node.id = uuidv7()
    if (node.sourceId !== '') ids.set(node.sourceId, node.id)
    numberNodes(node.children, ids)
  }
}

/** Milliseconds after which others have their turn: a course may hold a library of text. */
const busyFor = 20

async function rowsOf(nodes: Numbered[], html: (text: string) => string, now: Date): Promise<DraftRows> {
  const rows: DraftRows = { nodes: [], blocks: [], blockFiles: [], quizzes: [], quizFiles: [], questions: [] }
  let busySince = performance.now()
  const add = async (siblings: Numbered[], parentId: string | null) => {
    const positions = generateNKeysBetween(null, null, siblings.length)
    for (const [index, node] of siblings.entries()) {
      if (performance.now() - busySince > busyFor) {
        await new Promise(setImmediate)
        busySince = performance.now()
      }
      const title = titleOf(node.title)
      const due = node.releaseAt === null ? null : new Date(node.releaseAt)
      const waits = due !== null && !Number.isNaN(due.getTime()) && due > now
      rows.nodes.push({
        id: node.id,
        parent_id: parentId,
        kind: node.kind,
        slug: slugify(title, node.kind),
        title,
        position: positions[index]!,
        status: node.hidden ? 'draft' : waits ? 'scheduled' : 'published',
        release_at: waits ? due.toISOString() : null,
        source_id: node.sourceId === '' ? null : node.sourceId,
      })
      addBlocks(rows, node, html)
      if (node.quiz) addQuiz(rows, node.id, node.quiz, html)
      await add(node.children, node.id)
    }
  }
  await add(nodes, null)
  return rows
}

function addBlocks(rows: DraftRows, node: Numbered, html: (text: string) => string) {
  const positions = generateNKeysBetween(null, null, node.blocks.length)
  node.blocks.forEach((draft, index) => {
    const id = uuidv7()
    const block = cleanBlock(draft, html)
    rows.blocks.push({
      id,
      node_id: node.id,
      type: block.type,
      position: positions[index]!,
      content: block.content,
    })
    for (const file of filesOf(block)) rows.blockFiles.push({ block_id: id, object_id: file.objectId })
  })
}

/** For packages that name no pass mark: a certificate should not come without one right answer. */
const usualPassPercent = 50

function addQuiz(rows: DraftRows, nodeId: string, quiz: DraftQuiz, html: (text: string) => string) {
  const id = uuidv7()
  const orNull = (text: string | null) => (text === null ? null : html(text))
  rows.quizzes.push({
    id,
    node_id: nodeId,
    title: quiz.title,
    intro_html: orNull(quiz.introHtml),
    is_required: quiz.required,
    pass_percent: Math.round(Math.min(100, Math.max(0, quiz.passPercent ?? usualPassPercent))),
    max_attempts: positive(quiz.maxAttempts),
    time_limit_minutes: positive(quiz.timeLimitMinutes),
    shuffle: quiz.shuffle,
    source_id: quiz.sourceId,
  })
  const positions = generateNKeysBetween(null, null, quiz.questions.length)
  const questions = quiz.questions.map((question, index) => ({
    id: uuidv7(),
    quiz_id: id,
    type: question.type,
    position: positions[index]!,
    prompt_html: html(question.promptHtml),
    points: Math.max(0, Math.round(question.points)),
    options: question.options.map(({ key, html: label, feedbackHtml }) => ({
      key,
      html: html(label),
      feedbackHtml: orNull(feedbackHtml),
    })),
    answer: keyOf(question),
    hints: question.hints.map((hint) => html(hint)),
    explanation_html: orNull(question.explanationHtml),
    source_id: question.sourceId,
  }))
  rows.questions.push(...questions)
  const texts = questions.map(({ prompt_html, hints, explanation_html, options }) => ({
    promptHtml: prompt_html,
    explanationHtml: explanation_html,
    hints,
    options,
  }))
  for (const objectId of filesOfQuiz({ introHtml: orNull(quiz.introHtml), questions: texts })) {
    rows.quizFiles.push({ quiz_id: id, object_id: objectId })
  }
}

function keyOf(question: DraftQuestion): AnswerKey {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'dropdown':
      return { correct: question.options.filter((option) => option.correct).map((option) => option.key) }
    case 'numeric':
      return { numeric: [...(question.numeric ? [question.numeric] : []), ...question.numericAlternatives] }
    case 'short_text':
      return { texts: question.answers, caseSensitive: question.caseSensitive }
  }
}

const titleOf = (title: string) => title.replace(/\s+/g, ' ').trim().slice(0, 300) || 'Untitled'
const languageOf = (tag: string | null) =>
  tag !== null && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/.test(tag) ? tag : 'en'
const positive = (value: number | null) => (value !== null && value > 0 ? Math.round(value) : null)
