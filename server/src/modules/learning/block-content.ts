import { type Static, type TObject, Type } from 'typebox'
import { Value } from 'typebox/value'
import { InvalidInput } from '../../platform/errors.ts'
import { onlyAllowedHtml } from '../../platform/html/sanitize.ts'
import { Id, OneOf } from '../../platform/http/schemas.ts'
import type { BlockType } from './kinds.ts'
import { filesIn, resolveLinks } from './links.ts'

// What a block of each type holds. HTML may hold `stoa-node:` and `stoa-file:` links (links.ts).

const closed = { additionalProperties: false }
const Html = Type.String({ maxLength: 400_000 })
const Title = Type.String({ maxLength: 500, default: '' })
const Line = (maxLength: number) => Type.String({ maxLength })
const OrNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()], { default: null })

const VideoSource = Type.Union([
  Type.Object({ kind: Type.Literal('file'), objectId: Id }, closed),
  Type.Object(
    { kind: Type.Literal('youtube'), youtubeId: Type.String({ pattern: '^[A-Za-z0-9_-]{6,20}$' }) },
    closed,
  ),
  Type.Object({ kind: Type.Literal('url'), url: Line(2000) }, closed),
])

export const blockContents = {
  text: Type.Object({ html: Html }, closed),
  image: Type.Object({ objectId: Id, alt: Title, caption: OrNull(Line(2000)) }, closed),
  video: Type.Object(
    {
      title: OrNull(Line(500)),
      source: VideoSource,
      durationSeconds: OrNull(Type.Number({ minimum: 0, maximum: 1_000_000 })),
      captions: Type.Array(
        Type.Object(
          { language: Type.String({ pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$' }), objectId: Id },
          closed,
        ),
        {
          maxItems: 50,
          default: [],
        },
      ),
      transcriptHtml: OrNull(Html),
    },
    closed,
  ),
  audio: Type.Object({ objectId: Id, title: Title }, closed),
  document: Type.Object({ objectId: Id, title: Title }, closed),
  code: Type.Object(
    { language: OrNull(Type.String({ pattern: '^[A-Za-z0-9+#._-]{1,40}$' })), code: Line(200_000) },
    closed,
  ),
  callout: Type.Object({ tone: OneOf(['info', 'warning', 'tip'], { default: 'info' }), html: Html }, closed),
  embed: Type.Object({ url: Line(2000), title: Title }, closed),
  exercise: Type.Object(
    {
      title: Title,
      html: Html,
      hints: Type.Array(Line(10_000), { maxItems: 20, default: [] }),
      solutionHtml: OrNull(Html),
    },
    closed,
  ),
} satisfies Record<BlockType, TObject>

export type BlockContents = { [T in BlockType]: Static<(typeof blockContents)[T]> }
/** A block by its type: `{ type: 'text', content: { html } }` and so on. */
export type TypedBlock = { [T in BlockType]: { type: T; content: BlockContents[T] } }[BlockType]

/** Hosts whose players stand inside a page; what comes from elsewhere is shown as a link. */
const frameHosts = [
  'www.youtube-nocookie.com',
  'www.youtube.com',
  'player.vimeo.com',
  'www.openstreetmap.org',
  'phet.colorado.edu',
  'www.geogebra.org',
  'codepen.io',
  'archive.org',
  'www.desmos.com',
  'h5p.org',
  'view.genial.ly',
  'docs.google.com',
]

/** True when an embed's address may stand in a frame of ours. */
export function mayBeFramed(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed?.protocol === 'https:' && frameHosts.includes(parsed.hostname)
}

/**
 * Checks the content that came from outside against the schema of its type, fills what was left out and
 * sanitizes it.
 * @throws InvalidInput naming the fields
 */
export function readBlock(type: BlockType, content: unknown): TypedBlock {
  const schema = blockContents[type]
  const filled = Value.Default(schema, Value.Clone(content))
  const problems = Value.Check(schema, filled) ? [] : [...Value.Errors(schema, filled)]
  if (problems.length > 0) {
    throw InvalidInput(
      {},
      {
        fields: problems.slice(0, 20).map((problem) => ({
          pointer: `/content${problem.instancePath}`,
          code: problem.keyword,
          message: problem.message,
        })),
      },
    )
  }
  const block = { type, content: filled } as TypedBlock
  refuseUnsafeAddress(block)
  return cleanBlock(block)
}

function refuseUnsafeAddress(block: TypedBlock) {
  const address =
    block.type === 'embed'
      ? { url: block.content.url, pointer: '/content/url', schemes: ['https:'] }
      : block.type === 'video' && block.content.source.kind === 'url'
        ? { url: block.content.source.url, pointer: '/content/source/url', schemes: ['https:', 'http:'] }
        : null
  if (address === null) return
  const parsed = URL.parse(address.url)
  if (parsed && address.schemes.includes(parsed.protocol) && parsed.username === '') return
  throw InvalidInput(
    {},
    {
      fields: [
        {
          pointer: address.pointer,
          code: 'address',
          message: 'must be a web address that begins with https://',
        },
      ],
    },
  )
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isUuid = (text: string): boolean => uuid.test(text)

/** Sanitizes HTML for storing; links inside Stoa that name no id go. */
export function cleanHtml(text: string): string {
  return resolveLinks(onlyAllowedHtml(text), {
    nodeUrl: (id) => (isUuid(id) ? `stoa-node:${id}` : null),
    fileUrl: (id) => (isUuid(id) ? `stoa-file:${id}` : null),
  })
}

/** The same block with all HTML sanitized. */
export function cleanBlock(block: TypedBlock, html = cleanHtml): TypedBlock {
  const orNull = (text: string | null) => (text === null ? null : html(text))
  switch (block.type) {
    case 'text':
      return { type: 'text', content: { html: html(block.content.html) } }
    case 'callout':
      return { type: 'callout', content: { ...block.content, html: html(block.content.html) } }
    case 'video':
      return {
        type: 'video',
        content: { ...block.content, transcriptHtml: orNull(block.content.transcriptHtml) },
      }
    case 'exercise':
      return {
        type: 'exercise',
        content: {
          ...block.content,
          html: html(block.content.html),
          hints: block.content.hints.map((hint) => html(hint)),
          solutionHtml: orNull(block.content.solutionHtml),
        },
      }
    case 'image':
    case 'audio':
    case 'document':
    case 'code':
    case 'embed':
      return block
  }
}

/** A file a block shows, and what it must be (start of its media type; `''` for anything). */
export type NeededFile = { objectId: string; mediaType: string }

/** The files a block shows, each once. */
export function filesOf(block: TypedBlock): NeededFile[] {
  const inHtml = (...texts: Array<string | null>) =>
    texts.flatMap((text) =>
      text === null ? [] : filesIn(text).map((objectId) => ({ objectId, mediaType: '' })),
    )
  const found = ((): NeededFile[] => {
    switch (block.type) {
      case 'text':
      case 'callout':
        return inHtml(block.content.html)
      case 'exercise':
        return inHtml(block.content.html, block.content.solutionHtml, ...block.content.hints)
      case 'image':
        return [{ objectId: block.content.objectId, mediaType: 'image/' }]
      case 'audio':
        return [{ objectId: block.content.objectId, mediaType: 'audio/' }]
      case 'document':
        return [{ objectId: block.content.objectId, mediaType: '' }]
      case 'video': {
        const { source, captions, transcriptHtml } = block.content
        return [
          ...(source.kind === 'file' ? [{ objectId: source.objectId, mediaType: 'video/' }] : []),
          ...captions.map(({ objectId }) => ({ objectId, mediaType: 'text/' })),
          ...inHtml(transcriptHtml),
        ]
      }
      case 'code':
      case 'embed':
        return []
    }
  })()
  return [...new Map(found.map((file) => [file.objectId, file])).values()]
}
