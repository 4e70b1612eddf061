import sanitizeHtml from 'sanitize-html'

/** Set inside a line of text. */
export const inlineTags = new Set(
  (
    'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small strong sub sup time u ' +
    'var wbr'
  ).split(' '),
)

/** Stand on their own. */
export const blockTags = new Set(
  (
    'blockquote caption col colgroup dd details dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
)

const attributes: Record<string, string[]> = {
  '*': ['lang', 'dir'],
  a: ['href', 'title'],
  abbr: ['title'],
  col: ['span'],
  colgroup: ['span'],
  img: ['src', 'alt', 'title', 'width', 'height'],
  li: ['value'],
  ol: ['start', 'type', 'reversed'],
  td: ['colspan', 'rowspan', 'headers'],
  th: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'],
  time: ['datetime'],
}

export function allowedAttributes(tag: string): string[] {
  return [...(attributes['*'] ?? []), ...(attributes[tag] ?? [])]
}

/** The last word on what HTML leaves this folder, whatever was done before. */
export function onlyAllowedHtml(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [...inlineTags, ...blockTags],
    allowedAttributes: attributes,
    allowedSchemes: ['http', 'https', 'mailto', 'tel', 'stoa-file', 'stoa-node'],
    allowedSchemesByTag: { img: ['http', 'https', 'stoa-file'] },
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
  })
}
