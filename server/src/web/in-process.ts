import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import { Readable, Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'

export type Asked = {
  method: string
  /** Path and query. */
  url: string
  headers: IncomingHttpHeaders
  body: Buffer | undefined
  remoteAddress: string
}
export type Answered = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/**
 * Has the server answer a request that never was on a wire, through the same router, hooks and handlers. Fastify's own
 * `inject` does the same for tests; it builds Node's request and response whole, which takes longer than most answers.
 */
export function answerInProcess(server: FastifyInstance, asked: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const response = new InProcessResponse(resolve, reject)
    server.routing(new InProcessRequest(asked) as never, response as never)
  })
}

/** What Fastify and the handlers read of Node's IncomingMessage. */
class InProcessRequest extends Readable {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly httpVersion = '1.1'
  readonly httpVersionMajor = 1
  readonly httpVersionMinor = 1
  readonly complete = true
  readonly socket: { remoteAddress: string; encrypted: boolean }
  #body: Buffer | undefined

  constructor({ method, url, headers, body, remoteAddress }: Asked) {
    super({ autoDestroy: false })
    this.method = method
    this.url = url
    this.headers = body ? { ...headers, 'content-length': String(body.length) } : headers
    this.socket = { remoteAddress, encrypted: false }
    this.#body = body
  }

  override _read() {
    if (this.#body) this.push(this.#body)
    this.#body = undefined
    this.push(null)
  }
}

/** What Fastify and the handlers use of Node's ServerResponse; the body is collected. */
class InProcessResponse extends Writable {
  statusCode = 200
  headersSent = false
  readonly socket = null
  #headers: OutgoingHttpHeaders = {}
  #chunks: Buffer[] = []

  constructor(done: (answer: Answered) => void, failed: (error: unknown) => void) {
    super()
    this.on('finish', () =>
      done({ status: this.statusCode, headers: this.#headers, body: Buffer.concat(this.#chunks) }),
    )
    this.on('error', failed)
    // After a finished answer this changes nothing.
    this.on('close', () => failed(new Error('The answer ended before it was complete.')))
  }

  setHeader(name: string, value: OutgoingHttpHeaders[string]) {
    this.#headers[name.toLowerCase()] = value
    return this
  }
  getHeader(name: string) {
    return this.#headers[name.toLowerCase()]
  }
  getHeaders() {
    return { ...this.#headers }
  }
  hasHeader(name: string) {
    return name.toLowerCase() in this.#headers
  }
  removeHeader(name: string) {
    delete this.#headers[name.toLowerCase()]
  }
  writeHead(status: number, headers: OutgoingHttpHeaders = {}) {
    this.statusCode = status
    for (const name in headers) this.setHeader(name, headers[name])
    this.headersSent = true
    return this
  }
  flushHeaders() {
    this.headersSent = true
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, next: () => void) {
    this.headersSent = true
    this.#chunks.push(chunk)
    next()
  }
}
