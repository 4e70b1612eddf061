import type { PackageBlock, PackageNode, ReadCourse } from '../course-package.ts'
import { childElement, escapeText, lineOf } from '../markup/markup.ts'
import { fileBlock } from '../markup/media-blocks.ts'
import { contentWords } from '../messages.ts'
import { isoDate, type PackageReading, type SourceItem } from '../package-reading.ts'
import { PackageRefused } from '../package-refused.ts'
import { withCanvasModules } from './canvas-modules.ts'
import { isHtmlPath, isReadableFile, reportRemainingFiles } from './cartridge-files.ts'
import { type CartridgePlaces, cartridgeLinks } from './cartridge-links.ts'
import { type CartridgePlan, planCartridge, planOtherMaterial } from './cartridge-plan.ts'
import { ResourceReader } from './cartridge-resources.ts'
import { type Manifest, type Resource, readManifest } from './manifest.ts'

/** Reads an IMS Common Cartridge (1.0 to 1.3) whose manifest is `manifestFile`. */
export async function readCartridge(reading: PackageReading, manifestFile: string): Promise<ReadCourse> {
  const root = await reading.readXml(manifestFile)
  if (root === null) throw new PackageRefused('package.root_unreadable', { path: manifestFile })
  const manifest = readManifest(root)
  const settings = await reading.readXml('course_settings/course_settings.xml')
  const modules = await reading.readXml('course_settings/module_meta.xml')
  const items =
    modules === null ? manifest.items : withCanvasModules(manifest.items, modules, manifest.resources)
  const title = lineOf(childElement(settings ?? undefined, 'title')) || manifest.title || contentWords.course

  const plans = planCartridge(items, title, manifest.resources, reading)
  const shown = resourcesOf(plans)
  const other = planOtherMaterial(otherResources(manifest, shown, reading), reading)
  const allPlans = other === null ? plans : [...plans, other]
  reading.expectNodes(countNodes(allPlans))
  const places = placesOf(allPlans, manifest.resources, reading)
  const filler = new NodeFiller(reading, new ResourceReader(reading, places))
  const nodes: PackageNode[] = []
  for (const plan of allPlans) nodes.push(await filler.node(plan))

  const descriptionHtml = await readSyllabus(reading, manifest, places)
  const spokenFor = reportOtherResources(reading, manifest, resourcesOf(allPlans))
  const unreached = unreachedFiles(reading, manifest)
  addFilesLesson(nodes, unreached, reading)
  reading.note(
    { kind: 'course', id: root.attrs.identifier ?? 'course', title, node: null },
    'imported',
    'item.imported',
  )
  reportRemainingFiles(reading, spokenFor)
  return {
    kindVersion: manifest.version,
    title,
    language: manifest.language,
    summary: manifest.description,
    descriptionHtml,
    coverPath: null,
    startsAt: isoDate(lineOf(childElement(settings ?? undefined, 'start_at'))),
    nodes,
  }
}

function countNodes(plans: CartridgePlan[]): number {
  return plans.reduce((count, plan) => count + 1 + countNodes(plan.children), 0)
}

function resourcesOf(plans: CartridgePlan[]): Set<Resource> {
  const found = new Set<Resource>()
  const visit = (plan: CartridgePlan) => {
    if (plan.resource !== null) found.add(plan.resource)
    plan.children.forEach(visit)
  }
  plans.forEach(visit)
  return found
}

/** What no item names but a learner could read: pages, links, topics, tasks and quizzes. */
function otherResources({ resources }: Manifest, shown: Set<Resource>, reading: PackageReading): Resource[] {
  const shownPaths = new Set([...shown].map(mainPath))
  return [...resources.values()].filter(
    (resource) =>
      !shown.has(resource) &&
      !resource.isSyllabus &&
      !resource.variants.some((id) => resources.has(id)) &&
      !(resource.type === 'webcontent' && shownPaths.has(mainPath(resource))) &&
      standsAlone(resource, reading),
  )
}

function mainPath(resource: Resource): string | null {
  return resource.href ?? resource.files[0] ?? null
}

function standsAlone(resource: Resource, reading: PackageReading): boolean {
  const path = mainPath(resource)
  const exists = path !== null && reading.findFile(path) !== null
  switch (resource.type) {
    case 'webcontent':
      return path !== null && exists && isHtmlPath(path)
    case 'associated':
      // Canvas keeps question banks as files of its own.
      return (
        exists &&
        resource.files.some((file) => file.endsWith('.xml.qti')) &&
        !resource.files.some((file) => file.endsWith('assessment_meta.xml'))
      )
    case 'weblink':
    case 'discussion':
    case 'assessment':
    case 'question-bank':
    case 'external-tool':
    case 'assignment':
      return true
    case 'canvas-assignment':
      return exists
    case 'qti-2':
    case 'unknown':
      return false
  }
}

function placesOf(
  plans: CartridgePlan[],
  resources: Map<string, Resource>,
  reading: PackageReading,
): CartridgePlaces {
  const places: CartridgePlaces = { nodeById: new Map(), nodeByPath: new Map(), resources }
  const visit = (plan: CartridgePlan) => {
    const { resource } = plan
    places.nodeById.set(plan.sourceId, plan.sourceId)
    if (resource !== null) {
      if (!places.nodeById.has(resource.id)) places.nodeById.set(resource.id, plan.sourceId)
      const path = reading.findFile(mainPath(resource) ?? '')
      if (path !== null && isHtmlPath(path) && !places.nodeByPath.has(path))
        places.nodeByPath.set(path, plan.sourceId)
    }
    plan.children.forEach(visit)
  }
  plans.forEach(visit)
  return places
}

class NodeFiller {
  readonly #reading: PackageReading
  readonly #resources: ResourceReader

  constructor(reading: PackageReading, resources: ResourceReader) {
    this.#reading = reading
    this.#resources = resources
  }

  async node(plan: CartridgePlan): Promise<PackageNode> {
    await this.#reading.beginNode()
    const { resource } = plan
    const node: PackageNode = {
      sourceId: plan.sourceId,
      kind: plan.kind,
      title: plan.title,
      releaseAt: null,
      hidden: plan.hidden || resource?.forTeachers === true,
      blocks: [],
      quiz: null,
      children: [],
    }
    if (resource !== null) {
      const item: SourceItem = {
        kind: resource.type,
        id: resource.id,
        title: plan.title || null,
        node: plan.sourceId,
      }
      const content = await this.#resources.read(resource, item)
      const path = resource.href ?? resource.files[0]
      node.title = plan.title || content.title || (path?.split('/').at(-1) ?? contentWords.page)
      node.hidden ||= content.hidden
      node.blocks = content.blocks
      node.quiz = content.quiz
    } else this.#noteWithoutResource(plan, node)
    node.title = (node.title || contentWords.page).slice(0, 500).toWellFormed()
    for (const child of plan.children) node.children.push(await this.node(child))
    return node
  }

  #noteWithoutResource(plan: CartridgePlan, node: PackageNode): void {
    const item: SourceItem = {
      kind: plan.isHeading ? 'heading' : 'item',
      id: plan.sourceId,
      title: plan.title || null,
      node: plan.sourceId,
    }
    if (plan.missingResource !== null) {
      this.#reading.note(item, 'dropped', 'cc.resource_missing', {
        params: { resource: plan.missingResource },
      })
    } else if (plan.isHeading && plan.children.length === 0) {
      node.blocks.push({ type: 'text', html: `<p>${escapeText(plan.title)}</p>` })
      this.#reading.note(item, 'converted', 'cc.heading_alone')
    } else if (plan.isHeading) {
      this.#reading.note(item, 'converted', 'cc.heading_groups', { params: { items: plan.children.length } })
    } else this.#reading.note(item, 'imported', 'item.imported')
  }
}

/** The syllabus (Canvas's own file, or a resource meant as one) tells visitors about the course. */
async function readSyllabus(
  reading: PackageReading,
  manifest: Manifest,
  places: CartridgePlaces,
): Promise<string | null> {
  const stated = [...manifest.resources.values()].find((resource) => resource.isSyllabus)
  const paths = [stated?.href ?? stated?.files[0] ?? '', 'course_settings/syllabus.html']
  for (const path of paths) {
    const html = isHtmlPath(path) && reading.has(path) ? await reading.readText(path) : null
    if (html === null) continue
    const item: SourceItem = { kind: 'syllabus', id: path, title: null, node: null }
    const folder = path.split('/').slice(0, -1).join('/')
    const clean = reading.cleanBody(html, cartridgeLinks(reading, places, folder), item).html
    reading.note(item, 'converted', clean === '' ? 'html.empty' : 'cc.syllabus')
    if (clean !== '') return clean
  }
  return null
}

/** A line for each resource that no node shows. Returns the paths those lines speak for. */
function reportOtherResources(
  reading: PackageReading,
  { resources }: Manifest,
  shown: Set<Resource>,
): Set<string> {
  const spokenFor = new Set<string>()
  const shownIds = new Set([...shown].map(({ id }) => id))
  const needed = new Set([...shown].flatMap(({ dependencies }) => dependencies))
  for (const resource of shown) for (const path of resource.files) spokenFor.add(path)
  for (const resource of resources.values()) {
    if (shown.has(resource) || resource.isSyllabus) continue
    const path = mainPath(resource) ?? ''
    const found = reading.findFile(path)
    const item: SourceItem = { kind: resource.type, id: resource.id, title: resource.title, node: null }
    if (resource.variants.some((id) => shownIds.has(id))) {
      for (const file of resource.files) reading.markRead(file)
      reading.note(item, 'converted', 'cc.plain_variant')
    } else if (found === null) reading.note(item, 'dropped', 'file.missing', { params: { path } })
    else if (/^course_settings\//.test(found)) reading.note(item, 'converted', 'cc.course_settings')
    else if (needed.has(resource.id) && reading.wasRead(found))
      reading.note(item, 'converted', 'cc.settings_of_another')
    else if (resource.type === 'unknown' || resource.type === 'qti-2')
      reading.note(item, 'dropped', resource.type === 'unknown' ? 'cc.unknown_resource' : 'cc.qti_2', {
        params: { type: resource.statedType },
      })
    else
      reading.note(item, 'imported', reading.isUsed(found) ? 'file.used' : 'file.unused', {
        params: { path: found },
      })
    if (found !== null && !resource.files.some((file) => /^course_settings\//.test(file)))
      spokenFor.add(found)
  }
  return spokenFor
}

/** Documents of the cartridge that nothing shows or links to, in the order of the manifest. */
function unreachedFiles(reading: PackageReading, { resources }: Manifest): string[] {
  const paths = [...resources.values()]
    .filter(({ type, forTeachers }) => type === 'webcontent' && !forTeachers)
    .flatMap(({ files }) => files)
  return [...new Set(paths)].filter(
    (path) => reading.has(path) && !reading.isUsed(path) && !reading.wasRead(path) && isReadableFile(path),
  )
}

function addFilesLesson(nodes: PackageNode[], files: string[], reading: PackageReading): void {
  if (files.length === 0) return
  const lesson: PackageNode = {
    sourceId: 'stoa-files',
    kind: 'lesson',
    title: contentWords.files,
    releaseAt: null,
    hidden: false,
    blocks: files.map((path): PackageBlock => fileBlock(reading.use(path), '')),
    quiz: null,
    children: [],
  }
  const other = nodes.find((node) => node.sourceId === 'stoa-other-material')
  if (other !== undefined) other.children.push(lesson)
  else {
    nodes.push({
      ...lesson,
      sourceId: 'stoa-other-material',
      kind: 'module',
      title: contentWords.otherMaterial,
      blocks: [],
      children: [lesson],
    })
  }
}
