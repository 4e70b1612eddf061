/** A refusal of the API as RFC 9457 problem details; its sentences are in the reader's language. */
export type Problem = {
  type: string
  title: string
  status: number
  /** Stable name of the failure, e.g. `learning.lesson_locked`. */
  code: string
  detail: string | null
  /** What the sentence is about, e.g. `{ limit: 10 }`. */
  params: Record<string, unknown>
  /** Names the request in the server's log. */
  requestId: string | null
  /** What is wrong with single fields of the input. */
  errors: FieldProblem[]
}

/** One wrong field: `pointer` as in the request body, e.g. `/email` or `/address/city`. */
export type FieldProblem = { pointer: string; code: string; message: string }

/** Whether a value that arrived from the API has the shape of a problem; fills what may be missing. */
export function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null) return false
  const problem = value as Partial<Problem>
  if (typeof problem.status !== 'number' || typeof problem.title !== 'string') return false
  problem.type ??= 'about:blank'
  problem.code ??= 'unknown'
  problem.detail ??= null
  problem.params ??= {}
  problem.requestId ??= null
  if (!Array.isArray(problem.errors)) problem.errors = []
  return true
}

/** The problem for an answer that explained nothing. */
export function unknownProblem(status: number): Problem {
  return {
    type: 'about:blank',
    title: '',
    status,
    code: 'unknown',
    detail: null,
    params: {},
    requestId: null,
    errors: [],
  }
}

/**
 * Messages by form field name: `/email` becomes `email`, `/address/city` becomes `address.city`.
 * The first message of a field wins.
 */
export function fieldErrors(problem: Problem | null | undefined): Record<string, string> {
  const messages: Record<string, string> = {}
  for (const { pointer, message } of problem?.errors ?? []) {
    const name = pointer.replace(/^\//, '').replaceAll('/', '.')
    if (name) messages[name] ??= message
  }
  return messages
}
