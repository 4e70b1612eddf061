import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isOutOfReach, sqlState } from '../db/database.ts'
import {
  AppError,
  Conflict,
  type FieldError,
  InvalidInput,
  Malformed,
  TooLarge,
  Unavailable,
} from '../errors.ts'

/** Problem details, RFC 9457, with our stable `code` and the refused fields. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  code: string
  requestId: string
  params: Record<string, unknown>
  errors: FieldError[]
}

type ValidationError = FastifyError & {
  validation?: Array<{
    instancePath: string
    keyword: string
    params: Record<string, unknown>
    message?: string
  }>
  validationContext?: string
}

/** Turns anything thrown into the error to answer with; null when it is our own bug. */
export function expected(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  const known = error as ValidationError
  if (known.validation)
    return InvalidInput(
      {},
      { fields: known.validation.map((entry) => fieldError(entry, known.validationContext)) },
    )
  if (known.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return TooLarge({ limit: 1024 * 1024 })
  if (known.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return Malformed({ reason: 'the content type is not taken here; send application/json' })
  if (typeof known.code === 'string' && known.code.startsWith('FST_ERR_CTP'))
    return Malformed({ reason: 'the body is not what its headers say' })
  if (error instanceof SyntaxError && known.statusCode === 400)
    return Malformed({ reason: 'the body is not valid JSON' })
  const state = sqlState(error)
  if (state === '40001' || state === '40P01') return Conflict()
  // Characters PostgreSQL cannot store: a NUL in text, half a pair of surrogates in JSON.
  const unpaired = state === '22P02' && /unicode/i.test((error as { detail?: string }).detail ?? '')
  if (state === '22021' || state === '22P05' || unpaired)
    return Malformed({ reason: 'a text holds a character that cannot be stored' })
  if (isOutOfReach(error)) return Unavailable()
  if (known.statusCode && known.statusCode >= 400 && known.statusCode < 500) {
    return Malformed({ reason: known.message })
  }
  return null
}

function fieldError(
  entry: { instancePath: string; keyword: string; params: Record<string, unknown>; message?: string },
  context: string | undefined,
): FieldError {
  const missing = entry.keyword === 'required' ? `/${String(entry.params.missingProperty)}` : ''
  const extra = entry.keyword === 'additionalProperties' ? `/${String(entry.params.additionalProperty)}` : ''
  const place = context && context !== 'body' ? `/${context}` : ''
  return {
    pointer: `${place}${entry.instancePath}${missing}${extra}`,
    code: entry.keyword,
    message: entry.message ?? 'is not valid',
  }
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const app = expected(error)
  if (!app) request.log.error({ err: error }, 'unexpected error')
  else if (app.status >= 500) request.log.warn({ err: error }, app.code)
  const status = app?.status ?? 500
  const problem: Problem = {
    type: 'about:blank',
    title: app ? app.message : 'Something went wrong on our side. It has been logged; try again.',
    status,
    detail: app ? app.message : 'Something went wrong on our side. It has been logged; try again.',
    instance: request.url.split('?')[0] ?? '/',
    code: app?.code ?? 'internal_error',
    requestId: request.id,
    params: app?.params ?? {},
    errors: app?.fields ?? [],
  }
  if (app) for (const [name, value] of Object.entries(app.headers)) void reply.header(name, value)
  return reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((value) => JSON.stringify(value))
    .send(problem)
}
