import type { Readable } from 'node:stream'
import type { ReportCode } from './messages.ts'

/** What a package was: an Open edX export or an IMS Common Cartridge. */
export type PackageKind = 'olx' | 'common-cartridge'

/**
 * A course read from a package, whole and independent of its format.
 * HTML in it is sanitized; `stoa-file:<path>` in `src`/`href` names an entry of `files` (path URI-encoded per
 * segment), `stoa-node:<sourceId>` (URI-encoded) names a node.
 */
export type PackageCourse = {
  kind: PackageKind
  /** `1.3.0` for a cartridge; `olx` packages carry no version, so `olx`. */
  kindVersion: string
  title: string
  /** BCP 47 tag as the package states it. */
  language: string | null
  summary: string | null
  descriptionHtml: string | null
  /** Path of an entry in `files`. */
  coverPath: string | null
  /** ISO 8601, UTC. */
  startsAt: string | null
  /** Modules; lessons, topics and subtopics below them. */
  nodes: PackageNode[]
  files: PackageFile[]
  report: ReportLine[]
  /** Removes what was unpacked. `files` cannot be read afterwards. Safe to call twice. */
  dispose(): Promise<void>
}

/** A course as one format's reader gives it; files and report are kept beside it. */
export type ReadCourse = Omit<PackageCourse, 'kind' | 'files' | 'report' | 'dispose'>

export type PackageNodeKind = 'module' | 'lesson' | 'topic' | 'subtopic'

/** One place in the outline. `sourceId` is unique within the package. Content may stand on every level. */
export type PackageNode = {
  sourceId: string
  kind: PackageNodeKind
  title: string
  /** ISO 8601, UTC. */
  releaseAt: string | null
  hidden: boolean
  blocks: PackageBlock[]
  quiz: PackageQuiz | null
  children: PackageNode[]
}

/** `file`, and `captions[].file`, are paths of entries in `files`. Durations are seconds. */
export type PackageBlock =
  | { type: 'text'; html: string }
  | { type: 'image'; file: string; alt: string; caption: string | null }
  | PackageVideo
  | { type: 'audio'; file: string; title: string }
  | { type: 'document'; file: string; title: string }
  | { type: 'code'; language: string | null; code: string }
  | { type: 'callout'; tone: 'info' | 'warning' | 'tip'; html: string }
  | { type: 'embed'; url: string; title: string }
  | { type: 'exercise'; title: string; html: string; hints: string[]; solutionHtml: string | null }

export type PackageVideo = {
  type: 'video'
  title: string | null
  source: VideoSource
  durationSeconds: number | null
  /** WebVTT files. */
  captions: { language: string; file: string }[]
  transcriptHtml: string | null
}

export type VideoSource =
  | { kind: 'file'; file: string }
  | { kind: 'youtube'; youtubeId: string }
  | { kind: 'url'; url: string }

export type PackageQuiz = {
  sourceId: string
  title: string
  introHtml: string | null
  /** Null: as often as one likes. */
  maxAttempts: number | null
  timeLimitMinutes: number | null
  passPercent: number | null
  shuffle: boolean
  /** The source counted it towards the grade. */
  required: boolean
  questions: PackageQuestion[]
}

export type PackageQuestionType = 'single' | 'multiple' | 'dropdown' | 'numeric' | 'short_text'

export type PackageQuestion = {
  sourceId: string
  type: PackageQuestionType
  promptHtml: string
  points: number
  /** For single, multiple and dropdown. With `single`, any one correct option is a right answer. */
  options: PackageOption[]
  /** For numeric: the answer shown as right. */
  numeric: NumericAnswer | null
  /** For numeric: further answers that are as right as the first. */
  numericAlternatives: NumericAnswer[]
  /** For short_text: each is right. */
  answers: string[]
  caseSensitive: boolean
  hints: string[]
  explanationHtml: string | null
}

export type PackageOption = { key: string; html: string; correct: boolean; feedbackHtml: string | null }

/** A range is also expressed as its middle with an absolute tolerance; `range` keeps the exact ends. */
export type NumericAnswer = {
  answer: number
  tolerance: number
  toleranceKind: 'absolute' | 'percent'
  range: [number, number] | null
}

export type PackageFile = {
  /** As in the package, normalized: `/` between names, NFC, no leading slash. Made files are in `generated/`. */
  path: string
  mediaType: string
  /** Bytes. */
  size: number
  /** Browsers could run what is in it (HTML, SVG, XML, scripts): serve as a download, never inline as a page. */
  active: boolean
  /** The same in words another thread understands. */
  plain: PlainFile
  bytes(): Promise<Buffer>
  /** The same bytes piece by piece: films do not fit into memory. */
  stream(): Promise<Readable>
}

/** A file of a package in words another thread understands: where it lies on our disk, or its bytes. */
export type PlainFile = Omit<PackageFile, 'bytes' | 'stream' | 'plain'> & {
  lies: { at: { path: string; diskPath: string; size: number } } | { bytes: Uint8Array }
}

export type ReportOutcome = 'imported' | 'converted' | 'dropped'

/** What became of one item of the source. `code` is a key of `reportSentences`. */
export type ReportLine = {
  sourceKind: string
  sourceId: string
  title: string | null
  outcome: ReportOutcome
  code: ReportCode
  params: Record<string, string | number>
  nodeSourceId: string | null
}
