import type { Files } from './shapes.ts'

/** Tags set inside a line that the text editor keeps as they are, besides those it has buttons for. */
export const keptInline: Readonly<Record<string, string[]>> = {
  abbr: ['title'],
  bdi: [],
  bdo: ['dir'],
  cite: [],
  dfn: [],
  ins: [],
  kbd: [],
  mark: [],
  q: [],
  samp: [],
  small: [],
  sub: [],
  sup: [],
  time: ['datetime'],
  var: [],
}

const cell = { holds: 'block+', attributes: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'] }

/**
 * Structures the editor keeps and lets one write in, without buttons to make them: what each may hold, as ProseMirror
 * says it, and the attributes that stay. `isBlock` ones may stand anywhere.
 */
export const keptBlocks: Readonly<
  Record<string, { holds: string; attributes?: string[]; isBlock?: boolean }>
> = {
  figure: { holds: '(block | figcaption)+', isBlock: true },
  figcaption: { holds: 'inline*' },
  details: { holds: 'summary? block*', isBlock: true },
  summary: { holds: 'inline*' },
  dl: { holds: '(dt | dd)+', isBlock: true },
  dt: { holds: 'inline*' },
  dd: { holds: 'block+' },
  table: { holds: 'caption? (thead | tbody | tfoot | tr)+', isBlock: true },
  caption: { holds: 'inline*' },
  thead: { holds: 'tr+' },
  tbody: { holds: 'tr+' },
  tfoot: { holds: 'tr+' },
  tr: { holds: '(td | th)+' },
  td: cell,
  th: cell,
}

const editable = new Set([
  ...'p br strong b em i u s del strike code pre blockquote ul ol li h1 h2 h3 h4 h5 h6 hr a img'.split(' '),
  ...Object.keys(keptInline),
  ...Object.keys(keptBlocks),
])

/**
 * Tags of a text that the editor would lose, such as ruby: a text with any of them is edited as HTML instead.
 */
export function tagsLost(html: string): string[] {
  // A formula in MathML is one piece to the editor.
  const text = html.replace(/<math\b[\s\S]*?<\/math>/gi, '')
  const tags = [...text.matchAll(/<([a-z][a-z0-9]*)\b/gi)].map((match) => (match[1] ?? '').toLowerCase())
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
