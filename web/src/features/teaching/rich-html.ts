import type { Files } from './shapes.ts'

/** Tags set inside a line that the text editor keeps as they are, besides those it has buttons for. */
export const keptInline = [
  'sub',
  'sup',
  'kbd',
  'abbr',
  'cite',
  'small',
  'mark',
  'q',
  'samp',
  'var',
  'dfn',
  'ins',
]

const editable = new Set([
  ...'p br strong b em i u s del strike code pre blockquote ul ol li h1 h2 h3 h4 h5 h6 hr a img'.split(' '),
  ...keptInline,
])

/**
 * Tags of a text that the editor would lose, such as tables: a text with any of them is edited as HTML instead.
 */
export function tagsLost(html: string): string[] {
  const tags = [...html.matchAll(/<([a-z][a-z0-9]*)\b/gi)].map((match) => (match[1] ?? '').toLowerCase())
  return [...new Set(tags)].filter((tag) => !editable.has(tag))
}

/** Addresses of the files a stored text names, for looking at it. */
export function withFileUrls(html: string, files: Files): string {
  return html.replace(/ (src|href)="stoa-(file|node):([^"#]*)[^"]*"/g, (_all, attribute, kind, id) => {
    const url = kind === 'file' ? files[id]?.url : `/learn/pages/${id}`
    return url ? ` ${attribute}="${url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"` : ''
  })
}

/** True when a text shows nothing. */
export const isBlank = (html: string): boolean =>
  !/<(img|hr|iframe|table)\b/i.test(html) && html.replace(/<[^>]*>|&nbsp;|\s/g, '') === ''
