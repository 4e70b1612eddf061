import {
  type CourseDraft,
  type DraftBlock,
  type DraftNode,
  type DraftQuiz,
  resolveLinks,
} from '../learning/index.ts'
import type {
  PackageBlock,
  PackageCourse,
  PackageNode,
  PackageQuiz,
  PackageVideo,
} from './packages/course-package.ts'

/** What a file of the package is now. */
export type KeptFile = { objectId: string; mediaType: 'image' | 'video' | 'audio' | 'document' }

/** Answers with what a path of the package is now; null when it was not kept. */
export type FindFile = (path: string) => KeptFile | null

/** Paths of all files that something in the course shows or links. */
export function filesUsed(course: PackageCourse): Set<string> {
  const used = new Set<string>()
  draftOfPackage(course, (path) => {
    used.add(path)
    return null
  })
  return used
}

/**
 * The course as learning takes it, with files by their id. A file that was not kept leaves its words behind:
 * the text of a link, the description of a picture, the title of a document.
 */
export function draftOfPackage(
  course: PackageCourse,
  find: FindFile,
): Pick<CourseDraft, 'title' | 'language' | 'summary' | 'descriptionHtml' | 'nodes'> {
  const html = (text: string) => withFiles(text, find)
  return {
    title: course.title,
    language: course.language,
    summary: course.summary,
    descriptionHtml: course.descriptionHtml === null ? null : html(course.descriptionHtml),
    nodes: course.nodes.map((node) => draftNode(node, find)),
  }
}

function draftNode(node: PackageNode, find: FindFile): DraftNode {
  return {
    sourceId: node.sourceId,
    title: node.title,
    releaseAt: node.releaseAt,
    hidden: node.hidden,
    blocks: node.blocks.flatMap((block) => draftBlock(block, find)),
    quiz: node.quiz === null ? null : draftQuiz(node.quiz, find),
    children: node.children.map((child) => draftNode(child, find)),
  }
}

function draftBlock(block: PackageBlock, find: FindFile): DraftBlock[] {
  const html = (text: string) => withFiles(text, find)
  switch (block.type) {
    case 'text':
      return [{ type: 'text', content: { html: html(block.html) } }]
    case 'callout':
      return [{ type: 'callout', content: { tone: block.tone, html: html(block.html) } }]
    case 'code':
      return [{ type: 'code', content: { language: block.language, code: block.code } }]
    case 'embed':
      return [{ type: 'embed', content: { url: block.url, title: line(block.title, 500) } }]
    case 'exercise':
      return [
        {
          type: 'exercise',
          content: {
            title: line(block.title, 500),
            html: html(block.html),
            hints: block.hints.map(html),
            solutionHtml: block.solutionHtml === null ? null : html(block.solutionHtml),
          },
        },
      ]
    case 'image': {
      const file = find(block.file)
      const alt = line(block.alt, 500)
      if (file?.mediaType !== 'image') return fileInstead(file, block.caption || alt)
      return [
        { type: 'image', content: { objectId: file.objectId, alt, caption: orNull(block.caption, 2000) } },
      ]
    }
    case 'audio': {
      const file = find(block.file)
      const title = line(block.title, 500)
      if (file?.mediaType !== 'audio') return fileInstead(file, title)
      return [{ type: 'audio', content: { objectId: file.objectId, title } }]
    }
    case 'document':
      return fileInstead(find(block.file), line(block.title, 500))
    case 'video':
      return draftVideo(block, find)
  }
}

function draftVideo(block: PackageVideo, find: FindFile): DraftBlock[] {
  const transcriptHtml = block.transcriptHtml === null ? null : withFiles(block.transcriptHtml, find)
  const captions = block.captions.flatMap(({ language, file }) => {
    const kept = find(file)
    return kept ? [{ language, objectId: kept.objectId }] : []
  })
  const about = {
    title: orNull(block.title, 500),
    durationSeconds: block.durationSeconds,
    captions,
    transcriptHtml,
  }
  if (block.source.kind !== 'file') return [{ type: 'video', content: { ...about, source: block.source } }]
  const file = find(block.source.file)
  if (file?.mediaType === 'video') {
    return [{ type: 'video', content: { ...about, source: { kind: 'file', objectId: file.objectId } } }]
  }
  const transcript: DraftBlock[] =
    transcriptHtml === null ? [] : [{ type: 'text', content: { html: transcriptHtml } }]
  return [...fileInstead(file, about.title ?? ''), ...transcript]
}

/** A file that is not what the place needs is offered as a document; without the file its words stay. */
function fileInstead(file: KeptFile | null, words: string): DraftBlock[] {
  if (file) return [{ type: 'document', content: { objectId: file.objectId, title: words } }]
  return words === '' ? [] : [{ type: 'text', content: { html: `<p>${escapeHtml(words)}</p>` } }]
}

function draftQuiz(quiz: PackageQuiz, find: FindFile): DraftQuiz {
  const html = (text: string) => withFiles(text, find)
  const htmlOrNull = (text: string | null) => (text === null ? null : html(text))
  return {
    ...quiz,
    introHtml: htmlOrNull(quiz.introHtml),
    questions: quiz.questions.map((question) => ({
      ...question,
      promptHtml: html(question.promptHtml),
      options: question.options.map((option) => ({
        ...option,
        html: html(option.html),
        feedbackHtml: htmlOrNull(option.feedbackHtml),
      })),
      hints: question.hints.map(html),
      explanationHtml: htmlOrNull(question.explanationHtml),
    })),
  }
}

const picture = /<img(?:\s+[\w:-]+(?:="[^"]*")?)*\s*\/?>/g

/** Gives links to files their ids. What was not kept loses its address, and a picture gives way to its description. */
function withFiles(html: string, find: FindFile): string {
  const addressed = resolveLinks(html, {
    nodeUrl: (sourceId) => `stoa-node:${encodeURIComponent(sourceId)}`,
    fileUrl: (path) => {
      const file = find(path)
      return file ? `stoa-file:${file.objectId}` : null
    },
  })
  return addressed.replace(picture, (tag) =>
    / src="/.test(tag) ? tag : (/ alt="([^"]*)"/.exec(tag)?.[1] ?? ''),
  )
}

const line = (text: string, most: number) => text.slice(0, most).toWellFormed()
const orNull = (text: string | null, most: number) => (text === null ? null : line(text, most))
const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
