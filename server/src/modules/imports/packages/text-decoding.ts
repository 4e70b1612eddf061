import iconv from 'iconv-lite'

type DecodedText = {
  text: string
  /** Null when the text was what it said it was. */
  repaired: { declared: string; actual: string } | null
}

/**
 * Bytes as text. A byte order mark decides; then whatever is valid UTF-8 is UTF-8, as a wrong declaration is
 * common and accidental UTF-8 is not; then the declared encoding; then Windows-1252, which reads everything.
 */
export function decodeText(bytes: Buffer): DecodedText {
  const { text, repaired } = decode(bytes)
  return { text: storableText(text), repaired }
}

/** Text without what no database takes: NUL, and halves of surrogate pairs. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

function decode(bytes: Buffer): DecodedText {
  const marked = byMark(bytes)
  if (marked !== null) return { text: stripMark(iconv.decode(bytes, marked)), repaired: null }
  const wide = withoutMark(bytes)
  if (wide !== null) {
    return { text: iconv.decode(bytes, wide), repaired: { declared: 'none', actual: wide } }
  }
  const declared = declaredEncoding(bytes)
  const utf8 = asUtf8(bytes)
  if (utf8 !== null) {
    const plain = bytes.every((byte) => byte < 0x80)
    const honest = plain || declared === null || /^utf-?8$/i.test(declared)
    return { text: utf8, repaired: honest ? null : { declared: declared ?? 'none', actual: 'utf-8' } }
  }
  if (declared !== null && !/^utf-?(8|16|32)/i.test(declared) && iconv.encodingExists(declared)) {
    return { text: iconv.decode(bytes, declared), repaired: null }
  }
  return {
    text: iconv.decode(bytes, 'windows-1252'),
    repaired: { declared: declared ?? 'none', actual: 'windows-1252' },
  }
}

function byMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return bytes[2] === 0 && bytes[3] === 0 ? 'utf-32le' : 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Markup begins with `<` or blanks, so a NUL beside the first byte means two bytes a character. */
function withoutMark(bytes: Buffer): string | null {
  if (bytes.length < 4) return null
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 && bytes[3] !== 0) return 'utf-16be'
  return null
}

function declaredEncoding(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 2048)
  const found =
    /<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/i.exec(head) ??
    /<meta[^>]*charset\s*=\s*["']?([\w.:-]+)/i.exec(head)
  return found?.[1] ?? null
}

function asUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function stripMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}
