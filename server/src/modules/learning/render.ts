import { type FormulaScope, formulaScope, withFormulas } from '../../platform/html/formulas.ts'
import type { ShownFile } from '../files/index.ts'
import { filesOf, mayBeFramed, type TypedBlock } from './block-content.ts'
import { filesIn, resolveLinks } from './links.ts'
import type { ContentRow } from './player.queries.ts'

/** Address of a page, for links inside content. It does not name the course, so it stays when that is renamed. */
export const pagePath = (nodeId: string) => `/learn/pages/${nodeId}`

type Block = { id: string } & TypedBlock

/** What is known while a page is made: its files, what its formulas share, and whether a picture came yet. */
export type Rendering = { files: Map<string, ShownFile>; formulas: FormulaScope; isTop: boolean }

/** The start of a page, or of a text that stands alone. */
export const beginRendering = (
  files: Map<string, ShownFile>,
  { isTop = false, formulas = formulaScope() } = {},
): Rendering => ({ files, formulas, isTop })

/** A page's blocks, quiz and resources as they are shown, the same for every reader. */
export type RenderedPage = {
  /** What the formulas of the page defined, for texts that come with a result. */
  formulas: FormulaScope
  blocksJson: string
  resourcesJson: string
  quiz: ContentRow['quiz']
}

/** Ids of all files a page shows. */
export function filesOnPage(content: ContentRow): string[] {
  const inQuiz = content.quiz
    ? [
        content.quiz.introHtml ?? '',
        ...content.quiz.questions.flatMap((question) => [
          question.promptHtml,
          ...question.hints,
          ...question.options.map((option) => option.html),
        ]),
      ]
    : []
  return [
    ...new Set([
      ...(content.blocks as Block[]).flatMap((block) => filesOf(block).map((file) => file.objectId)),
      ...content.resources.flatMap((resource) => resource.objectId ?? []),
      ...inQuiz.flatMap(filesIn),
    ]),
  ]
}

/** Gives everything on a page its addresses. A file that is gone leaves its place empty, not broken. */
export function renderPage(content: ContentRow, files: Map<string, ShownFile>): RenderedPage {
  const page = beginRendering(files, { isTop: true })
  const html = (text: string) => renderHtml(text, page)
  const { quiz } = content
  return {
    formulas: page.formulas,
    blocksJson: JSON.stringify(
      (content.blocks as Block[]).map((block, place) => {
        page.isTop &&= place < 2
        return renderBlock(block, page)
      }),
    ),
    resourcesJson: JSON.stringify(
      content.resources.map(({ objectId, ...resource }) => ({
        ...resource,
        url: objectId ? (files.get(objectId)?.url ?? null) : resource.url,
      })),
    ),
    quiz: quiz && {
      ...quiz,
      introHtml: quiz.introHtml === null ? null : html(quiz.introHtml),
      questions: quiz.questions.map((question) => ({
        ...question,
        promptHtml: html(question.promptHtml),
        hints: question.hints.map(html),
        // What an option says after it was chosen comes with the result.
        options: question.options.map((option) => ({
          key: option.key,
          html: html(option.html),
          feedbackHtml: null,
        })),
      })),
    },
  }
}

/** Sanitized HTML with its links resolved, its formulas set, and room kept for its pictures. */
export function renderHtml(html: string, rendering: Rendering): string {
  return resolveLinks(withFormulas(withPictures(html, rendering), rendering.formulas), {
    nodeUrl: pagePath,
    fileUrl: (id) => rendering.files.get(id)?.url ?? null,
  })
}

/** Pictures take their room before they are there; all but the first at the top of a page load when they come near. */
function withPictures(html: string, rendering: Rendering): string {
  return html.replace(/<img ([^<>]*?)\s*\/?>/g, (_all, written: string) => {
    const id = / src="stoa-file:([^"]*)"/.exec(` ${written}`)?.[1]
    const size = sizeAttributes(written, id === undefined ? undefined : rendering.files.get(id))
    return `<img ${loadingOf(rendering)} ${written}${size} />`
  })
}

const loadingOf = (rendering: Rendering) =>
  isFirstPicture(rendering) ? 'decoding="async"' : 'loading="lazy" decoding="async"'

function isFirstPicture(rendering: Rendering): boolean {
  const isFirst = rendering.isTop
  rendering.isTop = false
  return isFirst
}

/** The missing one of width and height, or both; an author's own size is kept in the picture's proportions. */
function sizeAttributes(written: string, file: ShownFile | undefined): string {
  if (!file?.width || !file.height) return ''
  const stated = (name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(written)?.[1]
  const [width, height] = [stated('width'), stated('height')]
  if (width === undefined && height === undefined) return ` width="${file.width}" height="${file.height}"`
  const scaled = (value: string | undefined, factor: number) => Math.round(Number(value) * factor)
  if (height === undefined && Number(width) > 0) return ` height="${scaled(width, file.height / file.width)}"`
  if (width === undefined && Number(height) > 0) return ` width="${scaled(height, file.width / file.height)}"`
  return ''
}

function renderBlock(block: Block, page: Rendering) {
  const html = (text: string) => renderHtml(text, page)
  const orNull = (text: string | null) => (text === null ? null : html(text))
  const url = (objectId: string) => page.files.get(objectId)?.url ?? null
  switch (block.type) {
    case 'text':
      return { id: block.id, type: block.type, html: html(block.content.html) }
    case 'callout':
      return { id: block.id, type: block.type, tone: block.content.tone, html: html(block.content.html) }
    case 'image':
      return {
        id: block.id,
        type: block.type,
        url: url(block.content.objectId),
        width: page.files.get(block.content.objectId)?.width ?? null,
        height: page.files.get(block.content.objectId)?.height ?? null,
        isLazy: !isFirstPicture(page),
        alt: block.content.alt,
        caption: block.content.caption,
      }
    case 'video': {
      const { source, captions, title, durationSeconds, transcriptHtml } = block.content
      return {
        id: block.id,
        type: block.type,
        title,
        url: source.kind === 'file' ? url(source.objectId) : source.kind === 'url' ? source.url : null,
        youtubeId: source.kind === 'youtube' ? source.youtubeId : null,
        durationSeconds,
        captions: captions.flatMap(({ language, objectId }) => {
          const address = url(objectId)
          return address === null ? [] : [{ language, url: address }]
        }),
        transcriptHtml: orNull(transcriptHtml),
      }
    }
    case 'audio':
    case 'document':
      return { id: block.id, type: block.type, url: url(block.content.objectId), title: block.content.title }
    case 'code':
      return { id: block.id, type: block.type, language: block.content.language, code: block.content.code }
    case 'embed':
      return {
        id: block.id,
        type: block.type,
        url: block.content.url,
        title: block.content.title,
        isFramed: mayBeFramed(block.content.url),
      }
    case 'exercise':
      return {
        id: block.id,
        type: block.type,
        title: block.content.title,
        html: html(block.content.html),
        hints: block.content.hints.map(html),
        solutionHtml: orNull(block.content.solutionHtml),
      }
  }
}
