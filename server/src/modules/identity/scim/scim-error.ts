/** The kinds of errors of RFC 7644, table 9, that we answer with. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'

/** A refusal as a directory understands it (RFC 7644, 3.12). The sentence is read by whoever runs the directory. */
export class ScimError extends Error {
  readonly status: number
  readonly scimType: ScimType | null
  readonly headers: Record<string, string>
  constructor(
    status: number,
    scimType: ScimType | null,
    detail: string,
    headers: Record<string, string> = {},
  ) {
    super(detail)
    this.name = 'ScimError'
    this.status = status
    this.scimType = scimType
    this.headers = headers
  }
}

export const invalidValue = (detail: string) => new ScimError(400, 'invalidValue', detail)
export const invalidFilter = (detail: string) => new ScimError(400, 'invalidFilter', detail)
export const invalidPath = (detail: string) => new ScimError(400, 'invalidPath', detail)
export const invalidSyntax = (detail: string) => new ScimError(400, 'invalidSyntax', detail)
export const noTarget = (detail: string) => new ScimError(400, 'noTarget', detail)
export const readOnly = (attribute: string) =>
  new ScimError(400, 'mutability', `The attribute ${attribute} is read-only.`)
export const taken = (detail: string) => new ScimError(409, 'uniqueness', detail)
export const noResource = () => new ScimError(404, null, 'There is no such resource in this directory.')
