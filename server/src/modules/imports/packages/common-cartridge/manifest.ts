import {
  childElement,
  childElements,
  descendants,
  elementAt,
  find,
  findAll,
  lineOf,
  type MarkupElement,
  textOf,
} from '../markup/markup.ts'
import { normalizePath, pathOfLink } from '../package-reading.ts'
import { PackageRefused } from '../package-refused.ts'

type ResourceType =
  | 'webcontent'
  | 'associated'
  | 'weblink'
  | 'discussion'
  | 'assessment'
  | 'question-bank'
  | 'external-tool'
  | 'assignment'
  | 'canvas-assignment'
  | 'qti-2'
  | 'unknown'

export type Resource = {
  id: string
  type: ResourceType
  statedType: string
  /** Paths from the package root. */
  href: string | null
  files: string[]
  dependencies: string[]
  /** Richer forms of the same content (CC 1.3 `variant`). */
  variants: string[]
  title: string | null
  /** Meant for teachers: LOM role, or intended use as a lesson plan. */
  forTeachers: boolean
  isSyllabus: boolean
  /** Thin cartridges write the content of links into the manifest itself. */
  inline: MarkupElement | null
}

export type ManifestItem = {
  id: string
  title: string
  resourceId: string | null
  hidden: boolean
  /** A heading between items rather than a thing of its own. */
  isHeading: boolean
  children: ManifestItem[]
}

export type Manifest = {
  version: string
  title: string | null
  language: string | null
  description: string | null
  items: ManifestItem[]
  resources: Map<string, Resource>
}

/** Reads `imsmanifest.xml` (Common Cartridge 1.0 to 1.3, and plain IMS Content Packages, which look alike). */
export function readManifest(root: MarkupElement): Manifest {
  if (root.name !== 'manifest')
    throw new PackageRefused('package.root_unreadable', { path: 'imsmanifest.xml' })
  const metadata = childElement(root, 'metadata')
  const schema = lineOf(childElement(metadata, 'schema'))
  const isScorm =
    /scorm/i.test(schema) ||
    descendants(root).some((tag) => Object.keys(tag.attrs).some((key) => /^adlcp:scormtype$/i.test(key)))
  if (isScorm) throw new PackageRefused('package.scorm')
  const general = metadata === undefined ? undefined : find(metadata, 'general')
  const organization = elementAt(root, 'organizations', 'organization')
  const base = join('', root.attrs['xml:base'])
  const resources = readResources(childElement(root, 'resources'), base)
  return {
    version: lineOf(childElement(metadata, 'schemaversion')) || 'unknown',
    title:
      langString(childElement(general, 'title')) ?? (lineOf(childElement(organization, 'title')) || null),
    language: lineOf(childElement(general, 'language')) || null,
    description: langString(childElement(general, 'description')),
    items: topItems(organization),
    resources,
  }
}

/** The one untitled root item of a cartridge is only a holder; older and plain packages have none. */
function topItems(organization: MarkupElement | undefined): ManifestItem[] {
  if (organization === undefined) return []
  const items = childElements(organization, 'item')
  const [only] = items
  const isHolder =
    items.length === 1 &&
    only !== undefined &&
    only.attrs.identifierref === undefined &&
    childElements(only, 'item').length > 0 &&
    (lineOf(childElement(only, 'title')) === '' ||
      childElements(only, 'item').every((item) => childElements(item, 'item').length > 0))
  if (
    items.length === 1 &&
    only !== undefined &&
    only.attrs.identifierref === undefined &&
    childElements(only, 'item').length === 0 &&
    lineOf(childElement(only, 'title')) === ''
  )
    return []
  const numbers = { next: 1 }
  return (isHolder ? childElements(only, 'item') : items).map((item) => readItem(item, numbers))
}

function readItem(item: MarkupElement, numbers: { next: number }): ManifestItem {
  const children = childElements(item, 'item').map((child) => readItem(child, numbers))
  const resourceId = item.attrs.identifierref?.trim() || null
  numbers.next += 1
  return {
    id: item.attrs.identifier?.trim() || `item-${numbers.next}`,
    title: lineOf(childElement(item, 'title')),
    resourceId,
    hidden: item.attrs.isvisible?.trim().toLowerCase() === 'false',
    isHeading: resourceId === null && children.length === 0,
    children,
  }
}

function readResources(resources: MarkupElement | undefined, outerBase: string): Map<string, Resource> {
  const found = new Map<string, Resource>()
  if (resources === undefined) return found
  const base = join(outerBase, resources.attrs['xml:base'])
  for (const resource of childElements(resources, 'resource')) {
    const read = readResource(resource, base)
    if (read.id !== '' && !found.has(read.id)) found.set(read.id, read)
  }
  return found
}

function readResource(resource: MarkupElement, outerBase: string): Resource {
  const base = join(outerBase, resource.attrs['xml:base'])
  const path = (href: string | undefined) =>
    href === undefined || /^[a-z]+:\/\//i.test(href) ? null : normalizePath(`${base}/${pathOfLink(href)}`)
  const files = childElements(resource, 'file').flatMap((file) => path(file.attrs.href) ?? [])
  const statedType = resource.attrs.type?.trim() ?? ''
  const roles = findAll(resource, 'intendedEndUserRole').map(
    (role) => lineOf(childElement(role, 'value')) || lineOf(role),
  )
  const use = resource.attrs.intendeduse?.toLowerCase() ?? ''
  const inline = childElements(resource).find((child) =>
    ['webLink', 'cartridge_basiclti_link', 'topic', 'assignment'].includes(child.name),
  )
  return {
    id: resource.attrs.identifier?.trim() ?? '',
    type: resourceType(statedType, files),
    statedType,
    href: path(resource.attrs.href),
    files,
    dependencies: childElements(resource, 'dependency').flatMap(
      (dependency) => dependency.attrs.identifierref?.trim() || [],
    ),
    variants: childElements(resource, 'variant').flatMap(
      (variant) => variant.attrs.identifierref?.trim() || [],
    ),
    title: langString(find(resource, 'title')),
    forTeachers:
      use === 'lessonplan' ||
      (roles.length > 0 && roles.every((role) => /instructor|mentor|teacher/i.test(role))),
    isSyllabus: use === 'syllabus',
    inline: inline ?? null,
  }
}

function resourceType(stated: string, files: string[]): ResourceType {
  const type = stated.toLowerCase()
  if (type.startsWith('imswl_')) return 'weblink'
  if (type.startsWith('imsdt_')) return 'discussion'
  if (/^imsqti_xmlv1p2.*question-?bank/.test(type)) return 'question-bank'
  if (type.startsWith('imsqti_xmlv1p2')) return 'assessment'
  if (type.startsWith('imsqti_')) return 'qti-2'
  if (type.startsWith('imsbasiclti_') || type.startsWith('imslti_')) return 'external-tool'
  if (type.startsWith('assignment_')) return 'assignment'
  if (files.some((file) => file.endsWith('assignment_settings.xml'))) return 'canvas-assignment'
  if (type.startsWith('associatedcontent')) return 'associated'
  if (type === 'webcontent' || type.startsWith('webcontent')) return 'webcontent'
  return 'unknown'
}

/** LOM text: `<string>` in cartridges, `<langstring>` in older packages. */
function langString(holder: MarkupElement | undefined): string | null {
  if (holder === undefined) return null
  const text = textOf(childElement(holder, 'string') ?? childElement(holder, 'langstring') ?? holder)
  return text.replace(/\s+/g, ' ').trim() || null
}

function join(base: string, more: string | undefined): string {
  return more === undefined ? base : (normalizePath(`${base}/${pathOfLink(more)}`) ?? base)
}
