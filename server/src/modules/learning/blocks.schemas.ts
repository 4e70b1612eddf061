import { Type } from 'typebox'
import { Id, Json, Nullable, OneOf } from '../../platform/http/schemas.ts'
import { blockTypes, nodeKinds } from './kinds.ts'
import { QuizView } from './quizzes.schemas.ts'

/**
 * The shape of content depends on the type (block-content.ts): text {html}; image {objectId, alt, caption};
 * video {title, source: {kind: file, objectId} | {kind: youtube, youtubeId} | {kind: url, url}, durationSeconds,
 * captions: [{language, objectId}], transcriptHtml}; audio and document {objectId, title}; code {language, code};
 * callout {tone: info | warning | tip, html}; embed {url, title}; exercise {title, html, hints, solutionHtml}.
 */
const content = Type.Unsafe<Record<string, unknown>>({
  ...Json,
  description:
    'By type: text {html}; image {objectId, alt, caption}; video {title, source: {kind: file, objectId} | ' +
    '{kind: youtube, youtubeId} | {kind: url, url}, durationSeconds, captions: [{language, objectId}], transcriptHtml}; ' +
    'audio, document {objectId, title}; code {language, code}; callout {tone, html}; embed {url, title}; ' +
    'exercise {title, html, hints, solutionHtml}',
})

export const BlockParams = Type.Object({ blockId: Id })

export const Block = Type.Object({ id: Id, type: OneOf(blockTypes), content })

/** Files the content shows: id to address, for the editor. */
const Files = Type.Record(
  Type.String(),
  Type.Object({ url: Type.String(), name: Type.String(), mimeType: Type.String() }),
)

export const PageContent = Type.Object({
  nodeId: Id,
  courseId: Id,
  title: Type.String(),
  kind: OneOf(nodeKinds),
  isPage: Type.Boolean(),
  contentRevision: Type.Integer({ description: 'Sent as ETag; give it back in If-Match' }),
  blocks: Type.Array(Block),
  quiz: Nullable(QuizView),
  files: Files,
})

/** What a change of one block answers: the block and the revision the next If-Match needs. */
export const SavedBlock = Type.Object({ block: Block, contentRevision: Type.Integer() })
export const SavedContent = Type.Object({ blocks: Type.Array(Block), contentRevision: Type.Integer() })

const typed = { type: OneOf(blockTypes), content }
export const BlockCreate = Type.Object(
  { ...typed, after: Type.Optional(Nullable(Id)) },
  { additionalProperties: false, description: 'after: the block to follow; null: first; left out: last' },
)
export const BlockChange = Type.Object(typed, { additionalProperties: false })
export const PlaceInput = Type.Object({ after: Nullable(Id) }, { additionalProperties: false })
export const ContentInput = Type.Object(
  {
    blocks: Type.Array(Type.Object({ id: Type.Optional(Id), ...typed }, { additionalProperties: false }), {
      maxItems: 300,
    }),
  },
  {
    additionalProperties: false,
    description: 'All blocks in order; those with a known id stay, others are new, missing ones go',
  },
)
