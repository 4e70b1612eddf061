import type { Content } from '../page-change.ts'
import type { UploadedFile } from './uploaded-file.ts'

/** What the fields of a block are given. */
export type BlockFieldProps = {
  content: Content
  /** Takes changed parts of the content. */
  change: (part: Content) => void
  addFile: (file: UploadedFile) => void
  /** Just added: it takes the focus. */
  autoFocus: boolean
  /** A slash in an empty line of a text. */
  onSlash: () => void
}

/** A part of the content that is text; empty when it is none. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')
