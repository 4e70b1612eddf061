import { SaxesParser, type SaxesTagNS } from 'saxes'

/** An element of a document that holds nothing but elements, attributes and text. */
export type XmlElement = {
  /** Without prefix. */
  name: string
  namespace: string
  /** Attributes without a namespace; SAML knows no others. */
  attributes: Record<string, string>
  /** Values of everything that could pass for an id, whatever its namespace and case. */
  ids: string[]
  children: XmlElement[]
  /** The text of its own, not that of its children. */
  text: string
}

/** Why a document is not read; a code for `identity.sso_response_refused` and `identity.sso_metadata_refused`. */
export class XmlRefused extends Error {
  readonly reason: 'too_large' | 'not_xml' | 'forbidden_markup' | 'too_deep'

  constructor(reason: XmlRefused['reason']) {
    super(`The XML was refused: ${reason}`)
    this.name = 'XmlRefused'
    this.reason = reason
  }
}

const deepest = 40
const mostElements = 20_000

/**
 * Reads XML of strangers: well-formed, in UTF-8, namespaces bound, and with no document type (so no entity is
 * ever declared), no processing instruction and no CDATA. Comments are refused unless they are allowed: inside a
 * signed value they make two readers see two values.
 * @throws XmlRefused
 */
export function readXml(text: string, options: { most: number; comments?: boolean }): XmlElement {
  if (Buffer.byteLength(text) > options.most) throw new XmlRefused('too_large')
  // Said in the raw text as well, for a reader that is more lenient than this one.
  if (/<!(?!--)|<\?(?!xml\s)/.test(text) || (!options.comments && text.includes('<!--')))
    throw new XmlRefused('forbidden_markup')
  const parser = new SaxesParser({ xmlns: true, position: false })
  const open: XmlElement[] = []
  let root: XmlElement | null = null
  let count = 0
  const forbid = () => {
    throw new XmlRefused('forbidden_markup')
  }
  parser.on('error', () => {
    throw new XmlRefused('not_xml')
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && encoding.toLowerCase() !== 'utf-8') throw new XmlRefused('not_xml')
  })
  parser.on('doctype', forbid)
  parser.on('processinginstruction', forbid)
  parser.on('cdata', forbid)
  parser.on('opentag', (tag) => {
    count += 1
    if (open.length >= deepest || count > mostElements) throw new XmlRefused('too_deep')
    const element = elementOf(tag as SaxesTagNS)
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (part) => {
    const parent = open.at(-1)
    if (parent) parent.text += part
  })
  try {
    parser.write(text).close()
  } catch (error) {
    throw error instanceof XmlRefused ? error : new XmlRefused('not_xml')
  }
  if (!root) throw new XmlRefused('not_xml')
  return root
}

const elementOf = (tag: SaxesTagNS): XmlElement => ({
  name: tag.local,
  namespace: tag.uri,
  attributes: Object.fromEntries(
    Object.values(tag.attributes)
      .filter((attribute) => attribute.uri === '')
      .map((attribute) => [attribute.local, attribute.value]),
  ),
  ids: Object.values(tag.attributes)
    .filter((attribute) => attribute.local.toLowerCase() === 'id')
    .map((attribute) => attribute.value),
  children: [],
  text: '',
})

/** The children of a name. */
export const childrenOf = (element: XmlElement, namespace: string, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name && child.namespace === namespace)

/** The only child of a name; null when there is none, or more than one. */
export function childOf(element: XmlElement, namespace: string, name: string): XmlElement | null {
  const found = childrenOf(element, namespace, name)
  return found.length === 1 ? found[0]! : null
}

/** Every element of the document, the root first. */
export function* everyElement(root: XmlElement): Generator<XmlElement> {
  const waiting = [root]
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    yield element
    waiting.push(...element.children)
  }
}

/** The text of a leaf; null when it has children, so that no text is put together from pieces. */
export const textOf = (element: XmlElement | null): string | null =>
  element && element.children.length === 0 ? element.text.trim() : null
