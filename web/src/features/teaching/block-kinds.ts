import type { Content } from './page-change.ts'
import type { BlockType } from './shapes.ts'

/** The kinds of blocks as they are offered, the most used first. */
export const blockTypes: readonly BlockType[] = [
  'text',
  'image',
  'video',
  'document',
  'callout',
  'exercise',
  'code',
  'audio',
  'embed',
]

/** What a new block begins with. */
export const emptyContent: Record<BlockType, Content> = {
  text: { html: '' },
  image: { alt: '', caption: null },
  video: { title: null, durationSeconds: null, captions: [], transcriptHtml: null },
  audio: { title: '' },
  document: { title: '' },
  code: { language: null, code: '' },
  callout: { tone: 'info', html: '' },
  embed: { url: '', title: '' },
  exercise: { title: '', html: '', hints: [], solutionHtml: null },
}

/** Whether a block has what it cannot be stored without: its file, or its address. */
export function isComplete({ type, content }: { type: BlockType; content: Content }): boolean {
  switch (type) {
    case 'image':
    case 'audio':
    case 'document':
      return typeof content.objectId === 'string'
    case 'video':
      return typeof content.source === 'object' && content.source !== null
    case 'embed':
      return URL.parse(String(content.url ?? ''))?.protocol === 'https:'
    case 'text':
    case 'code':
    case 'callout':
    case 'exercise':
      return true
  }
}

/** The video a YouTube address leads to; null when it is none. */
export function youtubeIdOf(address: string): string | null {
  const url = URL.parse(address.trim())
  const host = url?.hostname.replace(/^(www\.|m\.|music\.)/, '')
  if (!url || !host) return null
  const found =
    host === 'youtu.be'
      ? url.pathname.slice(1)
      : host === 'youtube.com' || host === 'youtube-nocookie.com'
        ? (url.searchParams.get('v') ?? /^\/(?:embed|shorts|live|v)\/([^/]+)/.exec(url.pathname)?.[1])
        : null
  return found && /^[A-Za-z0-9_-]{6,20}$/.test(found) ? found : null
}
