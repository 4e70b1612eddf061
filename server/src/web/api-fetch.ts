import type { FastifyInstance, FastifyRequest, InjectOptions } from 'fastify'
import { pageHeader } from './page-callers.ts'

/** Headers of the browser's request that the API needs to know who asks and from where. */
const passedOn = [
  'cookie',
  'user-agent',
  'accept-language',
  'origin',
  'sec-fetch-site',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
]

/**
 * Answers API requests of one page in process, as the browser that asked for the page: no socket, and no
 * second way to reach a verb.
 */
export function apiFetch(
  server: FastifyInstance,
  page: FastifyRequest,
  pageName: string,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url)
    if (!url.pathname.startsWith('/api/'))
      throw new Error(`The page asked for ${url.pathname}, which is not the API.`)
    const headers: Record<string, string> = {}
    for (const name of passedOn) {
      const value = page.headers[name]
      if (typeof value === 'string') headers[name] = value
    }
    for (const [name, value] of request.headers) headers[name] = value
    headers.host = page.headers.host ?? url.host
    headers['x-request-id'] = page.id
    // A write may change who the caller is, so only pages that read share the answer.
    if (page.method === 'GET' && request.method === 'GET') headers[pageHeader] = pageName
    else delete headers[pageHeader]
    const body = request.body ? Buffer.from(await request.arrayBuffer()) : undefined
    const answer = await server.inject({
      method: request.method as NonNullable<InjectOptions['method']>,
      url: url.pathname + url.search,
      headers,
      remoteAddress: page.ip,
      ...(body ? { payload: body } : {}),
    })
    const out = new Headers()
    for (const [name, value] of Object.entries(answer.headers)) {
      if (Array.isArray(value)) for (const one of value) out.append(name, one)
      else if (value !== undefined) out.set(name, String(value))
    }
    const empty = answer.statusCode === 204 || answer.statusCode === 304
    return new Response(empty ? null : new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers: out,
    })
  }
}
