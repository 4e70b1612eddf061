import sanitize from 'sanitize-html'
import { mathAttributes, mathTags } from './mathml.ts'

/** Set inside a line of text. */
export const inlineTags = new Set(
  (
    'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark math q rp rt ruby s samp small strong sub sup time u ' +
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
  ...Object.fromEntries(mathTags.map((tag) => [tag, mathAttributes])),
}

/** Attributes a tag may keep. */
export function allowedAttributes(tag: string): string[] {
  return [...(attributes['*'] ?? []), ...(attributes[tag] ?? [])]
}

/**
 * What is kept of HTML that people or packages bring: text, structure, pictures, links, formulas as MathML; no style,
 * script, id or class but the language of a code sample. `stoa-file:<id>` and `stoa-node:<id>` are addresses inside Stoa.
 */
export function onlyAllowedHtml(html: string): string {
  if (isDeeper(html, deepest)) return wordsOf(html)
  // Within a formula stands nothing but formula: where MathML and HTML are mixed, browsers disagree on what is what.
  let formulas = 0
  return sanitize(html, {
    onOpenTag: (name) => {
      if (name === 'math') formulas += 1
    },
    onCloseTag: (name) => {
      if (name === 'math') formulas -= 1
    },
    exclusiveFilter: ({ tag }) => (formulas > 0 && !formulaTags.has(tag) ? 'excludeTag' : false),
    allowedTags: [...inlineTags, ...blockTags, ...mathTags],
    allowedAttributes: attributes,
    allowedClasses: { code: ['language-*'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel', 'stoa-file', 'stoa-node'],
    allowedSchemesByTag: { img: ['http', 'https', 'stoa-file'] },
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
  })
}

const formulaTags = new Set(mathTags)

/** Elements inside one another; nobody writes this deep. */
const deepest = 256
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Begin anew where they stand open: their end may be left out. */
const endless = new Set('dd dt li option p tbody td tfoot th thead tr'.split(' '))

/** Looks before anything is parsed: the time a parser takes grows with the square of the depth. */
export function isDeeper(html: string, most: number): boolean {
  const open: string[] = []
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    const name = tag.toLowerCase()
    if (slash) {
      const place = open.lastIndexOf(name)
      if (place !== -1) open.length = place
    } else if (!empty.has(name)) {
      if (endless.has(name) && open.at(-1) === name) open.pop()
      open.push(name)
    }
    if (open.length > most) return true
  }
  return false
}

/** The text between the tags, as HTML. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, '')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
