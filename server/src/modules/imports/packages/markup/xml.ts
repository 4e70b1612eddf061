import { Parser } from 'htmlparser2'
import { SaxesParser } from 'saxes'
import { appendText, cdataName, element, type MarkupElement } from './markup.ts'
import { namedEntities } from './named-entities.ts'

type ParsedXml = {
  root: MarkupElement
  /** The document is not well-formed XML; it was read as far as it made sense. */
  repaired: boolean
  /** A document type declaration was there and skipped: no entity of its own is ever expanded. */
  doctype: boolean
}

/** The text is no XML document, or nests deeper than we follow. */
export class XmlUnreadable extends Error {
  readonly reason: 'not_xml' | 'too_deep'

  constructor(reason: 'not_xml' | 'too_deep') {
    super(reason === 'too_deep' ? 'The XML nests too deeply' : 'This is not XML')
    this.name = 'XmlUnreadable'
    this.reason = reason
  }
}

/** Reads an XML document. Strictly first; what is not well-formed is read again leniently. Errors: XmlUnreadable. */
export function parseXml(text: string, maxDepth: number): ParsedXml {
  const clean = withoutForbiddenCharacters(text).trimStart()
  const doctype = /<!DOCTYPE/i.test(clean.slice(0, 100_000))
  const strict = parseStrictly(clean, maxDepth)
  if (strict !== null) return { root: strict, repaired: clean !== text.trimStart(), doctype }
  const lenient = parseLeniently(clean, maxDepth)
  if (lenient === null) throw new XmlUnreadable('not_xml')
  return { root: lenient, repaired: true, doctype }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids these
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function withoutForbiddenCharacters(text: string): string {
  return text.replace(forbidden, '')
}

/** Collects parser events into a tree, counting depth on the way down so that nothing recurses without bound. */
class TreeBuilder {
  root: MarkupElement | null = null
  readonly #open: MarkupElement[] = []
  readonly #maxDepth: number

  constructor(maxDepth: number) {
    this.#maxDepth = maxDepth
  }

  start(name: string, attrs: Record<string, string>): void {
    const started = element(localName(name), attrs)
    if (this.#open.length >= this.#maxDepth) throw new XmlUnreadable('too_deep')
    const parent = this.#open.at(-1)
    if (parent !== undefined) parent.children.push(started)
    else this.root ??= started
    this.#open.push(started)
  }

  end(): void {
    this.#open.pop()
  }

  text(text: string): void {
    const parent = this.#open.at(-1)
    if (parent !== undefined) appendText(parent, text)
  }

  cdata(text: string): void {
    this.#open.at(-1)?.children.push(element(cdataName, {}, [text]))
  }
}

function parseStrictly(text: string, maxDepth: number): MarkupElement | null {
  const parser = new SaxesParser()
  Object.assign(parser.ENTITIES, namedEntities)
  const tree = new TreeBuilder(maxDepth)
  let broken = false
  parser.on('error', (error) => {
    // An entity nobody defined stays in the text as written.
    if (!/undefined entity/.test(error.message)) broken = true
  })
  parser.on('opentag', (tag) => tree.start(tag.name, { ...tag.attributes }))
  parser.on('closetag', () => tree.end())
  parser.on('text', (content) => tree.text(content))
  parser.on('cdata', (content) => tree.cdata(content))
  for (let at = 0; at < text.length && !broken; at += 65_536) parser.write(text.slice(at, at + 65_536))
  if (!broken) parser.close()
  return broken ? null : tree.root
}

function parseLeniently(text: string, maxDepth: number): MarkupElement | null {
  const tree = new TreeBuilder(maxDepth)
  let inCdata = false
  const parser = new Parser(
    {
      onopentag: (name, attrs) => tree.start(name, { ...attrs }),
      onclosetag: () => tree.end(),
      ontext: (content) => (inCdata ? tree.cdata(content) : tree.text(content)),
      oncdatastart: () => {
        inCdata = true
      },
      oncdataend: () => {
        inCdata = false
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  return tree.root
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
