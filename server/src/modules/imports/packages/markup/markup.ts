/** A tree of tags, from XML or HTML. Tag names carry no namespace prefix; attribute names are as written. */
export type MarkupElement = { name: string; attrs: Record<string, string>; children: MarkupNode[] }
export type MarkupNode = MarkupElement | string

/** The name under which a CDATA section stands in the tree; its children are its raw text. */
export const cdataName = '#cdata'

const voidElements = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])

export function element(
  name: string,
  attrs: Record<string, string> = {},
  children: MarkupNode[] = [],
): MarkupElement {
  return { name, attrs, children }
}

/** Adds text, to the text before it where there is some: parsers give it in pieces. */
export function appendText(parent: MarkupElement, text: string): void {
  const last = parent.children.length - 1
  const before = parent.children[last]
  if (typeof before === 'string') parent.children[last] = before + text
  else parent.children.push(text)
}

export function isElement(node: MarkupNode | undefined): node is MarkupElement {
  return node !== undefined && typeof node !== 'string'
}

export function childElements(parent: MarkupElement, name?: string): MarkupElement[] {
  return parent.children.filter(
    (node): node is MarkupElement =>
      isElement(node) && node.name !== cdataName && (name === undefined || node.name === name),
  )
}

export function childElement(parent: MarkupElement | undefined, name: string): MarkupElement | undefined {
  return parent === undefined ? undefined : childElements(parent, name)[0]
}

/** The first element reached by following child names. */
export function elementAt(parent: MarkupElement, ...names: string[]): MarkupElement | undefined {
  let found: MarkupElement | undefined = parent
  for (const name of names) found = childElement(found, name)
  return found
}

/** All elements below, in document order. */
export function* descendants(parent: MarkupElement): Generator<MarkupElement> {
  for (const child of parent.children) {
    if (!isElement(child) || child.name === cdataName) continue
    yield child
    yield* descendants(child)
  }
}

export function findAll(parent: MarkupElement, name: string): MarkupElement[] {
  return descendants(parent)
    .filter((found) => found.name === name)
    .toArray()
}

export function find(parent: MarkupElement, name: string): MarkupElement | undefined {
  return descendants(parent).find((found) => found.name === name)
}

export function textOf(node: MarkupNode | undefined): string {
  if (node === undefined) return ''
  if (typeof node === 'string') return node
  return node.children.map(textOf).join('')
}

/** Text with runs of blanks made one. */
export function lineOf(node: MarkupNode | undefined): string {
  return textOf(node).replace(/\s+/g, ' ').trim()
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;')
}

/** The tree as HTML. CDATA comes out raw, as it holds HTML wherever course formats use it. */
export function serialize(node: MarkupNode): string {
  if (typeof node === 'string') return escapeText(node)
  if (node.name === cdataName) return textOf(node)
  const attrs = Object.entries(node.attrs).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
  const open = `<${node.name}${attrs.join('')}>`
  return voidElements.has(node.name) ? open : `${open}${innerHtml(node)}</${node.name}>`
}

export function innerHtml(parent: MarkupElement): string {
  return parent.children.map(serialize).join('')
}

/** A copy without the elements of some names, on any level. */
export function without(parent: MarkupElement, names: string[]): MarkupElement {
  return {
    ...parent,
    children: parent.children
      .filter((child) => !isElement(child) || !names.includes(child.name))
      .map((child) => (isElement(child) && child.name !== cdataName ? without(child, names) : child)),
  }
}
