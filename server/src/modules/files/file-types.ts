import { supportedMimeTypes } from 'file-type'
import { lookup } from 'mime-types'
import { TypeMismatch } from './errors.ts'

export type MediaType = 'image' | 'video' | 'audio' | 'document'

const unknown = 'application/octet-stream'

const aliases: Record<string, string> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/apng': 'image/png',
  'image/vnd.microsoft.icon': 'image/x-icon',
  'audio/mp3': 'audio/mpeg',
  'audio/x-mp3': 'audio/mpeg',
  'audio/m4a': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'video/x-m4v': 'video/mp4',
  'application/mp4': 'video/mp4',
  'video/x-matroska': 'video/matroska',
  'application/x-pdf': 'application/pdf',
  'application/x-gzip': 'application/gzip',
  'application/x-tgz': 'application/gzip',
  'application/x-compressed-tar': 'application/gzip',
  'application/x-zip-compressed': 'application/zip',
  'application/x-zip': 'application/zip',
  'application/text': 'text/plain',
}

/** A media type without parameters, in its usual spelling; what is none is `application/octet-stream`. */
export function plainType(type: string | null | undefined): string {
  const bare = type?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!/^[a-z0-9][a-z0-9!#$&^_.+-]{0,80}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,120}$/.test(bare)) return unknown
  return aliases[bare] ?? bare
}

const textual =
  /^text\/|[+/](json|xml|yaml|x-yaml|toml|javascript|x-javascript|ecmascript|x-subrip|x-sh|sql|x-tex|x-latex|x-httpd-php|xhtml)$|\+(json|xml)$|^application\/(x-ndjson|x-python-code|rtf)$/
const inZip = /^application\/(vnd\..+|epub\+zip|java-archive)$/
const containers = new Set([
  'application/zip',
  'application/gzip',
  'application/x-tar',
  'application/x-cfb',
  'application/xml',
])
const raster = /^image\/(?!svg)/
const timed = /^(audio|video)\/|^application\/ogg$/
const detectable = new Set([...supportedMimeTypes].map(plainType))

/**
 * The type a file is kept under, from what it calls itself and what its bytes are.
 * @param sniffed type recognized in the bytes, or null
 * @param head the first bytes of the file
 * Throws TypeMismatch when the two contradict one another.
 */
export function settleType(
  declared: string | null | undefined,
  name: string,
  sniffed: string | null,
  head: Uint8Array,
): string {
  let said = plainType(declared)
  if (said === unknown) said = plainType(lookup(name) || null)
  const found = sniffed === null ? null : plainType(sniffed)
  if (textual.test(said)) {
    if (looksLikeText(head) || found === said) return said
    throw TypeMismatch({ declared: said, found: found ?? unknown })
  }
  if (found === null) {
    // These always carry a mark in their bytes, so one without it is something else.
    if (detectable.has(said))
      throw TypeMismatch({ declared: said, found: looksLikeText(head) ? 'text/plain' : unknown })
    return said
  }
  if (said === unknown || said === found) return found
  // People and cameras mix these up; what counts is what the bytes are.
  if (raster.test(said) && raster.test(found)) return found
  if (timed.test(said) && timed.test(found)) return sameContainer(said, found) ? said : found
  if (said === 'application/zip' && inZip.test(found)) return found
  if (found === 'application/zip' && inZip.test(said)) return said
  // Many formats nobody can recognize are one of these inside.
  if (containers.has(found) && !detectable.has(said)) return said
  throw TypeMismatch({ declared: said, found })
}

/** One container for sound alone and for pictures with sound. */
const sameContainer = (a: string, b: string) =>
  a.split('/')[1] === b.split('/')[1] || (/ogg$/.test(a) && /ogg$/.test(b))

/** UTF-8 or UTF-16 text without control characters. */
export function looksLikeText(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true
  // Old exports write single-byte code pages, so bytes above 127 prove nothing; control characters do.
  return !head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
}

export function mediaTypeOf(type: string): MediaType {
  const family = type.split('/')[0]
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'document'
}

/** `image/*` or an exact type. */
export const typeFits = (type: string, allowed: string[]): boolean =>
  allowed.some((one) => (one.endsWith('/*') ? type.startsWith(one.slice(0, -1)) : one === type))

const shownTypes = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'image/x-icon',
  'application/pdf',
  'text/plain',
  'text/vtt',
])

/** Types a browser may show from our address; all others are downloads, so that no page of a file runs here. */
export const mayBeShown = (type: string): boolean => shownTypes.has(type) || /^(audio|video)\//.test(type)

/** Pictures smaller variants are made of. A GIF may move and an SVG is small, so both stay as they are. */
export const hasVariants = (type: string): boolean => /^image\/(png|jpeg|webp|avif)$/.test(type)
