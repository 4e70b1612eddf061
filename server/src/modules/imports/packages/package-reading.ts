import { createHash } from 'node:crypto'
import mime from 'mime-types'
import { formulaScope, hasFormulaMarks, renderFormulas } from '../../../platform/html/formulas.ts'
import type { StoredFile } from './archive/intake.ts'
import { readStored } from './archive/package-folder.ts'
import type { PackageFile, ReportLine, ReportOutcome } from './course-package.ts'
import type { PackageLimits } from './limits.ts'
import {
  type CleanedFragment,
  type CleanedPage,
  cleanBody,
  cleanLine,
  cleanPage,
} from './markup/clean-html.ts'
import type { LinkResolver } from './markup/links.ts'
import type { MarkupElement } from './markup/markup.ts'
import { parseXml, XmlUnreadable } from './markup/xml.ts'
import type { ReportCode } from './messages.ts'
import { packageFile } from './package-files.ts'
import { PackageRefused } from './package-refused.ts'
import { decodeText } from './text-decoding.ts'

/** How far reading has come: nodes of the outline filled. `total` is 0 while unpacking. */
export type ReadProgress = { stage: 'unpack' | 'read'; done: number; total: number }

/** An item of the source as report lines name it. */
export type SourceItem = { kind: string; id: string; title: string | null; node: string | null }

type ReportDetails = { params?: Record<string, string | number> }

const longestName = 1000
/** Dead links told of one item. */
const mostMissing = 200
/** Formulas that cannot be read told of one text. */
const mostBroken = 20
/** TeX looked at in one package. */
const mostTex = { charactersLeft: 1_500_000, formulasLeft: 100_000 }

/**
 * The reading of one package: its files below the course's own root, what was used of them, and the report
 * as it grows. Paths are relative to that root.
 */
export class PackageReading {
  readonly report: ReportLine[] = []
  readonly limits: PackageLimits
  readonly #files: Map<string, StoredFile>
  readonly #signal: AbortSignal | undefined
  readonly #onProgress: ((progress: ReadProgress) => void) | undefined
  readonly #byLooseName = new Map<string, string[]>()
  readonly #byFileName = new Map<string, string[]>()
  readonly #used = new Set<string>()
  readonly #read = new Set<string>()
  readonly #made = new Map<string, PackageFile>()
  readonly #missing = new Set<string>()
  #items = 0
  #textBytes = 0
  #nodes = { done: 0, total: 0 }
  #formulas = { ...formulaScope(), ...mostTex }
  /** Texts with TeX of the node being filled. */
  #withTex: { html: string; item: SourceItem }[] = []

  constructor(
    files: Map<string, StoredFile>,
    limits: PackageLimits,
    signal?: AbortSignal,
    onProgress?: (progress: ReadProgress) => void,
  ) {
    this.#files = files
    this.limits = limits
    this.#signal = signal
    this.#onProgress = onProgress
    for (const path of files.keys()) {
      addTo(this.#byLooseName, loose(path), path)
      addTo(this.#byFileName, loose(path.split('/').at(-1) ?? path), path)
    }
    this.#reportNamesDifferingByCase()
  }

  get paths(): string[] {
    return [...this.#files.keys()]
  }

  has(path: string): boolean {
    return this.#files.has(path)
  }

  /** Counts one course item, and stops here when the caller gave up. */
  countItem(): void {
    this.#signal?.throwIfAborted()
    this.#count(1)
  }

  /** The outline is known: so many nodes are to be filled. */
  expectNodes(total: number): void {
    this.#nodes = { done: 0, total }
    this.#onProgress?.({ stage: 'read', ...this.#nodes })
  }

  /** Before each node: lets others run, tells the listener, hears the caller's wish to stop. */
  async beginNode(): Promise<void> {
    await this.pause()
    this.checkFormulas()
    this.#nodes.done += 1
    this.#onProgress?.({ stage: 'read', ...this.#nodes })
  }

  /** Lets others run and hears the caller's wish to stop. */
  async pause(): Promise<void> {
    await new Promise(setImmediate)
    this.#signal?.throwIfAborted()
  }

  /** The file meant by a path that may be written in another case, or with `_` for blanks. */
  findFile(path: string): string | null {
    const normal = normalizePath(path)
    if (normal === null) return null
    if (this.#files.has(normal) || this.#made.has(normal)) return normal
    const [only, ...others] = this.#byLooseName.get(loose(normal)) ?? []
    return only !== undefined && others.length === 0 ? only : null
  }

  /** The only file of that name, in whatever folder. */
  findByFileName(name: string): string | null {
    const [only, ...others] = this.#byFileName.get(loose(name)) ?? []
    return only !== undefined && others.length === 0 ? only : null
  }

  /** Marks a file as part of the course. */
  use(path: string): string {
    this.#used.add(path)
    return path
  }

  isUsed(path: string): boolean {
    return this.#used.has(path)
  }

  /** Marks a file as read for what it says, so that it need not be kept as a file. */
  markRead(path: string): void {
    this.#read.add(path)
  }

  wasRead(path: string): boolean {
    return this.#read.has(path)
  }

  /** A text file's content; null when it is not there or too large to be read at once. */
  async readText(path: string): Promise<string | null> {
    this.#signal?.throwIfAborted()
    const file = this.#files.get(path)
    if (file === undefined) return null
    const first = !this.#read.has(path)
    this.#read.add(path)
    const item: SourceItem = { kind: 'file', id: path, title: null, node: null }
    if (file.size > this.limits.textBytes) {
      this.note(item, 'dropped', 'text.too_large', { params: { path, limit: this.limits.textBytes } })
      return null
    }
    this.#textBytes += file.size
    if (this.#textBytes > this.limits.totalTextBytes) {
      throw new PackageRefused('package.too_much_text', { limit: this.limits.totalTextBytes })
    }
    const { text, repaired } = decodeText(await readStored(file))
    if (repaired !== null && first) {
      this.note(item, 'converted', 'text.encoding_repaired', { params: { path, ...repaired } })
    }
    return text
  }

  /** An XML file's root element; null when it is missing or unreadable (the report says so). */
  async readXml(path: string): Promise<MarkupElement | null> {
    const first = !this.#read.has(path)
    const text = await this.readText(path)
    if (text === null) return null
    const item: SourceItem = { kind: 'file', id: path, title: null, node: null }
    try {
      const { root, repaired, doctype } = parseXml(text, this.limits.markupDepth)
      if (repaired && first) this.note(item, 'converted', 'xml.repaired', { params: { path } })
      if (doctype && first) this.note(item, 'converted', 'xml.doctype_ignored', { params: { path } })
      return root
    } catch (error) {
      if (!(error instanceof XmlUnreadable)) throw error
      const code = error.reason === 'too_deep' ? 'xml.too_deep' : 'xml.unreadable'
      this.note(item, 'dropped', code, { params: { path } })
      return null
    }
  }

  /** Adds a file made while reading, such as captions in another format. Returns its path. */
  addFile(path: string, mediaType: string, content: Buffer): string {
    const kept = packageFile({
      path,
      mediaType,
      size: content.length,
      active: false,
      lies: { bytes: content },
    })
    this.#made.set(path, kept)
    return path
  }

  note(item: SourceItem, outcome: ReportOutcome, code: ReportCode, details: ReportDetails = {}): void {
    this.report.push({
      sourceKind: short(item.kind),
      sourceId: short(item.id),
      title: item.title === null ? null : short(item.title),
      outcome,
      code,
      params: Object.fromEntries(
        Object.entries(details.params ?? {}).map(([name, value]) => [
          name,
          typeof value === 'string' ? short(value) : value,
        ]),
      ),
      nodeSourceId: item.node,
    })
  }

  /** Sanitizes a page of an item into blocks; dead links go into the report. */
  cleanPage(html: string, resolve: LinkResolver, item: SourceItem): CleanedPage {
    const page = cleanPage(html, { resolve, keepPicture: this.#keepPicture })
    this.#noteMissing(page.missing, item)
    for (const block of page.blocks) if (block.type === 'text') this.#keepForFormulas(block.html, item)
    this.#count(page.blocks.length)
    return page
  }

  /** Sanitizes HTML of an item into one string of paragraphs; dead links go into the report. */
  cleanBody(html: string, resolve: LinkResolver, item: SourceItem): CleanedFragment {
    const body = cleanBody(html, { resolve, keepPicture: this.#keepPicture })
    this.#noteMissing(body.missing, item)
    this.#keepForFormulas(body.html, item)
    return body
  }

  /** As `cleanBody`, for what stands in a line: answers, hints, labels. */
  cleanLine(html: string, resolve: LinkResolver, item: SourceItem): CleanedFragment {
    const line = cleanLine(html, { resolve, keepPicture: this.#keepPicture })
    this.#noteMissing(line.missing, item)
    this.#keepForFormulas(line.html, item)
    return line
  }

  /** Tells of TeX that cannot be read on the node just filled. What a formula defines holds for its whole page. */
  checkFormulas(): void {
    const texts = this.#withTex
    this.#withTex = []
    this.#formulas.commands = formulaScope().commands
    if (texts.some(({ html }) => /\\(?:[gx]?def|newcommand|DeclareMathOperator)\b/.test(html)))
      for (const { html } of texts) renderFormulas(html, this.#formulas)
    for (const { html, item } of texts) {
      const { broken } = renderFormulas(html, this.#formulas)
      if (this.#formulas.charactersLeft <= 0 || this.#formulas.formulasLeft <= 0) return
      for (const tex of [...new Set(broken)].slice(0, mostBroken)) {
        this.note({ ...item, kind: 'formula' }, 'converted', 'tex.unreadable', {
          params: { tex: tex.replace(/\s+/g, ' ').slice(0, 200) },
        })
      }
    }
  }

  /** The files that go with the course: all that pages use, all that was made, and all others `keepUnused` wants. */
  courseFiles(keepUnused: (path: string) => boolean): PackageFile[] {
    const kept = this.paths.filter(
      (path) => this.#used.has(path) || (!this.#read.has(path) && keepUnused(path)),
    )
    return [...kept.map((path) => this.#packageFile(path)), ...this.#made.values()]
  }

  #packageFile(path: string): PackageFile {
    const file = this.#files.get(path)
    if (file === undefined) throw new Error(`No such file in the package: ${path}`)
    const mediaType = mime.lookup(path) || 'application/octet-stream'
    return packageFile({ path, mediaType, size: file.size, active: isActive(mediaType), lies: { at: file } })
  }

  readonly #keepPicture = (mediaType: string, content: Buffer): string | null => {
    if (content.length === 0 || content.length > this.limits.textBytes) return null
    const name = createHash('sha256').update(content).digest('hex').slice(0, 24)
    return this.addFile(`generated/pictures/${name}.${mime.extension(mediaType)}`, mediaType, content)
  }

  #noteMissing(missing: string[], item: SourceItem): void {
    for (const target of missing.slice(0, mostMissing)) {
      const key = `${item.id} ${target}`
      if (this.#missing.has(key)) continue
      this.#missing.add(key)
      this.note({ ...item, kind: 'link' }, 'dropped', 'link.target_missing', { params: { target } })
    }
  }

  #keepForFormulas(html: string, item: SourceItem): void {
    if (hasFormulaMarks(html)) this.#withTex.push({ html, item })
  }

  #count(more: number): void {
    this.#items += more
    if (this.#items > this.limits.items) {
      throw new PackageRefused('package.too_many_items', { limit: this.limits.items })
    }
  }

  #reportNamesDifferingByCase(): void {
    const seen = new Map<string, string>()
    for (const path of this.#files.keys()) {
      const other = seen.get(path.toLowerCase())
      if (other === undefined) {
        seen.set(path.toLowerCase(), path)
        continue
      }
      const item: SourceItem = { kind: 'file', id: path, title: null, node: null }
      this.note(item, 'imported', 'file.names_differ_by_case', { params: { path, other } })
    }
  }
}

/** `a/./b/../c` as `a/c`; null when it leads out of the package. */
export function normalizePath(path: string): string | null {
  const parts: string[] = []
  for (const part of path.normalize('NFC').replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts.join('/')
}

/** A link's path as a file path: without query and fragment, unescaped. Never throws. */
export function pathOfLink(link: string): string {
  const bare = link.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}

const activeTypes = /html|xml|svg|javascript|ecmascript|css|x-shockwave|wasm/

function isActive(mediaType: string): boolean {
  return activeTypes.test(mediaType) && !mediaType.includes('openxmlformats')
}

function loose(path: string): string {
  return path.toLowerCase().replace(/[\s+]/g, '_')
}

function addTo(index: Map<string, string[]>, key: string, path: string): void {
  const paths = index.get(key)
  if (paths === undefined) index.set(key, [path])
  else paths.push(path)
}

/** Cut to what a report needs, not through the middle of a character. */
function short(text: string): string {
  return text.slice(0, longestName).toWellFormed()
}

/** ISO 8601 in UTC, or null. Accepts what course formats write, including a value in JSON quotes. */
export function isoDate(value: string | null | undefined): string | null {
  const bare = (value ?? '').trim().replace(/^"|"$/g, '')
  if (!/^\d{4}-\d{2}-\d{2}/.test(bare)) return null
  const zoned = /T\d{2}:\d{2}/.test(bare) && !/(Z|[+-]\d{2}:?\d{2})$/.test(bare) ? `${bare}Z` : bare
  const time = Date.parse(zoned)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
