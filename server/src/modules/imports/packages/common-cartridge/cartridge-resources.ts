import type { PackageBlock, PackageQuiz } from '../course-package.ts'
import type { LinkResolver } from '../markup/links.ts'
import {
  childElement,
  childElements,
  elementAt,
  escapeAttribute,
  escapeText,
  find,
  findAll,
  lineOf,
  type MarkupElement,
  textOf,
} from '../markup/markup.ts'
import { fileBlock, videoBlock } from '../markup/media-blocks.ts'
import { playerUrl, videoSource } from '../markup/video-links.ts'
import { contentWords, type ReportCode } from '../messages.ts'
import type { PackageReading, SourceItem } from '../package-reading.ts'
import { readAssessment } from '../qti/qti-assessment.ts'
import { isUnpublished } from './canvas-modules.ts'
import { readCanvasQuiz } from './canvas-quiz.ts'
import { isHtmlPath } from './cartridge-files.ts'
import { type CartridgePlaces, cartridgeLinks } from './cartridge-links.ts'
import type { Resource } from './manifest.ts'
import { readPageHead, withoutTitle } from './page-head.ts'

/** What a resource puts on the node that shows it. */
type ResourceContent = {
  title: string | null
  hidden: boolean
  blocks: PackageBlock[]
  quiz: PackageQuiz | null
}

/** Reads resources of a cartridge, each by its type, and notes what became of them. */
export class ResourceReader {
  readonly #reading: PackageReading
  readonly #places: CartridgePlaces

  constructor(reading: PackageReading, places: CartridgePlaces) {
    this.#reading = reading
    this.#places = places
  }

  async read(resource: Resource, item: SourceItem): Promise<ResourceContent> {
    switch (resource.type) {
      case 'webcontent':
      case 'associated':
      case 'unknown':
        return this.#webContent(resource, item)
      case 'weblink':
        return this.#webLink(resource, item)
      case 'discussion':
        return this.#discussion(resource, item)
      case 'assessment':
      case 'question-bank':
        return this.#assessment(resource, item)
      case 'external-tool':
        return this.#externalTool(resource, item)
      case 'assignment':
        return this.#assignment(resource, item)
      case 'canvas-assignment':
        return this.#canvasAssignment(resource, item)
      case 'qti-2':
        return this.#lost(item, 'cc.qti_2')
    }
  }

  async #webContent(resource: Resource, item: SourceItem): Promise<ResourceContent> {
    const path = this.#mainFile(resource)
    if (path === null)
      return this.#lost(item, 'file.missing', { path: resource.href ?? resource.files[0] ?? '' })
    if (isHtmlPath(path)) return this.#page(path, item)
    const bank = /\.(qti|xml)$/i.test(path) ? await this.#reading.readXml(path) : null
    if (
      bank !== null &&
      find({ name: '', attrs: {}, children: [bank] }, 'item') !== undefined &&
      /questestinterop|objectbank|assessment/.test(bank.name)
    ) {
      return this.#questions(bank, resource, { ...item, kind: 'question-bank' }, path)
    }
    if (resource.type === 'unknown' && bank !== null)
      return this.#lost(item, 'cc.unknown_resource', { type: resource.statedType })
    this.#reading.use(path)
    this.#reading.note(item, 'imported', 'item.imported')
    return content([fileBlock(path, item.title ?? '')])
  }

  async #page(path: string, item: SourceItem): Promise<ResourceContent> {
    const html = await this.#reading.readText(path)
    if (html === null) return this.#lost(item, 'file.missing', { path })
    const { title, unpublished } = readPageHead(html)
    const body = withoutTitle(html, item.title ?? title)
    const { blocks, removed } = this.#reading.cleanPage(body, this.#links(path), item)
    if (blocks.length === 0 && removed.length > 0) {
      this.#reading.note(item, 'dropped', 'html.nothing_left', { params: { removed: removed.join(', ') } })
    } else if (blocks.length === 0) this.#reading.note(item, 'imported', 'html.empty')
    else if (removed.length > 0)
      this.#reading.note(item, 'converted', 'html.cleaned', { params: { removed: removed.join(', ') } })
    else this.#reading.note(item, 'imported', 'item.imported')
    return { ...content(blocks), title, hidden: unpublished }
  }

  async #webLink(resource: Resource, item: SourceItem): Promise<ResourceContent> {
    const link = await this.#xml(resource, 'webLink')
    const url = childElement(link ?? undefined, 'url')?.attrs.href?.trim() ?? ''
    const title = lineOf(childElement(link ?? undefined, 'title')) || item.title
    if (!/^https?:\/\//i.test(url)) return this.#lost(item, 'cc.link_unreadable', { url: url.slice(0, 300) })
    const video = videoSource(url)
    const player = playerUrl(url)
    const block: PackageBlock =
      video !== null
        ? videoBlock(video, title ?? '')
        : player !== null
          ? { type: 'embed', url: player, title: title ?? url }
          : { type: 'text', html: linkParagraph(url, title ?? url) }
    this.#reading.note(item, 'imported', 'item.imported')
    return { ...content([block]), title }
  }

  async #discussion(resource: Resource, item: SourceItem): Promise<ResourceContent> {
    const topic = await this.#xml(resource, 'topic')
    if (topic === null) return this.#lost(item, 'file.missing', { path: resource.files[0] ?? '' })
    const page = this.#reading.cleanPage(
      bodyHtml(childElement(topic, 'text')),
      this.#links(resource.files[0] ?? ''),
      item,
    )
    const blocks = [...page.blocks, ...this.#attachments(topic, resource, item)]
    const meta = await this.#dependencyXml(resource, 'topicMeta')
    this.#reading.note(item, blocks.length > 0 ? 'converted' : 'dropped', 'cc.discussion')
    return {
      title: lineOf(childElement(topic, 'title')) || null,
      hidden: isUnpublished(meta ?? undefined),
      blocks,
      quiz: null,
    }
  }

  async #externalTool(resource: Resource, item: SourceItem): Promise<ResourceContent> {
    const link = await this.#xml(resource, 'cartridge_basiclti_link')
    const url =
      ['secure_launch_url', 'launch_url']
        .map((name) => lineOf(childElement(link ?? undefined, name)))
        .find((text) => text !== '') ?? ''
    const title = lineOf(childElement(link ?? undefined, 'title')) || item.title
    const safe = /^https?:\/\//i.test(url)
    this.#reading.note(item, 'dropped', 'cc.external_tool', { params: { url: url.slice(0, 300) } })
    const description = this.#reading.cleanBody(
      escapeText(textOf(childElement(link ?? undefined, 'description'))),
      this.#links(''),
      item,
    ).html
    const html = `${description}${safe ? linkParagraph(url, title ?? url) : ''}`
    return { ...content(html === '' ? [] : [{ type: 'callout', tone: 'info', html }]), title }
  }

  async #assignment(resource: Resource, item: SourceItem): Promise<ResourceContent> {
    const assignment = await this.#xml(resource, 'assignment')
    if (assignment === null) return this.#lost(item, 'file.missing', { path: resource.files[0] ?? '' })
    const title = lineOf(childElement(assignment, 'title')) || item.title
    const canvas = elementAt(assignment, 'extensions', 'assignment')
    return this.#task(
      bodyHtml(childElement(assignment, 'text')),
      title,
      isUnpublished(canvas),
      this.#attachments(assignment, resource, item),
      resource,
      item,
    )
  }

  async #canvasAssignment(resource: Resource, item: SourceItem): Promise<ResourceContent> {
    const settingsPath = resource.files.find((path) => path.endsWith('assignment_settings.xml'))
    const settings = settingsPath === undefined ? null : await this.#reading.readXml(settingsPath)
    const path = [resource.href, ...resource.files].find((file) => file !== null && isHtmlPath(file)) ?? null
    const html = path === null ? null : await this.#reading.readText(path)
    const title = lineOf(childElement(settings ?? undefined, 'title')) || item.title
    if (html === null && settings === null) return this.#lost(item, 'file.missing', { path: path ?? '' })
    return this.#task(html ?? '', title, isUnpublished(settings ?? undefined), [], resource, item)
  }

  #task(
    html: string,
    title: string | null,
    hidden: boolean,
    more: PackageBlock[],
    resource: Resource,
    item: SourceItem,
  ): ResourceContent {
    const clean = this.#reading.cleanBody(html, this.#links(resource.files[0] ?? ''), item).html
    this.#reading.note(item, 'converted', 'cc.assignment')
    const task: PackageBlock = {
      type: 'exercise',
      title: title ?? contentWords.exercise,
      html: clean,
      hints: [],
      solutionHtml: null,
    }
    return {
      title,
      hidden,
      blocks: [...(clean === '' && more.length > 0 ? [] : [task]), ...more],
      quiz: null,
    }
  }

  async #assessment(resource: Resource, item: SourceItem): Promise<ResourceContent> {
    // Canvas exports its quizzes twice; the form of its own knows more kinds of questions.
    const near = [resource, ...resource.dependencies.flatMap((id) => this.#places.resources.get(id) ?? [])]
    const own = [
      `non_cc_assessments/${resource.id}.xml.qti`,
      ...near.flatMap(({ files }) => files.filter((path) => path.endsWith('.xml.qti'))),
    ]
    const stated = [resource.href ?? '', ...resource.files].filter(
      (path) => /\.(xml|qti)$/i.test(path) && !path.endsWith('assessment_meta.xml'),
    )
    for (const path of stated) this.#reading.markRead(path)
    for (const path of [...own, ...stated]) {
      if (!this.#reading.has(path)) continue
      const document = await this.#reading.readXml(path)
      if (document !== null) return this.#questions(document, resource, item, path)
    }
    return this.#lost(item, 'file.missing', { path: stated[0] ?? '' })
  }

  async #questions(
    document: MarkupElement,
    resource: Resource,
    item: SourceItem,
    path: string,
  ): Promise<ResourceContent> {
    const meta = await this.#dependencyXml(resource, 'quiz')
    const canvas = meta === null ? null : readCanvasQuiz(meta)
    const resolve = this.#links(path)
    const read = await readAssessment(document, item, this.#reading, resolve, (bank) => this.#bank(bank))
    const title = canvas?.title ?? read.title ?? item.title
    const description = this.#reading.cleanBody(canvas?.descriptionHtml ?? '', resolve, item).html
    const isBank = resource.type !== 'assessment'
    if (read.quiz === null && read.blocks.length === 0) {
      this.#reading.note(item, 'dropped', 'cc.assessment_empty')
    } else {
      this.#reading.note(
        item,
        isBank || read.quiz === null ? 'converted' : 'imported',
        isBank
          ? 'cc.question_bank'
          : read.quiz === null
            ? 'cc.assessment_without_questions'
            : 'item.imported',
      )
    }
    const intro: PackageBlock[] =
      description !== '' && read.quiz === null ? [{ type: 'text', html: description }] : []
    const quiz =
      read.quiz === null
        ? null
        : {
            ...read.quiz,
            ...canvas?.settings,
            title: title ?? read.quiz.title,
            introHtml: description || read.quiz.introHtml,
          }
    if (quiz !== null && isBank) quiz.required = false
    return { title, hidden: isBank || canvas?.hidden === true, blocks: [...intro, ...read.blocks], quiz }
  }

  async #bank(id: string): Promise<MarkupElement | null> {
    const resource = this.#places.resources.get(id)
    for (const path of [`non_cc_assessments/${id}.xml.qti`, ...(resource?.files ?? [])]) {
      const bank = this.#reading.has(path) ? await this.#reading.readXml(path) : null
      if (bank !== null) return bank
    }
    return null
  }

  #attachments(holder: MarkupElement, resource: Resource, item: SourceItem): PackageBlock[] {
    const resolve = this.#links(resource.files[0] ?? '')
    return childElements(holder, 'attachments')
      .flatMap((all) => findAll(all, 'attachment'))
      .flatMap((attachment): PackageBlock[] => {
        const href = attachment.attrs.href ?? ''
        const found = resolve(href)
        if (found?.kind === 'file') return [fileBlock(found.path, '')]
        this.#reading.note({ ...item, kind: 'link' }, 'dropped', 'link.target_missing', {
          params: { target: href.slice(0, 300) },
        })
        return []
      })
  }

  /** The XML of a resource: written into the manifest, or in the first of its files that has it. */
  async #xml(resource: Resource, name: string): Promise<MarkupElement | null> {
    if (resource.inline?.name === name) return resource.inline
    const paths = new Set([...(resource.href === null ? [] : [resource.href]), ...resource.files])
    for (const path of paths) {
      const root = path.endsWith('.xml') || paths.size === 1 ? await this.#reading.readXml(path) : null
      if (root?.name.toLowerCase() === name.toLowerCase()) return root
    }
    return null
  }

  async #dependencyXml(resource: Resource, name: string): Promise<MarkupElement | null> {
    for (const id of [resource.id, ...resource.dependencies]) {
      for (const path of this.#places.resources.get(id)?.files ?? []) {
        if (!path.endsWith('.xml') || path.endsWith('assessment_qti.xml')) continue
        const root = this.#reading.has(path) ? await this.#reading.readXml(path) : null
        if (root?.name === name) return root
      }
    }
    return null
  }

  #mainFile(resource: Resource): string | null {
    for (const path of [resource.href, ...resource.files]) {
      const found = path === null ? null : this.#reading.findFile(path)
      if (found !== null) return found
    }
    return null
  }

  #links(path: string): LinkResolver {
    return cartridgeLinks(this.#reading, this.#places, path.split('/').slice(0, -1).join('/'))
  }

  #lost(item: SourceItem, code: ReportCode, params: Record<string, string> = {}): ResourceContent {
    this.#reading.note(item, 'dropped', code, { params })
    return content([])
  }
}

function content(blocks: PackageBlock[]): ResourceContent {
  return { title: null, hidden: false, blocks, quiz: null }
}

/** `text` says whether it is HTML; plain text keeps its lines. */
function bodyHtml(text: MarkupElement | undefined): string {
  const body = textOf(text)
  return /html/i.test(text?.attrs.texttype ?? 'text/html') ? body : escapeText(body).replaceAll('\n', '<br>')
}

function linkParagraph(url: string, title: string): string {
  return `<p><a href="${escapeAttribute(url)}">${escapeText(title)}</a></p>`
}
