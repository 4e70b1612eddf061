import { asRecord, asString } from '../json.ts'
import type { LinkResolver, ResolvedLink } from '../markup/links.ts'
import { type PackageReading, pathOfLink } from '../package-reading.ts'

/** Names of static files that Studio gave them, with the path in the export (from `policies/assets.json`). */
export type AssetNames = Map<string, string>

export function assetNames(assets: unknown): AssetNames {
  const names: AssetNames = new Map()
  for (const [key, value] of Object.entries(asRecord(assets))) {
    const asset = asRecord(value)
    const path = asString(asset.import_path) ?? asString(asset.displayname) ?? key
    names.set(key, path)
    const fileName = asString(asset.filename)
    if (fileName !== null) names.set(fileName.split('@').at(-1) ?? fileName, path)
  }
  return names
}

/** What links in an Open edX course mean. `nodeOf` tells the outline node that shows an item, by any of its names. */
export function olxLinks(
  reading: PackageReading,
  assets: AssetNames,
  nodeOf: (name: string) => string | null,
): LinkResolver {
  const file = (name: string): ResolvedLink => {
    const path = findStatic(reading, assets, name)
    return path === null ? { kind: 'missing' } : { kind: 'file', path: reading.use(path) }
  }
  const node = (name: string): ResolvedLink => {
    const sourceId = nodeOf(name)
    return sourceId === null ? { kind: 'missing' } : { kind: 'node', sourceId }
  }
  return (url) => {
    const path = pathOfLink(url)
    const fixed = /^(?:\.\.\/)*\/?static\/(.+)$/s.exec(path)
    if (fixed !== null) return file(fixed[1] ?? '')
    const jumpToId = /\/?jump_to_id\/([^/]+)/.exec(path)
    if (jumpToId !== null) return node(jumpToId[1] ?? '')
    const jumpTo = /\/jump_to\/(.+)$/s.exec(path)
    if (jumpTo !== null) return node(nameInUsageKey(jumpTo[1] ?? ''))
    const asset = /(?:asset-v1:[^@]+|c4x\/[^/]+\/[^/]+)(?:[+]type)?(?:@asset[+]block@|\/asset\/)(.+)$/s.exec(
      path,
    )
    if (asset !== null) {
      const found = file(asset[1] ?? '')
      // Pictures of other courses live on other servers; those addresses may well work.
      return found?.kind === 'missing' && /^https?:/i.test(url) ? null : found
    }
    const block = /^\/?(?:block-v1:|i4x:\/\/)(.+)$/s.exec(path)
    if (block !== null) return node(nameInUsageKey(path))
    const place = /^(?:https?:\/\/[^/]+)?\/courses?\/(?:[^/]+\/)?(?:[^/]+\/[^/]+\/)?courseware\/(.+)$/s.exec(
      path,
    )
    if (place !== null)
      return /^https?:/i.test(url) ? outsideUnless(node, place[1] ?? '') : deepest(node, place[1] ?? '')
    return null
  }
}

/** `courseware/<chapter>/<sequential>/<page>`: the deepest place we know. */
function deepest(node: (name: string) => ResolvedLink, places: string): ResolvedLink {
  for (const place of places.split('/').reverse()) {
    const found = node(place)
    if (found?.kind === 'node') return found
  }
  return { kind: 'missing' }
}

function outsideUnless(node: (name: string) => ResolvedLink, places: string): ResolvedLink {
  const found = deepest(node, places)
  return found?.kind === 'node' ? found : null
}

/** The item's own name in `block-v1:Org+Course+Run+type@vertical+block@NAME` or `i4x://Org/Course/vertical/NAME`. */
function nameInUsageKey(key: string): string {
  const block = /block@([^/?#]+)/.exec(key)
  return block?.[1] ?? key.replace(/\/+$/, '').split('/').at(-1) ?? key
}

/** The package path of a file of the course's static folder. */
export function findStatic(reading: PackageReading, assets: AssetNames, name: string): string | null {
  const bare = name.replace(/^\/+/, '').replace(/^static\//, '')
  for (const candidate of [bare, assets.get(bare), assets.get(bare.replaceAll(' ', '_'))]) {
    const path = candidate === undefined ? null : reading.findFile(`static/${candidate}`)
    if (path !== null) return path
  }
  return null
}
