import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Nothing a page takes is larger; files and packages go to the API, which streams them. */
const mostBytes = 10 * 1024 * 1024

/** Bodies go to the web app as they are; it reads its forms itself, and holds them in memory while it does. */
export function takePageBodies(pages: FastifyInstance): void {
  pages.removeAllContentTypeParsers()
  pages.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, body, done) =>
    done(null, body),
  )
}

/**
 * The request of a page as the web app takes it. Its signal tells when the reader has gone.
 * @param reply null for a page that others wait for as well: it is finished, whoever leaves
 * @param own public address of the installation
 */
export function webRequest(request: FastifyRequest, reply: FastifyReply | null, own: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (Array.isArray(value)) for (const one of value) headers.append(name, one)
    else if (value !== undefined) headers.set(name, value)
  }
  const gone = new AbortController()
  reply?.raw.on('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  const bodied = request.method !== 'GET' && request.method !== 'HEAD'
  return new Request(addressOf(request, own), {
    method: request.method,
    headers,
    signal: gone.signal,
    ...(bodied && request.body ? { body: new Uint8Array(request.body as Buffer) } : {}),
  })
}

/**
 * The host is whatever the sender says, and the path may begin with two slashes: neither leads elsewhere. Under our
 * own host it is our public address: forms come from there, also where a proxy does not say that it speaks TLS.
 */
function addressOf({ protocol, headers, url }: FastifyRequest, own: string): string {
  const origin = headers.host === new URL(own).host ? own : `${protocol}://${headers.host}`
  const address = `${origin}${url}`
  return headers.host !== undefined && URL.canParse(address) ? address : `${protocol}://localhost${url}`
}
