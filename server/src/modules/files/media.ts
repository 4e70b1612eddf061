import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { byteRange } from './byte-ranges.ts'
import { bytesOf } from './byte-store.ts'
import { LinkExpired, RangeNotSatisfiable } from './errors.ts'
import { contentDisposition, lastPart } from './file-names.ts'
import { mayBeShown } from './file-types.ts'
import { checkAccess, type Variant, variants } from './file-urls.ts'
import { findServing, type Serving } from './objects.queries.ts'

type Place = { organizationId: string; objectId: string; variant: Variant; access: string; '*': string }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const publicSeconds = 30 * 24 * 3600

/** Serves the bytes of files at the addresses `fileUrls` makes. No session is looked at: the address is the key. */
export function mountMedia(server: FastifyInstance, app: App): void {
  server.route<{ Params: Place }>({
    method: ['GET', 'HEAD'],
    url: '/media/:organizationId/:objectId/:variant/:access/*',
    // Parts of a file must stay parts of the file; pictures and films are packed already.
    ...({ compress: false } as object),
    handler: (request, reply) => serve(app, request, reply),
  })
}

async function serve(app: App, request: FastifyRequest<{ Params: Place }>, reply: FastifyReply) {
  const { organizationId, objectId, variant, access } = request.params
  if (!uuid.test(organizationId) || !uuid.test(objectId) || !variants.includes(variant)) throw NotFound()
  const now = Math.floor(Date.now() / 1000)
  const allowed = checkAccess(app.keys, `${organizationId}/${objectId}/${variant}`, access)
  if (!allowed && access !== 'public') throw NotFound()
  if (allowed && allowed.until <= now) throw LinkExpired()
  const file = await findServing(app.database.db, organizationId, objectId, variant)
  if (!file || (!allowed && !file.public)) throw NotFound()

  const tag = `"${file.version}"`
  void reply.headers({
    etag: tag,
    'accept-ranges': 'bytes',
    'cache-control': caching(file, allowed ? allowed.until - now : publicSeconds),
    'cross-origin-resource-policy': file.public ? 'cross-origin' : 'same-site',
    ...guards(file),
  })
  if (isKnown(request.headers['if-none-match'], tag)) return reply.status(304).send()

  const condition = request.headers['if-range']
  const wanted = condition === undefined || condition === tag ? request.headers.range : undefined
  const range = byteRange(wanted, file.size)
  if (range === 'unsatisfiable') {
    throw RangeNotSatisfiable({ size: file.size }, { headers: { 'content-range': `bytes */${file.size}` } })
  }
  if (range) {
    void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
  }
  void reply.header('content-type', withCharset(file.mimeType))
  void reply.header('content-length', range ? range.end - range.start + 1 : file.size)
  if (request.method === 'HEAD' || file.size === 0) return reply.send(null)
  return reply.send(await bytesOf(app).read(file.version, range ?? undefined))
}

/** The bytes of an address never change, unless a smaller picture is still being made. */
function caching(file: Serving, seconds: number): string {
  if (!file.asAsked) return 'private, max-age=5'
  return `${file.public ? 'public' : 'private'}, max-age=${seconds}, immutable`
}

/** No file is ever a page of ours: it cannot run, be framed elsewhere, or be taken for another type. */
function guards(file: Serving): Record<string, string> {
  const name = lastPart(file.path)
  const shown = mayBeShown(file.mimeType)
  // Browsers refuse to show a PDF in a sandbox; their viewers run nothing of it in our name.
  const sandbox = file.mimeType === 'application/pdf' ? '' : 'sandbox; '
  return {
    'content-disposition': contentDisposition(shown ? 'inline' : 'attachment', name),
    'content-security-policy': `${sandbox}default-src 'none'; img-src 'self' data:; media-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'`,
    'x-frame-options': 'SAMEORIGIN',
  }
}

const withCharset = (type: string) => (/^text\/(plain|vtt)$/.test(type) ? `${type}; charset=utf-8` : type)

/** If-None-Match (RFC 9110, 13.1.2), by weak comparison. */
const isKnown = (header: string | undefined, tag: string) =>
  header?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)
