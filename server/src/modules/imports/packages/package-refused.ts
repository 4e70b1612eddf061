import { type RefusalCode, refusalSentences, sentence } from './messages.ts'

/** The package cannot be read at all. `code` is stable; the message is its English sentence. */
export class PackageRefused extends Error {
  readonly code: RefusalCode
  readonly params: Record<string, string | number>

  constructor(code: RefusalCode, params: Record<string, string | number> = {}) {
    super(sentence(refusalSentences[code], params))
    this.name = 'PackageRefused'
    this.code = code
    this.params = params
  }
}
