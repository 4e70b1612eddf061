import type { PackageNodeKind } from '../course-package.ts'
import { contentWords } from '../messages.ts'
import type { PackageReading } from '../package-reading.ts'
import type { ManifestItem, Resource } from './manifest.ts'

/** A node to be made, with the resource it shows. */
export type CartridgePlan = {
  sourceId: string
  kind: PackageNodeKind
  title: string
  hidden: boolean
  /** Null for folders and headings. */
  resource: Resource | null
  /** The item names a resource that is not in the manifest. */
  missingResource: string | null
  isHeading: boolean
  children: CartridgePlan[]
}

const levels: PackageNodeKind[] = ['module', 'lesson', 'topic', 'subtopic']

/** Lays the organization of a cartridge out as nodes of at most four levels. */
export function planCartridge(
  items: ManifestItem[],
  title: string,
  resources: Map<string, Resource>,
  reading: PackageReading,
): CartridgePlan[] {
  const planner = new Planner(resources, reading)
  const leaves = items.filter((item) => item.children.length === 0 && !item.isHeading)
  if (leaves.length > 0 && leaves.length === items.filter((item) => !item.isHeading).length) {
    // A flat cartridge: one module holds all.
    const id = planner.freshId('stoa-course')
    return [folder(id, 'module', title, planner.list(items, 1))]
  }
  return items.flatMap((item) => {
    if (item.children.length > 0 || item.isHeading) return planner.list([item], 0)
    return [
      folder(planner.freshId(`${item.id}-module`), 'module', item.title || title, planner.list([item], 1)),
    ]
  })
}

/** Resources no item of the outline names, as lessons of a module of their own. */
export function planOtherMaterial(others: Resource[], reading: PackageReading): CartridgePlan | null {
  if (others.length === 0) return null
  for (const _ of others) reading.countItem()
  const lessons = others.map(
    (resource): CartridgePlan => ({
      sourceId: resource.id,
      kind: 'lesson',
      title: resource.title ?? '',
      hidden: false,
      resource,
      missingResource: null,
      isHeading: false,
      children: [],
    }),
  )
  return folder('stoa-other-material', 'module', contentWords.otherMaterial, lessons)
}

export function folder(
  sourceId: string,
  kind: PackageNodeKind,
  title: string,
  children: CartridgePlan[],
): CartridgePlan {
  return {
    sourceId,
    kind,
    title,
    hidden: false,
    resource: null,
    missingResource: null,
    isHeading: false,
    children,
  }
}

class Planner {
  readonly #resources: Map<string, Resource>
  readonly #reading: PackageReading
  readonly #ids = new Set<string>()
  /** How far counting came for a name, so that thousands of one name are not counted from the start each time. */
  readonly #timesWanted = new Map<string, number>()

  constructor(resources: Map<string, Resource>, reading: PackageReading) {
    this.#resources = resources
    this.#reading = reading
  }

  list(items: ManifestItem[], depth: number): CartridgePlan[] {
    const plans: CartridgePlan[] = []
    let heading: CartridgePlan | null = null
    for (const item of items) {
      if (item.isHeading && item.title === '') {
        this.#reading.note({ kind: 'item', id: item.id, title: null, node: null }, 'dropped', 'cc.item_empty')
        continue
      }
      // What follows a heading belongs under it, until the next one.
      const opensGroup = item.isHeading && depth > 0 && depth < levels.length - 1
      const made = this.#plan(item, heading === null || opensGroup ? depth : depth + 1)
      if (opensGroup) heading = made[0] ?? null
      if (heading === null || opensGroup) plans.push(...made)
      else heading.children.push(...made)
    }
    return plans
  }

  #plan(item: ManifestItem, depth: number): CartridgePlan[] {
    this.#reading.countItem()
    const kind = levels[Math.min(depth, levels.length - 1)] ?? 'subtopic'
    const resource = item.resourceId === null ? undefined : this.#resources.get(item.resourceId)
    const plan: CartridgePlan = {
      sourceId: this.freshId(item.id),
      kind,
      title: item.title,
      hidden: item.hidden,
      resource: resource === undefined ? null : this.#best(resource),
      missingResource: resource === undefined ? item.resourceId : null,
      isHeading: item.isHeading,
      children: [],
    }
    if (depth < levels.length - 1) {
      plan.children = this.list(item.children, depth + 1)
      return [plan]
    }
    if (item.children.length === 0) return [plan]
    const note = { kind: 'item', id: item.id, title: item.title || null, node: plan.sourceId }
    this.#reading.note(note, 'converted', 'outline.too_deep', { params: { items: item.children.length } })
    const below = this.list(item.children, depth)
    return plan.resource === null && plan.missingResource === null ? below : [plan, ...below]
  }

  /** A richer variant we can read goes before the plain form made for readers that cannot. */
  #best(resource: Resource): Resource {
    const variants = resource.variants.flatMap((id) => this.#resources.get(id) ?? [])
    return variants.find((variant) => variant.type !== 'unknown' && variant.type !== 'qti-2') ?? resource
  }

  freshId(wanted: string): string {
    let id = wanted
    let number = this.#timesWanted.get(wanted) ?? 1
    while (this.#ids.has(id)) {
      number += 1
      id = `${wanted}-${number}`
    }
    this.#timesWanted.set(wanted, number)
    this.#ids.add(id)
    return id
  }
}
