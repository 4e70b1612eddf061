import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { Malformed } from '../../platform/errors.ts'
import { NoFile } from './errors.ts'

/**
 * The one file of an upload: the body as it is, or a form (multipart/form-data) with one file. Throws NoFile, and
 * Malformed for a form that is none.
 */
export async function uploadOf(
  request: FastifyRequest,
): Promise<{ data: Readable; name: string; declaredType: string | null }> {
  if (request.headers['content-type']?.toLowerCase().startsWith('multipart/form-data')) {
    const part = await request.file().catch((error: Error & { statusCode?: number }) => {
      // What the reader of forms does not name is a boundary that is missing, or never comes.
      throw error.statusCode ? error : Malformed({ reason: 'the form is not what its headers say' })
    })
    if (!part) throw NoFile()
    return { data: part.file, name: part.filename ?? '', declaredType: part.mimetype }
  }
  const data = request.body instanceof Readable ? request.body : Readable.from([])
  return { data, name: '', declaredType: request.headers['content-type'] ?? null }
}

/** A refused sender is still sending: read on for a moment, or it hears a broken line instead of the answer. */
export function lingerOver(request: FastifyRequest) {
  request.raw.resume()
  const timer = setTimeout(() => request.raw.destroy(), 5_000)
  timer.unref()
  request.raw.once('close', () => clearTimeout(timer))
}
