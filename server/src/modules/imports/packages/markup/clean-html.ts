import { mathTags } from '../../../../platform/html/mathml.ts'
import {
  allowedAttributes,
  blockTags,
  inlineTags,
  onlyAllowedHtml,
} from '../../../../platform/html/sanitize.ts'
import type { PackageBlock } from '../course-package.ts'
import { levelHeadings } from './heading-levels.ts'
import { boxName, flow, hasContent, mediaName } from './html-flow.ts'
import { parseHtml } from './html-tree.ts'
import { fileUrl, followLink, type LinkResolver, type Target } from './links.ts'
import {
  descendants,
  element,
  innerHtml,
  isElement,
  type MarkupElement,
  type MarkupNode,
  serialize,
  textOf,
} from './markup.ts'
import { addressOf, fileBlock, videoBlock } from './media-blocks.ts'
import { playerUrl, videoSource } from './video-links.ts'

/** What a page of HTML needs to know of the package around it. */
export type PageSurroundings = {
  resolve: LinkResolver
  /** Keeps a picture that was written into the page itself and says under which path; null to leave it out. */
  keepPicture(mediaType: string, bytes: Buffer): string | null
}

export type CleanedPage = {
  /** Text blocks with the videos, sounds and documents of the page between them, in order. */
  blocks: PackageBlock[]
  /** What the page could do and no longer does: 'script', 'form field', … */
  removed: string[]
  /** Addresses in the package that lead nowhere. */
  missing: string[]
}

export type CleanedFragment = { html: string; removed: string[]; missing: string[] }

/** Sanitizes a page into blocks. */
export function cleanPage(html: string, page: PageSurroundings): CleanedPage {
  const cleaner = new Cleaner(page)
  const blocks: PackageBlock[] = []
  let text: MarkupElement[] = []
  let length = 0
  const endText = () => {
    const clean = onlyAllowedHtml(text.map(serialize).join('\n'))
    if (clean.trim() !== '' && hasContent(text)) blocks.push({ type: 'text', html: clean })
    text = []
    length = 0
  }
  for (const part of cleaner.read(html)) {
    const media = cleaner.mediaOf(part)
    if (media === null) {
      text.push(part)
      length += serialize(part).length
      if (length > longestText) endText()
    } else {
      endText()
      blocks.push(media)
    }
  }
  endText()
  return { blocks, removed: [...cleaner.removed], missing: [...cleaner.missing] }
}

/** Sanitizes HTML into one string of paragraphs and the like; videos and such become links. */
export function cleanBody(html: string, page: PageSurroundings): CleanedFragment {
  const { parts, cleaner } = readParts(html, page)
  return fragment(parts.map(serialize).join('\n'), cleaner)
}

/** As `cleanBody`, but a lone paragraph loses its tag: for answers, hints and labels. */
export function cleanLine(html: string, page: PageSurroundings): CleanedFragment {
  const { parts, cleaner } = readParts(html, page)
  const [only] = parts
  const isLine = parts.length === 1 && only?.name === 'p'
  return fragment(isLine ? innerHtml(only) : parts.map(serialize).join('\n'), cleaner)
}

function readParts(html: string, page: PageSurroundings) {
  const cleaner = new Cleaner(page)
  const parts = cleaner
    .read(html)
    .map((part) => (cleaner.mediaOf(part) === null ? part : element('p', {}, [cleaner.asLink(part)])))
  return { parts, cleaner }
}

function fragment(content: string, cleaner: Cleaner): CleanedFragment {
  const html = onlyAllowedHtml(content).trim()
  return { html, removed: [...cleaner.removed], missing: [...cleaner.missing] }
}

/** Characters after which a text goes on in another block: the editor takes one as a whole. */
const longestText = 150_000

const vanishing = new Set(['style', 'link', 'meta', 'head', 'title', 'template', 'base', 'param', 'area'])
const renamed = new Map(
  Object.entries({
    tt: 'code',
    strike: 's',
    acronym: 'abbr',
    dir: 'ul',
    menu: 'ul',
    legend: 'p',
  }),
)
const fields = new Set([
  'input',
  'select',
  'textarea',
  'button',
  'datalist',
  'option',
  'optgroup',
  'output',
  'meter',
])
const boxes = new Set(
  (
    'html body div section article main header footer nav aside center form fieldset address noscript hgroup ' +
    'dialog search'
  ).split(' '),
)
const unwrapped = new Set(['span', 'font', 'big', 'label', 'picture', 'nobr', 'blink', 'map', 'slot', 'data'])
const pictureTypes = /^data:(image\/(?:png|jpeg|gif|webp));base64,([a-z0-9+/=\s]+)$/i

class Cleaner {
  readonly removed = new Set<string>()
  readonly missing = new Set<string>()
  readonly #page: PageSurroundings
  #preformatted = 0
  readonly #media = new Map<MarkupElement, PackageBlock>()

  constructor(page: PageSurroundings) {
    this.#page = page
  }

  read(html: string): MarkupElement[] {
    const { root, flattened } = parseHtml(html)
    if (flattened) this.removed.add('deep nesting')
    levelHeadings(root)
    return flow(this.#simplify(root.children), (media) => this.asLink(media))
  }

  mediaOf(node: MarkupElement): PackageBlock | null {
    return this.#media.get(node) ?? null
  }

  asLink(node: MarkupElement): MarkupElement {
    const media = this.#media.get(node)
    const [href, title] = media === undefined ? ['', ''] : addressOf(media)
    return element('a', { href }, [title === '' ? href : title])
  }

  #simplify(nodes: MarkupNode[]): MarkupNode[] {
    return nodes.flatMap((node) => (isElement(node) ? this.#element(node) : [this.#text(node)]))
  }

  #text(text: string): string {
    const marked = withMathMarks(text)
    return this.#preformatted > 0 ? marked : marked.replace(/[ \t\r\n]+/g, ' ')
  }

  #element(node: MarkupElement): MarkupNode[] {
    if (node.name !== 'pre') return this.#anyElement(node)
    this.#preformatted += 1
    const kept = this.#anyElement(node)
    this.#preformatted -= 1
    return kept
  }

  #anyElement(node: MarkupElement): MarkupNode[] {
    const name = renamed.get(node.name) ?? node.name
    if (Object.keys(node.attrs).some((attribute) => attribute.startsWith('on'))) this.removed.add('script')
    if (vanishing.has(name) || isIcon(node)) return []
    if (name === 'clarification') return [' (', ...this.#simplify(node.children), ')']
    if (name === 'script') return this.#script(node)
    if (name === 'math') return [formulaOf(node)]
    if (name === 'img' || name === 'image') return this.#image(node)
    if (name === 'a') return this.#link(node)
    if (['iframe', 'frame', 'embed', 'object', 'applet'].includes(name)) return this.#frame(node)
    if (name === 'video' || name === 'audio') return this.#player(node)
    if (fields.has(name)) return this.#leaveOut('form field')
    if (name === 'svg' || name === 'canvas') return this.#leaveOut(name)
    const children = this.#simplify(node.children)
    if (boxes.has(name)) return [element(boxName, {}, children)]
    if (inlineTags.has(name) || blockTags.has(name))
      return [element(name, attributesOf(node, name), children)]
    if (!unwrapped.has(name)) this.removed.add(`<${name.slice(0, 40)}>`)
    return children
  }

  #leaveOut(what: string): MarkupNode[] {
    this.removed.add(what)
    return []
  }

  #script(node: MarkupElement): MarkupNode[] {
    const type = node.attrs.type ?? ''
    if (!type.startsWith('math/tex')) return this.#leaveOut('script')
    const tex = textOf(node).trim()
    return [type.includes('display') ? `\\[${tex}\\]` : `\\(${tex}\\)`]
  }

  #image(node: MarkupElement): MarkupNode[] {
    const equation = node.attrs['data-equation-content']
    if (equation !== undefined) return [`\\(${equation}\\)`]
    const alt = node.attrs.alt ?? ''
    const src = node.attrs.src ?? ''
    const attrs = { ...attributesOf(node, 'img'), alt }
    const picture = pictureTypes.exec(src)
    if (picture !== null) {
      const path = this.#page.keepPicture(picture[1] ?? '', Buffer.from(picture[2] ?? '', 'base64'))
      return path === null ? [alt] : [element('img', { ...attrs, src: fileUrl(path) })]
    }
    const target = this.#follow(src)
    if (target.kind === 'file' || target.kind === 'outside')
      return [element('img', { ...attrs, src: target.url })]
    if (target.kind === 'node') this.missing.add(src.slice(0, 300))
    return alt === '' ? [] : [element('em', {}, [alt])]
  }

  #link(node: MarkupElement): MarkupNode[] {
    const children = this.#simplify(node.children)
    const target = this.#follow(node.attrs.href ?? '')
    if (!('url' in target)) return children
    const visible = hasContent(children) ? children : [node.attrs.title ?? '']
    return hasContent(visible)
      ? [element('a', { ...attributesOf(node, 'a'), href: target.url }, visible)]
      : []
  }

  #frame(node: MarkupElement): MarkupNode[] {
    const movie = node.children
      .filter(isElement)
      .find((child) => child.name === 'param' && child.attrs.name === 'movie')
    const src = node.attrs.src ?? node.attrs.data ?? movie?.attrs.value ?? ''
    const title = node.attrs.title ?? ''
    const target = this.#follow(src)
    if (target.kind === 'outside') {
      const video = videoSource(target.url)
      if (video !== null) return this.#addMedia(videoBlock(video, title))
      const player = playerUrl(target.url)
      if (player !== null)
        return this.#addMedia({ type: 'embed', url: player, title: title || hostOf(player) })
      this.removed.add('frame')
      return [element('p', {}, [element('a', { href: target.url }, [title || hostOf(target.url)])])]
    }
    if (target.kind === 'file') {
      this.removed.add('frame')
      return this.#addMedia(fileBlock(target.path, title))
    }
    this.removed.add('frame')
    const inner = this.#simplify(node.children)
    return hasContent(inner) ? inner : title === '' ? [] : [element('p', {}, [title])]
  }

  #player(node: MarkupElement): MarkupNode[] {
    const sources = [node.attrs.src, ...childrenNamed(node, 'source').map((source) => source.attrs.src)]
    const title = node.attrs.title ?? node.attrs['aria-label'] ?? ''
    for (const src of sources) {
      if (src === undefined) continue
      const target = this.#follow(src)
      if (target.kind === 'file') {
        if (node.name === 'audio') return this.#addMedia({ type: 'audio', file: target.path, title })
        const captions = childrenNamed(node, 'track').flatMap((track) => {
          const file = this.#follow(track.attrs.src ?? '')
          const language = track.attrs.srclang ?? 'en'
          return file.kind === 'file' && file.path.endsWith('.vtt') ? [{ language, file: file.path }] : []
        })
        return this.#addMedia({ ...videoBlock({ kind: 'file', file: target.path }, title), captions })
      }
      if (target.kind === 'outside') {
        const video = node.name === 'video' ? videoSource(target.url) : null
        if (video !== null) return this.#addMedia(videoBlock(video, title))
        return [element('p', {}, [element('a', { href: target.url }, [title || hostOf(target.url)])])]
      }
    }
    return this.#simplify(node.children)
  }

  #addMedia(block: PackageBlock): MarkupNode[] {
    const node = element(mediaName)
    this.#media.set(node, block)
    return [node]
  }

  #follow(raw: string): Target {
    const target = followLink(raw, this.#page.resolve)
    if (target.kind === 'missing') this.missing.add(target.wanted)
    if (target.kind === 'unsafe') this.removed.add(`${target.wanted} address`)
    return target
  }
}

function attributesOf(node: MarkupElement, name: string): Record<string, string> {
  const allowed = allowedAttributes(name)
  return Object.fromEntries(
    Object.entries(node.attrs).filter(([key]) => allowed.includes(key) && key !== 'href' && key !== 'src'),
  )
}

function childrenNamed(node: MarkupElement, name: string): MarkupElement[] {
  return node.children.filter((child): child is MarkupElement => isElement(child) && child.name === name)
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? url
}

/** Icon fonts write the name of the picture as text, which reads as nonsense without the font. */
function isIcon(node: MarkupElement): boolean {
  return /(^|\s)material-(symbols|icons)/.test(node.attrs.class ?? '')
}

/** MathML that carries its TeX becomes that, which can be edited; other MathML stays. */
function formulaOf(node: MarkupElement): MarkupNode {
  const tex = descendants(node).find(
    (child) => /^annotation$/i.test(child.name) && /tex/i.test(child.attrs.encoding ?? ''),
  )
  const source = textOf(tex).trim()
  if (source !== '') return node.attrs.display === 'block' ? `\\[${source}\\]` : `\\(${source}\\)`
  return element('math', attributesOf(node, 'math'), mathml(node.children))
}

const mathElements = new Set(mathTags)

function mathml(nodes: MarkupNode[]): MarkupNode[] {
  return nodes.flatMap((node): MarkupNode[] => {
    if (!isElement(node)) return [node]
    const name = node.name.replace(/^(m|mml):/, '')
    if (/^(annotation(-xml)?|style|script|desc|title)$/.test(name)) return []
    const children = mathml(node.children)
    if (!mathElements.has(name)) return children
    const kept = element(name, attributesOf(node, name))
    // HTML does not know that these end where they begin.
    if (/^(mspace|mprescripts|none)$/.test(name)) return [kept, ...children]
    return [{ ...kept, children }]
  })
}

/** Open edX writes TeX between marks of its own. */
function withMathMarks(text: string): string {
  return text
    .replaceAll('[mathjaxinline]', '\\(')
    .replaceAll('[/mathjaxinline]', '\\)')
    .replaceAll('[mathjax]', '\\[')
    .replaceAll('[/mathjax]', '\\]')
}
