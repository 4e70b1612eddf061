import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Pages that are the same for every stranger: rendered once for a revision of what the organization shows to the
 * public, then sent as they are. A change anywhere in the public face raises that revision
 * (auth.organizations.public_revision), so a kept page is never found again after it.
 */
export type PublicPages = {
  /** The kept page, or the one `render` makes now; requests for the same page at the same moment share it. */
  page(key: string, render: () => Promise<RenderedPage>): Promise<KeptPage | RenderedPage>
  send(page: KeptPage, request: FastifyRequest, reply: FastifyReply): FastifyReply
}

/** What rendering gave. Only complete pages without cookies are kept. */
export type RenderedPage = { status: number; html: Buffer; headers: Headers }
export type KeptPage = {
  html: Buffer
  gzip: Buffer
  brotli: Buffer
  etag: string
  policy: string
  keptAt: number
}

/** Which addresses may be kept: the home, the catalogue and the course pages. */
export const isPublicPage = (request: FastifyRequest): boolean =>
  request.method === 'GET' &&
  /^\/(courses(\/[a-z0-9-]+)?)?(\?[^#]*)?$/.test(request.url) &&
  request.url.length < 300

const mostPages = 500
const mostBytes = 64 * 1024 * 1024
/** Names of people and addresses of files change without a revision; after this long a page is made anew. */
const keptFor = 60_000

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/**
 * @param policyOf the content security policy around the sources of scripts and of styles
 */
export function createPublicPages(policyOf: (scripts: string, styles: string) => string): PublicPages {
  const kept = new Map<string, KeptPage>()
  const making = new Map<string, Promise<KeptPage | RenderedPage>>()
  let bytes = 0

  const size = (page: KeptPage) => page.html.length + page.gzip.length + page.brotli.length
  function remove(key: string) {
    const page = kept.get(key)
    if (page) bytes -= size(page)
    kept.delete(key)
  }
  function keep(key: string, page: KeptPage) {
    remove(key)
    kept.set(key, page)
    bytes += size(page)
    for (const oldest of kept.keys()) {
      if (kept.size <= mostPages && bytes <= mostBytes) break
      remove(oldest)
    }
  }

  async function make(key: string, render: () => Promise<RenderedPage>): Promise<KeptPage | RenderedPage> {
    const rendered = await render()
    if (rendered.status !== 200 || rendered.headers.getSetCookie().length > 0) return rendered
    const { html } = rendered
    const [small, smallest] = await Promise.all([
      gzipped(html, { level: 6 }),
      brotlied(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    ])
    const page: KeptPage = {
      html,
      gzip: small,
      brotli: smallest,
      etag: `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`,
      policy: policyFor(html.toString('utf8'), policyOf),
      keptAt: Date.now(),
    }
    keep(key, page)
    return page
  }

  return {
    async page(key, render) {
      const known = kept.get(key)
      if (known && Date.now() - known.keptAt < keptFor) return known
      const running = making.get(key) ?? make(key, render).finally(() => making.delete(key))
      making.set(key, running)
      return running
    },
    send(page, request, reply) {
      void reply.headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': page.policy,
        etag: page.etag,
        vary: 'accept-encoding, accept-language, cookie',
        // The browser asks again each time; the answer is short when nothing changed.
        'cache-control': 'private, no-cache',
      })
      if (request.headers['if-none-match'] === page.etag) return reply.status(304).send()
      const accepts = String(request.headers['accept-encoding'] ?? '')
      if (/\bbr\b/.test(accepts)) return reply.header('content-encoding', 'br').send(page.brotli)
      if (/\bgzip\b/.test(accepts)) return reply.header('content-encoding', 'gzip').send(page.gzip)
      return reply.send(page.html)
    },
  }
}

/**
 * A kept page has the same scripts for everybody, so they are allowed by their hashes instead of a nonce. Styles
 * that widgets add in the browser carry the nonce the page was made with, which is good for styles only.
 */
function policyFor(html: string, policyOf: (scripts: string, styles: string) => string): string {
  const hashes: string[] = []
  for (const [, attributes = '', code = ''] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (!/\ssrc=/.test(attributes))
      hashes.push(`'sha256-${createHash('sha256').update(code).digest('base64')}'`)
  }
  const nonce = html.match(/<(?:script|style)[^>]*\snonce="([^"]+)"/)?.[1]
  return policyOf([...new Set(hashes)].join(' '), nonce ? `'nonce-${nonce}'` : '')
}
