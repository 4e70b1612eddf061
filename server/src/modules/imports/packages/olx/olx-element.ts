import { isElement, type MarkupElement } from '../markup/markup.ts'
import type { PackageReading } from '../package-reading.ts'

/** One XBlock of the export: a container or a component. */
export type OlxElement = {
  tag: string
  /** Unique in the course; what nodes are called. */
  id: string
  urlName: string | null
  /** Attributes of the tag that points here, of the file it points to, and of the policy; the last wins. */
  attrs: Record<string, string>
  xml: MarkupElement
  children: OlxElement[]
  /** The file it was written in; null when inline. */
  file: string | null
}

export type Policy = Record<string, Record<string, unknown>>

/** Course outline levels. */
export const outlineTags = new Set([
  'course',
  'chapter',
  'sequential',
  'vertical',
  'videosequence',
  'unit',
  'subsection',
  'section',
])

/** Containers whose children stand on the page around them. */
export const wrapperTags = new Set(
  'wrapper split_test randomize conditional library_content itembank problemset problem_set'.split(' '),
)

/** Notes in the course structure that are no content. */
const structureTags = new Set(['wiki', 'textbook', 'html-textbook', 'pdf-textbook', 'source-library', 'show'])

/**
 * Loads the tree below a tag: follows `url_name` to `<tag>/<url_name>.xml` (the export format described in
 * "Open edX Learning XML"), takes inline forms as they are, and stops at cycles.
 */
export class OlxLoader {
  readonly #reading: PackageReading
  readonly #policy: Policy
  readonly #ids = new Set<string>()
  readonly #numbers = new Map<string, number>()
  readonly #open: string[] = []
  /** Every name an item can be linked by, with the element it means. */
  readonly byName = new Map<string, OlxElement>()

  constructor(reading: PackageReading, policy: Policy) {
    this.#reading = reading
    this.#policy = policy
  }

  /** Null when what the tag points to is missing, unreadable or goes in circles; the report says which. */
  async load(pointer: MarkupElement, depth = 0): Promise<OlxElement | null> {
    this.#reading.countItem()
    const { name: tag } = pointer
    const urlName = pointer.attrs.url_name ?? pointer.attrs.slug ?? null
    const title = pointer.attrs.display_name ?? null
    const item = { kind: tag, id: urlName ?? tag, title, node: null }
    const file = urlName === null ? null : this.#fileOf(tag, urlName)
    const isPointer = file !== null && !hasOwnContent(pointer)
    if (urlName !== null && !hasOwnContent(pointer) && file === null && isBare(pointer)) {
      this.#reading.note(item, 'dropped', 'olx.target_missing', { params: { path: `${tag}/${urlName}.xml` } })
      return null
    }
    if (isPointer && (this.#open.includes(file) || depth > 40)) {
      this.#reading.note(item, 'dropped', 'olx.cycle', { params: { path: file } })
      return null
    }
    let xml = pointer
    if (isPointer) {
      const root = await this.#reading.readXml(file)
      if (root === null) {
        this.#reading.note(item, 'dropped', 'olx.target_unreadable', { params: { path: file } })
        return null
      }
      xml = root
      this.#open.push(file)
    }
    const loaded = this.#element(tag, urlName, pointer, xml, isPointer ? file : null)
    if (outlineTags.has(tag) || wrapperTags.has(tag)) {
      for (const child of xml.children) {
        if (!isElement(child) || child.name.startsWith('#')) continue
        if (structureTags.has(child.name)) {
          this.#noteStructure(child)
          continue
        }
        const found = await this.load(child, depth + 1)
        if (found !== null) loaded.children.push(found)
      }
    }
    if (isPointer) this.#open.pop()
    return loaded
  }

  #noteStructure(tag: MarkupElement): void {
    const id = tag.attrs.slug ?? tag.attrs.url_name ?? tag.attrs.title ?? tag.name
    const item = { kind: tag.name, id, title: tag.attrs.title ?? null, node: null }
    if (tag.name === 'wiki') this.#reading.note(item, 'dropped', 'olx.tab')
    else if (tag.name.endsWith('textbook')) this.#reading.note(item, 'dropped', 'olx.textbook')
  }

  #element(
    tag: string,
    urlName: string | null,
    pointer: MarkupElement,
    xml: MarkupElement,
    file: string | null,
  ) {
    const policy = this.#policy[`${tag}/${urlName}`] ?? {}
    const policyAttrs = Object.entries(policy).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ])
    const attrs = {
      ...pointer.attrs,
      ...xml.attrs,
      ...(Object.fromEntries(policyAttrs) as Record<string, string>),
    }
    const loaded: OlxElement = {
      tag,
      id: this.#freshId(tag, urlName),
      urlName,
      attrs,
      xml,
      children: [],
      file,
    }
    for (const name of [loaded.id, urlName, `${tag}/${urlName}`]) {
      if (name !== null && !this.byName.has(name)) this.byName.set(name, loaded)
    }
    return loaded
  }

  #freshId(tag: string, urlName: string | null): string {
    const wanted = urlName ?? `${tag}-${this.#next(tag)}`
    let id = wanted
    if (this.#ids.has(id)) id = `${tag}/${wanted}`
    while (this.#ids.has(id)) id = `${tag}/${wanted}-${this.#next(`${tag}/${wanted}`)}`
    this.#ids.add(id)
    return id
  }

  #next(key: string): number {
    const number = (this.#numbers.get(key) ?? 0) + 1
    this.#numbers.set(key, number)
    return number
  }

  #fileOf(tag: string, urlName: string): string | null {
    // Old courses put folders into names: `week1:intro` is `week1/intro.xml`.
    for (const name of [urlName, urlName.replaceAll(':', '/')]) {
      const file = this.#reading.findFile(`${tag}/${name}.xml`)
      if (file !== null) return file
    }
    return null
  }
}

function hasOwnContent(xml: MarkupElement): boolean {
  return xml.children.some((child) => isElement(child) || child.trim() !== '')
}

/** Nothing but the name and where it belongs: the rest must be in a file. */
function isBare(xml: MarkupElement): boolean {
  return (
    Object.keys(xml.attrs).every((key) =>
      ['url_name', 'slug', 'org', 'course', 'display_name', 'format', 'graded'].includes(key),
    ) &&
    ['chapter', 'sequential', 'vertical', 'course', 'problem', 'html', 'video'].includes(xml.name) &&
    xml.attrs.filename === undefined
  )
}
