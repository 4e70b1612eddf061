/** What a link in a package leads to. `null`: an address outside, to be judged by its scheme. */
export type ResolvedLink =
  | { kind: 'file'; path: string }
  | { kind: 'node'; sourceId: string }
  | { kind: 'missing' }
  | null

/** Knows what the links of one page of one format mean. */
export type LinkResolver = (url: string) => ResolvedLink

export type Target =
  | { kind: 'file'; path: string; url: string }
  | { kind: 'node'; url: string }
  | { kind: 'outside'; url: string }
  | { kind: 'missing'; wanted: string }
  | { kind: 'unsafe'; wanted: string }
  | { kind: 'none' }

/** Longer addresses are no addresses. */
const longest = 4000

const outsideSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers ignore these in addresses, so must we
const ignoredCharacters = /[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202f\ufeff]/g

/** Where a link of a page leads, written as it will stand in our HTML. */
export function followLink(raw: string, resolve: LinkResolver): Target {
  if (raw.length > longest) return { kind: 'unsafe', wanted: 'overlong' }
  const url = raw.replace(ignoredCharacters, '').trim()
  if (url === '' || url.startsWith('#')) return { kind: 'none' }
  const found = resolve(url)
  if (found?.kind === 'file') return { kind: 'file', path: found.path, url: fileUrl(found.path) }
  if (found?.kind === 'node') return { kind: 'node', url: nodeUrl(found.sourceId) }
  if (found?.kind === 'missing') return { kind: 'missing', wanted: url.slice(0, 300) }
  if (url.startsWith('//')) return { kind: 'outside', url: `https:${url}` }
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase()
  if (scheme === undefined) return { kind: 'missing', wanted: url.slice(0, 300) }
  if (!outsideSchemes.has(scheme)) return { kind: 'unsafe', wanted: scheme }
  return { kind: 'outside', url }
}

export function fileUrl(path: string): string {
  return `stoa-file:${path.split('/').map(encodeURIComponent).join('/')}`
}

function nodeUrl(sourceId: string): string {
  return `stoa-node:${encodeURIComponent(sourceId)}`
}
