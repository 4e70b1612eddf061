/** Facts that go with an error: into the answer, so nothing secret. */
export type ErrorParams = Record<string, string | number | boolean | null>

/** A field that was refused, by JSON pointer. */
export type FieldError = { pointer: string; code: string; message: string }

/** An expected failure: a stable code, an HTTP status and a sentence that says what to do. */
export class AppError extends Error {
  readonly code: string
  readonly status: number
  readonly params: ErrorParams
  readonly fields: FieldError[]
  readonly headers: Record<string, string>
  constructor(
    kind: ErrorKind,
    params: ErrorParams = {},
    extra: { fields?: FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(kind.message.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')))
    this.name = 'AppError'
    this.code = kind.code
    this.status = kind.status
    this.params = params
    this.fields = extra.fields ?? []
    this.headers = extra.headers ?? {}
  }
}

/** What `defineError` makes: call it to get the error to throw. Listed on routes, so it is in OpenAPI. */
export type ErrorKind = {
  (params?: ErrorParams, extra?: { fields?: FieldError[]; headers?: Record<string, string> }): AppError
  readonly code: string
  readonly status: number
  readonly message: string
}

/**
 * Names an expected failure.
 * @param code stable, `module.snake_case`; the message catalogue of the web app is keyed by it
 * @param status HTTP status (4xx)
 * @param message English sentence that says what to do next; `{name}` takes a parameter
 */
export function defineError(code: string, status: number, message: string): ErrorKind {
  const kind: ErrorKind = Object.assign(
    (params?: ErrorParams, extra?: { fields?: FieldError[]; headers?: Record<string, string> }) =>
      new AppError(kind, params, extra),
    { code, status, message },
  )
  return kind
}

export const NotFound = defineError('not_found', 404, 'There is nothing here, or you may not see it.')
export const SignInRequired = defineError('sign_in_required', 401, 'Sign in to do this.')
export const Forbidden = defineError('forbidden', 403, 'You may not do this: {reason}')
export const OnHold = defineError(
  'on_hold',
  403,
  'Your sign-in is not finished: {owes}. Complete it and try again.',
)
export const ScopeMissing = defineError(
  'scope_missing',
  403,
  'This token was not given the scope {scope}. Make one that has it.',
)
export const InvalidInput = defineError('invalid_input', 422, 'Some fields need another look.')
export const Malformed = defineError('malformed_request', 400, 'The request could not be read: {reason}')
export const TooLarge = defineError('too_large', 413, 'That is too large; at most {limit} bytes are taken.')
export const TooManyRequests = defineError(
  'too_many_requests',
  429,
  'Too many tries. Wait {seconds} seconds and try again.',
)
export const Conflict = defineError(
  'conflict',
  409,
  'Somebody else changed this at the same time. Load it again.',
)
export const VersionMismatch = defineError(
  'version_mismatch',
  412,
  'This was changed since you loaded it. Load it again and repeat your change.',
)
export const KeyReused = defineError(
  'idempotency_key_reused',
  422,
  'This Idempotency-Key was used for a different request. Use a new key.',
)
export const CrossSite = defineError(
  'cross_site_request',
  403,
  'This request came from another site and was refused.',
)
export const Unavailable = defineError(
  'unavailable',
  503,
  'Stoa cannot do this right now. Try again in a moment.',
)
