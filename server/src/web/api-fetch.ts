import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Answered, answerInProcess } from './in-process.ts'
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
    const answer = await answerInProcess(server, {
      method: request.method,
      url: url.pathname + url.search,
      headers,
      remoteAddress: page.ip,
      body,
    })
    return new ApiAnswer(answer) as unknown as Response
  }
}

/**
 * The answer of the API as the client reads it. A `Response` would carry the bytes through a stream, which takes longer
 * than making them.
 */
class ApiAnswer
  implements Pick<Response, 'ok' | 'status' | 'headers' | 'body' | 'text' | 'json' | 'arrayBuffer'>
{
  readonly ok: boolean
  readonly status: number
  readonly headers: Headers
  readonly #bytes: Buffer

  constructor({ status, headers, body }: Answered) {
    this.ok = status >= 200 && status < 300
    this.status = status
    this.headers = new Headers()
    for (const [name, value] of Object.entries(headers)) {
      if (Array.isArray(value)) for (const one of value) this.headers.append(name, one)
      else if (value !== undefined) this.headers.set(name, String(value))
    }
    this.#bytes = body
  }

  get body() {
    return new Response(new Uint8Array(this.#bytes)).body
  }
  async text() {
    return this.#bytes.toString()
  }
  async json() {
    return JSON.parse(await this.text()) as unknown
  }
  async arrayBuffer() {
    return new Uint8Array(this.#bytes).buffer
  }
}
