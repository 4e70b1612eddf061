import { NameRefused } from './errors.ts'

const longestPart = 200
const longestPath = 900

/**
 * A file name, or a path of names, as it is kept: composed Unicode, `/` between parts, nothing invisible.
 * Throws NameRefused when it would climb out of its folder.
 */
export function tidyName(given: string): string {
  const parts = given
    .toWellFormed()
    .normalize('NFC')
    // Control characters, and those that turn the reading direction and make exe look like jpg.
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .split(/[/\\]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.')
  if (parts.includes('..')) throw NameRefused()
  const kept = parts.map(shortened)
  while (kept.length > 1 && kept.join('/').length > longestPath) kept.shift()
  return kept.join('/') || 'file'
}

/** What a person calls the file: the last part of its path. */
export const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

function shortened(part: string): string {
  if (part.length <= longestPart) return part
  const ending = part.match(/\.[A-Za-z0-9]{1,10}$/)?.[0] ?? ''
  return part.slice(0, longestPart - ending.length).toWellFormed() + ending
}

/** `content-disposition` with the name in any script (RFC 6266, RFC 8187). */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7E]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
