import type {
  PackageBlock,
  PackageNode,
  PackageQuestion,
  PackageQuiz,
  ReadCourse,
} from '../course-package.ts'
import { asRecord } from '../json.ts'
import { parseHtml } from '../markup/html-tree.ts'
import type { LinkResolver } from '../markup/links.ts'
import { descendants, innerHtml, isElement, textOf } from '../markup/markup.ts'
import { contentWords } from '../messages.ts'
import { isoDate, type PackageReading, type SourceItem } from '../package-reading.ts'
import { PackageRefused } from '../package-refused.ts'
import { readOtherComponent } from './olx-components.ts'
import { type OlxElement, OlxLoader, type Policy } from './olx-element.ts'
import { type AssetNames, assetNames, findStatic, olxLinks } from './olx-links.ts'
import { readAbout, readExtraPages, readJsonFile, reportRemainingFiles } from './olx-metadata.ts'
import { type NodePlan, nodesOfElements, planOutline } from './olx-plan.ts'
import { readProblem } from './olx-problem.ts'
import { readVideo } from './olx-video.ts'

/** Reads an Open edX course export whose root file is `courseFile` (`course.xml` or `roots/<run>.xml`). */
export async function readOlxCourse(reading: PackageReading, courseFile: string): Promise<ReadCourse> {
  const pointer = await reading.readXml(courseFile)
  if (pointer === null) throw new PackageRefused('package.root_unreadable', { path: courseFile })
  if (pointer.name === 'library') throw new PackageRefused('package.olx_library')
  if (pointer.name !== 'course') throw new PackageRefused('package.root_unreadable', { path: courseFile })

  const run = pointer.attrs.url_name ?? ''
  const policy = await readPolicy(reading, run)
  const assets = assetNames(await readJsonFile(reading, 'policies/assets.json'))
  const loader = new OlxLoader(reading, policy)
  const course = await loader.load(pointer)
  if (course === null) throw new PackageRefused('package.root_unreadable', { path: `course/${run}.xml` })

  const plans = planOutline(course, reading)
  const nodeOf = nodesOfElements(plans)
  const resolve = olxLinks(reading, assets, (name) => {
    const target = loader.byName.get(name)
    return target === undefined ? null : (nodeOf.get(target) ?? null)
  })
  reading.expectNodes(new Set(nodeOf.values()).size)
  const page = new PageReader(reading, assets, resolve)
  const nodes: PackageNode[] = []
  for (const plan of plans) nodes.push(await page.node(plan))
  const extra = await readExtraPages(reading, resolve, policy[`course/${run}`] ?? {})
  if (extra !== null) nodes.push(extra)

  const about = await readAbout(reading, resolve)
  const cover = course.attrs.course_image ? findStatic(reading, assets, course.attrs.course_image) : null
  if (cover !== null) reading.use(cover)
  const title =
    course.attrs.display_name?.trim() || [pointer.attrs.org, pointer.attrs.course].filter(Boolean).join(' ')
  reading.note(
    { kind: 'course', id: course.id, title: title || null, node: null },
    'imported',
    'item.imported',
  )
  reportRemainingFiles(reading)
  return {
    kindVersion: 'olx',
    title: title || contentWords.course,
    language: course.attrs.language?.trim() || null,
    summary: about.summary,
    descriptionHtml: about.descriptionHtml,
    coverPath: cover,
    startsAt: isoDate(course.attrs.start),
    nodes,
  }
}

async function readPolicy(reading: PackageReading, run: string): Promise<Policy> {
  for (const path of [`policies/${run}/policy.json`, `policies/${run}.json`]) {
    const policy = asRecord(await readJsonFile(reading, path))
    if (Object.keys(policy).length > 0) {
      return Object.fromEntries(Object.entries(policy).map(([key, value]) => [key, asRecord(value)]))
    }
  }
  return {}
}

/** Fills planned nodes with what their elements show. */
class PageReader {
  readonly #reading: PackageReading
  readonly #assets: AssetNames
  readonly #resolve: LinkResolver

  constructor(reading: PackageReading, assets: AssetNames, resolve: LinkResolver) {
    this.#reading = reading
    this.#assets = assets
    this.#resolve = resolve
  }

  async node(plan: NodePlan): Promise<PackageNode> {
    await this.#reading.beginNode()
    const { element } = plan
    const { attrs } = element
    const node: PackageNode = {
      sourceId: element.id,
      kind: plan.kind,
      title: plan.title,
      releaseAt: isoDate(attrs.start),
      hidden: isTrue(attrs.visible_to_staff_only) || isTrue(attrs.hide_from_toc),
      blocks: [],
      quiz: null,
      children: [],
    }
    if (plan.page[0] !== element) this.#note(itemOf(element, node))
    if (isTrue(attrs.is_time_limited) || isTrue(attrs.is_proctored_enabled)) {
      this.#reading.note(itemOf(element, node), 'dropped', 'olx.timed_exam', {
        params: { minutes: attrs.default_time_limit_minutes ?? '' },
      })
    }
    this.#noteDueDate(element, node)
    const problems: { element: OlxElement; questions: PackageQuestion[]; shuffle: boolean }[] = []
    for (const component of plan.page) {
      if (component.tag !== 'problem') {
        node.blocks.push(...(await this.#component(component, node)))
        continue
      }
      const { questions, blocks, shuffle } = readProblem(
        component,
        itemOf(component, node),
        this.#reading,
        this.#resolve,
      )
      node.blocks.push(...blocks)
      if (questions.length > 0) problems.push({ element: component, questions, shuffle })
    }
    node.quiz = quizOf(problems, plan)
    for (const child of plan.children) node.children.push(await this.node(child))
    return node
  }

  #noteDueDate(element: OlxElement, node: PackageNode): void {
    const date = isoDate(element.attrs.due)
    if (date === null) return
    this.#reading.note(itemOf(element, node), 'dropped', 'olx.due_date', {
      params: { date: date.slice(0, 10) },
    })
  }

  #note(item: SourceItem): void {
    this.#reading.note(item, 'imported', 'item.imported')
  }

  async #component(component: OlxElement, node: PackageNode): Promise<PackageBlock[]> {
    const item = itemOf(component, node)
    if (component.tag === 'html') return this.#html(component, item)
    if (component.tag === 'video' || component.tag === 'videoalpha') {
      return readVideo(component, item, this.#reading, this.#assets, this.#resolve)
    }
    return readOtherComponent(component, item, this.#reading, this.#resolve)
  }

  async #html(component: OlxElement, item: SourceItem): Promise<PackageBlock[]> {
    const html = await this.#htmlText(component)
    if (html === null) {
      this.#reading.note(item, 'dropped', 'olx.target_missing', {
        params: { path: `html/${component.attrs.filename ?? component.urlName}.html` },
      })
      return []
    }
    const { blocks, removed } = this.#reading.cleanPage(html, this.#resolve, item)
    if (blocks.length > 0) {
      if (removed.length > 0)
        this.#reading.note(item, 'converted', 'html.cleaned', { params: { removed: removed.join(', ') } })
      else this.#note(item)
    } else if (html.trim() === '') this.#reading.note(item, 'imported', 'html.empty')
    else if (removed.some((what) => what !== 'script') || hasPlaceForScript(html))
      this.#reading.note(item, 'dropped', 'html.nothing_left', { params: { removed: removed.join(', ') } })
    else this.#reading.note(item, 'converted', 'html.appearance_only')
    return blocks
  }

  /** The content is beside the XML (`filename`), or inline as HTML, escaped HTML or CDATA. */
  async #htmlText(component: OlxElement): Promise<string | null> {
    const { xml, attrs } = component
    const names = [attrs.filename, xml.children.length === 0 ? component.urlName : undefined]
    for (const name of names) {
      if (!name) continue
      for (const path of [
        `html/${name}.html`,
        `html/${name.replaceAll(':', '/')}.html`,
        `html/${name}`,
        `html/${name}.htm`,
      ]) {
        const file = path.endsWith('.xml') ? null : this.#reading.findFile(path)
        const text = file === null ? null : await this.#reading.readText(file)
        if (text !== null) return text
      }
    }
    if (attrs.filename) return null
    const onlyText = xml.children.every((child) => !isElement(child) || child.name.startsWith('#'))
    return onlyText ? textOf(xml) : innerHtml(xml)
  }
}

function quizOf(
  problems: { element: OlxElement; questions: PackageQuestion[]; shuffle: boolean }[],
  plan: NodePlan,
): PackageQuiz | null {
  const [first, ...others] = problems
  if (first === undefined) return null
  const attempts = problems.map(({ element }) =>
    Number.parseInt(element.attrs.max_attempts ?? plan.inherited.max_attempts ?? '', 10),
  )
  return {
    sourceId: `${plan.element.id}/quiz`,
    title: (others.length === 0 ? first.element.attrs.display_name?.trim() : '') || contentWords.questions,
    introHtml: null,
    // Problems count attempts one by one; together nobody may lose a try.
    maxAttempts: attempts.every((number) => number > 0) ? Math.max(...attempts) : null,
    timeLimitMinutes: null,
    passPercent: null,
    shuffle: problems.some((problem) => problem.shuffle),
    required: isTrue(plan.inherited.graded),
    questions: problems.flatMap((problem) => problem.questions),
  }
}

/** An element a script could fill: then more than looks went missing. */
function hasPlaceForScript(html: string): boolean {
  return descendants(parseHtml(html).root).some(
    ({ name, attrs }) => !['script', 'style', 'link', 'meta'].includes(name) && attrs.id !== undefined,
  )
}

function itemOf(element: OlxElement, node: PackageNode): SourceItem {
  return {
    kind: element.tag,
    id: element.id,
    title: element.attrs.display_name?.trim() || null,
    node: node.sourceId,
  }
}

function isTrue(value: string | undefined): boolean {
  return value?.trim().toLowerCase() === 'true'
}
