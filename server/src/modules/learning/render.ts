import { filesOf, mayBeFramed, type TypedBlock } from './block-content.ts'
import { filesIn, resolveLinks } from './links.ts'
import type { ContentRow } from './player.queries.ts'

/** Address of a page, for links inside content. It does not name the course, so it stays when that is renamed. */
export const pagePath = (nodeId: string) => `/learn/pages/${nodeId}`

type Block = { id: string } & TypedBlock

/** A page's blocks, quiz and resources as they are shown, the same for every reader. */
export type RenderedPage = {
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
export function renderPage(content: ContentRow, urls: Map<string, string>): RenderedPage {
  const html = (text: string) => renderHtml(text, urls)
  const { quiz } = content
  return {
    blocksJson: JSON.stringify((content.blocks as Block[]).map((block) => renderBlock(block, urls))),
    resourcesJson: JSON.stringify(
      content.resources.map(({ objectId, ...resource }) => ({
        ...resource,
        url: objectId ? (urls.get(objectId) ?? null) : resource.url,
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

/** Sanitized HTML with its links resolved; pictures load when they come near. */
export function renderHtml(html: string, urls: Map<string, string>): string {
  return resolveLinks(html, { nodeUrl: pagePath, fileUrl: (id) => urls.get(id) ?? null }).replaceAll(
    '<img ',
    '<img loading="lazy" decoding="async" ',
  )
}

function renderBlock(block: Block, urls: Map<string, string>) {
  const html = (text: string) => renderHtml(text, urls)
  const orNull = (text: string | null) => (text === null ? null : html(text))
  const url = (objectId: string) => urls.get(objectId) ?? null
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
