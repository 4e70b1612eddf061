import type { LinkResolver, ResolvedLink } from '../markup/links.ts'
import { normalizePath, type PackageReading, pathOfLink } from '../package-reading.ts'
import type { Resource } from './manifest.ts'

/** Where things of the cartridge can be found in the outline. */
export type CartridgePlaces = {
  /** By resource, item or module identifier. */
  nodeById: Map<string, string>
  /** By the path of the page a node shows. */
  nodeByPath: Map<string, string>
  resources: Map<string, Resource>
}

/** What links mean on a page that lies in `folder` of the package. */
export function cartridgeLinks(
  reading: PackageReading,
  places: CartridgePlaces,
  folder: string,
): LinkResolver {
  const target = (path: string | null): ResolvedLink => {
    if (path === null) return null
    const node = places.nodeByPath.get(path)
    return node === undefined ? { kind: 'file', path: reading.use(path) } : { kind: 'node', sourceId: node }
  }
  const file = (...candidates: string[]): ResolvedLink => {
    for (const candidate of candidates) {
      const found = target(reading.findFile(candidate))
      if (found !== null) return found
    }
    return target(reading.findByFileName(candidates[0]?.split('/').at(-1) ?? '')) ?? { kind: 'missing' }
  }
  const node = (id: string): ResolvedLink => {
    const sourceId = places.nodeById.get(id)
    if (sourceId !== undefined) return { kind: 'node', sourceId }
    const resource = places.resources.get(id)
    const path = resource?.href ?? resource?.files[0]
    return path === undefined || path === null ? { kind: 'missing' } : file(path)
  }
  return (url) => {
    const token =
      /^(?:\$|%24)?(IMS[-_]CC[-_]FILEBASE|WIKI_REFERENCE|CANVAS_OBJECT_REFERENCE|CANVAS_COURSE_REFERENCE)(?:\$|%24)?\/?(.*)$/is.exec(
        url,
      )
    if (token !== null) {
      const path = pathOfLink(token[2] ?? '').replace(/^(\.\.\/)+/, '')
      switch ((token[1] ?? '').toUpperCase().replaceAll('-', '_')) {
        case 'IMS_CC_FILEBASE':
          return file(
            `web_resources/${path}`,
            path,
            `${folder}/${path}`,
            `web_resources/${path.replace(/^files\//, '')}`,
          )
        case 'WIKI_REFERENCE':
          return wikiPage(path, file)
        default:
          return canvasObject(path, node, file)
      }
    }
    if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) return null
    const path = pathOfLink(url)
    if (path.startsWith('/')) return file(path.slice(1))
    const beside = normalizePath(`${folder}/${path}`)
    return beside === null ? file(path.replace(/^(\.\.\/)+/, '')) : file(beside, path)
  }
}

function wikiPage(path: string, file: (...paths: string[]) => ResolvedLink): ResolvedLink {
  const slug = path.replace(/^(pages|wiki)\//, '').replace(/\/.*$/, '')
  return file(`wiki_content/${slug}.html`, `wiki_content/${slug}`)
}

/** `quizzes/<id>`, `modules/items/<id>`, `pages/<slug>`, `file_ref/<id>`, `file_contents/course files/<path>`. */
function canvasObject(
  path: string,
  node: (id: string) => ResolvedLink,
  file: (...paths: string[]) => ResolvedLink,
): ResolvedLink {
  const page = /^(?:pages|wiki)\/(.+)$/.exec(path)
  if (page !== null) {
    const found = node(page[1] ?? '')
    return found?.kind === 'missing' ? wikiPage(path, file) : found
  }
  const contents = /^file_contents\/[^/]+\/(.+)$/.exec(path)
  if (contents !== null) return file(`web_resources/${contents[1]}`)
  const ids = path.split('/').filter((part) => part !== '')
  for (const id of ids.slice(1).reverse()) {
    const found = node(id)
    if (found?.kind !== 'missing') return found
  }
  return { kind: 'missing' }
}
