import { blockTags, inlineTags } from '../../../../platform/html/sanitize.ts'
import { element, isElement, type MarkupElement, type MarkupNode } from './markup.ts'

/** A box without meaning of its own (div, section, …): its content joins the flow around it. */
export const boxName = '#box'
/** A picture-sized thing that becomes a block beside the text: see `Media`. */
export const mediaName = '#media'

const linesOnly = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary', 'caption', 'dt', 'pre'])
const listLike = new Set(['ul', 'ol'])
const tableLike = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'colgroup', 'dl'])

/** Turns a media element standing where no block can stand (in a list item, a cell) into a link. */
type MediaAsLink = (media: MarkupElement) => MarkupNode

/** Whatever stands loose in boxes as a clean sequence of paragraphs, headings, lists, tables and media. */
export function flow(nodes: MarkupNode[], asLink: MediaAsLink): MarkupElement[] {
  const out: MarkupElement[] = []
  let run: MarkupNode[] = []
  const endRun = () => {
    if (hasContent(run)) out.push(element('p', {}, run))
    run = []
  }
  for (const node of nodes) {
    if (!isElement(node) || (inlineTags.has(node.name) && !holdsBlock(node))) {
      run.push(node)
    } else if (node.name === 'a') {
      run.push(element('a', node.attrs, lines(node.children, asLink)))
    } else {
      endRun()
      out.push(...standing(node, asLink))
    }
  }
  endRun()
  return out
}

function standing(node: MarkupElement, asLink: MediaAsLink): MarkupElement[] {
  if (node.name === mediaName || node.name === 'hr') return [node]
  if (node.name === 'p') {
    if (holdsBlock(node)) return flow(node.children, asLink)
    return hasContent(node.children) ? [node] : []
  }
  if (!blockTags.has(node.name)) return flow(node.children, asLink)
  if (node.name === 'figure' && holdsMedia(node)) return flow(node.children, asLink)
  const kept = inside(node, asLink)
  return hasContent([kept]) ? [kept] : []
}

/** A list, table, quote … with its inside put in order. */
function inside(node: MarkupElement, asLink: MediaAsLink): MarkupElement {
  if (linesOnly.has(node.name)) return element(node.name, node.attrs, lines(node.children, asLink))
  if (listLike.has(node.name)) {
    const items = node.children
      .filter((child) => hasContent([child]))
      .map((child) =>
        isElement(child) && child.name === 'li'
          ? inside(child, asLink)
          : inside(element('li', {}, [child]), asLink),
      )
    return element(node.name, node.attrs, items)
  }
  if (tableLike.has(node.name)) {
    return element(node.name, node.attrs, rows(node.children, asLink))
  }
  const holdsMore = node.children.some(
    (child) => isElement(child) && (!inlineTags.has(child.name) || holdsBlock(child)),
  )
  if (!holdsMore) return node
  const children = flow(node.children, asLink).map((child) =>
    child.name === mediaName ? element('p', {}, [asLink(child)]) : child,
  )
  // A figure's picture needs no paragraph around it.
  const unwrapped = children.flatMap((child) => (child.name === 'p' ? child.children : [child]))
  return element(node.name, node.attrs, node.name === 'figure' ? unwrapped : children)
}

function rows(nodes: MarkupNode[], asLink: MediaAsLink): MarkupNode[] {
  return nodes.flatMap((child): MarkupNode[] => {
    if (!isElement(child)) return child.trim() === '' ? [] : [child]
    if (child.name === mediaName) return [asLink(child)]
    return child.name === boxName ? rows(child.children, asLink) : [inside(child, asLink)]
  })
}

/** Only what may stand inside a line of text. */
function lines(nodes: MarkupNode[], asLink: MediaAsLink): MarkupNode[] {
  return nodes.flatMap((node): MarkupNode[] => {
    if (!isElement(node)) return [node]
    if (node.name === mediaName) return [asLink(node)]
    if (node.name === 'math') return [node]
    if (inlineTags.has(node.name)) return [element(node.name, node.attrs, lines(node.children, asLink))]
    return [' ', ...lines(node.children, asLink), ' ']
  })
}

function holdsBlock(node: MarkupElement): boolean {
  if (node.name === 'math') return false
  return node.children.some((child) => isElement(child) && (!inlineTags.has(child.name) || holdsBlock(child)))
}

function holdsMedia(node: MarkupElement): boolean {
  return node.children.some((child) => isElement(child) && (child.name === mediaName || holdsMedia(child)))
}

/** Something to read or to look at. */
export function hasContent(nodes: MarkupNode[]): boolean {
  return nodes.some((node) =>
    isElement(node)
      ? node.name === 'img' || node.name === mediaName || node.name === 'hr' || hasContent(node.children)
      : /[^\s\u00a0\u200b]/.test(node),
  )
}
