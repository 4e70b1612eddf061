import { childElement, childElements, element, lineOf, type MarkupElement } from '../markup/markup.ts'
import type { ManifestItem, Resource } from './manifest.ts'

/**
 * Canvas says more about its modules in `course_settings/module_meta.xml` than the manifest can: their order,
 * which are published, headings, and links that are no resources. Returns the outline with that applied.
 */
export function withCanvasModules(
  items: ManifestItem[],
  meta: MarkupElement,
  resources: Map<string, Resource>,
): ManifestItem[] {
  const known = new Map(items.map((item) => [item.id, item]))
  const modules = childElements(meta, 'module').map((module) => {
    const written = known.get(module.attrs.identifier ?? '')
    known.delete(module.attrs.identifier ?? '')
    return { position: positionOf(module), item: mergeModule(module, written, resources) }
  })
  const sorted = modules.sort((a, b) => a.position - b.position).map(({ item }) => item)
  return [...sorted, ...known.values()]
}

function mergeModule(
  module: MarkupElement,
  written: ManifestItem | undefined,
  resources: Map<string, Resource>,
): ManifestItem {
  const left = new Set(written?.children ?? [])
  const holder = childElement(module, 'items')
  const entries = holder === undefined ? [] : childElements(holder, 'item')
  const children = entries.map((entry) => {
    const id = entry.attrs.identifier ?? ''
    const match = written?.children.find(
      (child) => left.has(child) && (child.id === id || child.resourceId === id),
    )
    if (match !== undefined) left.delete(match)
    return { position: positionOf(entry), item: mergeItem(entry, match, resources) }
  })
  return {
    id: module.attrs.identifier ?? '',
    title: lineOf(childElement(module, 'title')) || (written?.title ?? ''),
    resourceId: null,
    hidden: isUnpublished(module) || written?.hidden === true,
    isHeading: false,
    children: [...children.sort((a, b) => a.position - b.position).map(({ item }) => item), ...left],
  }
}

function mergeItem(
  entry: MarkupElement,
  written: ManifestItem | undefined,
  resources: Map<string, Resource>,
): ManifestItem {
  const content = lineOf(childElement(entry, 'content_type'))
  const title = lineOf(childElement(entry, 'title')) || (written?.title ?? '')
  const id = written?.id ?? entry.attrs.identifier ?? ''
  const stated = lineOf(childElement(entry, 'identifierref'))
  const url = lineOf(childElement(entry, 'url'))
  let resourceId = written?.resourceId ?? (resources.has(stated) ? stated : null)
  const resource = resourceId === null ? undefined : resources.get(resourceId)
  if (url !== '' && resource === undefined && /^(ExternalUrl|ContextExternalTool)$/.test(content)) {
    resourceId = `${id}-link`
    resources.set(resourceId, linkResource(resourceId, content === 'ExternalUrl', title, url))
  }
  return {
    id,
    title,
    resourceId: resourceId ?? (stated === '' || content === 'ContextModuleSubHeader' ? null : stated),
    hidden: isUnpublished(entry) || written?.hidden === true,
    isHeading: content === 'ContextModuleSubHeader',
    children: written?.children ?? [],
  }
}

/** A link that only the module names, in the shape a thin cartridge would give it. */
function linkResource(id: string, isWebLink: boolean, title: string, url: string): Resource {
  const inline = isWebLink
    ? element('webLink', {}, [element('title', {}, [title]), element('url', { href: url })])
    : element('cartridge_basiclti_link', {}, [
        element('title', {}, [title]),
        element('launch_url', {}, [url]),
      ])
  return {
    id,
    type: isWebLink ? 'weblink' : 'external-tool',
    statedType: 'course_settings/module_meta.xml',
    href: null,
    files: [],
    dependencies: [],
    variants: [],
    title,
    forTeachers: false,
    isSyllabus: false,
    inline,
  }
}

function positionOf(entry: MarkupElement): number {
  const position = Number.parseInt(lineOf(childElement(entry, 'position')), 10)
  return Number.isNaN(position) ? Number.MAX_SAFE_INTEGER : position
}

export function isUnpublished(settings: MarkupElement | undefined): boolean {
  return lineOf(childElement(settings, 'workflow_state')) === 'unpublished'
}
