import type { PackageNodeKind } from '../course-package.ts'
import { contentWords } from '../messages.ts'
import type { PackageReading } from '../package-reading.ts'
import { type OlxElement, outlineTags, wrapperTags } from './olx-element.ts'

/** A node to be made: where it stands and which elements are shown on it, in order. */
export type NodePlan = {
  kind: PackageNodeKind
  title: string
  element: OlxElement
  /** `graded`, `max_attempts` and the like, as inherited from the containers above. */
  inherited: Record<string, string>
  page: OlxElement[]
  children: NodePlan[]
}

const levels: PackageNodeKind[] = ['module', 'lesson', 'topic', 'subtopic']
const pageTags = new Set(['vertical', 'unit'])
const inheritable = ['graded', 'max_attempts', 'visible_to_staff_only']

/** Lays the course out as nodes of at most four levels. */
export function planOutline(course: OlxElement, reading: PackageReading): NodePlan[] {
  return new Planner(reading).children(course, 0, inherit({}, course))
}

/** Which node shows an element; wherever it is nested. */
export function nodesOfElements(plans: NodePlan[]): Map<OlxElement, string> {
  const nodes = new Map<OlxElement, string>()
  const show = (element: OlxElement, node: string) => {
    nodes.set(element, node)
    for (const child of element.children) show(child, node)
  }
  const visit = (plan: NodePlan) => {
    nodes.set(plan.element, plan.element.id)
    for (const element of plan.page) show(element, plan.element.id)
    for (const child of plan.children) visit(child)
  }
  for (const plan of plans) visit(plan)
  return nodes
}

class Planner {
  readonly #reading: PackageReading

  constructor(reading: PackageReading) {
    this.#reading = reading
  }

  children(parent: OlxElement, depth: number, inherited: Record<string, string>): NodePlan[] {
    return parent.children.flatMap((child) => this.#plan(child, depth, inherited))
  }

  #plan(element: OlxElement, depth: number, inherited: Record<string, string>): NodePlan[] {
    const kind = levels[Math.min(depth, levels.length - 1)] ?? 'subtopic'
    const own = inherit(inherited, element)
    if (wrapperTags.has(element.tag) && element.children.some((child) => outlineTags.has(child.tag))) {
      this.#note(element, null, 'olx.container_flattened')
      return this.children(element, depth, own)
    }
    if (pageTags.has(element.tag)) {
      return [
        { kind, title: titleOf(element), element, inherited: own, page: this.#page(element), children: [] },
      ]
    }
    if (!outlineTags.has(element.tag)) {
      // A component right below a chapter or sequential is a page of its own.
      const page = wrapperTags.has(element.tag) ? this.#opened(element, element.id) : [element]
      return [{ kind, title: titleOf(element), element, inherited: own, page, children: [] }]
    }
    if (depth >= levels.length - 1 && element.children.some((child) => outlineTags.has(child.tag))) {
      this.#note(element, null, 'outline.too_deep')
      return this.children(element, depth, own)
    }
    return [
      {
        kind,
        title: titleOf(element),
        element,
        inherited: own,
        page: [],
        children: this.children(element, depth + 1, own),
      },
    ]
  }

  #page(element: OlxElement): OlxElement[] {
    return element.children.flatMap((child) =>
      outlineTags.has(child.tag) || wrapperTags.has(child.tag) ? this.#opened(child, element.id) : [child],
    )
  }

  /** The components inside a container that has no place of its own on the page. */
  #opened(container: OlxElement, node: string): OlxElement[] {
    const code =
      container.tag === 'library_content' || container.tag === 'itembank' || container.tag === 'randomize'
        ? 'olx.all_alternatives_shown'
        : container.tag === 'conditional'
          ? 'olx.condition_dropped'
          : 'olx.container_flattened'
    this.#note(container, node, container.children.length === 0 ? 'olx.container_empty' : code)
    return this.#page(container)
  }

  #note(
    container: OlxElement,
    node: string | null,
    code:
      | 'olx.all_alternatives_shown'
      | 'olx.condition_dropped'
      | 'olx.container_flattened'
      | 'olx.container_empty'
      | 'outline.too_deep',
  ): void {
    const item = { kind: container.tag, id: container.id, title: container.attrs.display_name ?? null, node }
    this.#reading.note(item, code === 'olx.container_empty' ? 'dropped' : 'converted', code, {
      params: { tag: container.tag, items: container.children.length },
    })
  }
}

function inherit(from: Record<string, string>, element: OlxElement): Record<string, string> {
  const own = Object.entries(element.attrs).filter(([key]) => inheritable.includes(key))
  return { ...from, ...Object.fromEntries(own) }
}

function titleOf(element: OlxElement): string {
  const written = element.attrs.display_name?.trim()
  if (written) return written.slice(0, 500).toWellFormed()
  const names = new Map<string, string>(Object.entries(contentWords.elements))
  return names.get(element.tag) ?? contentWords.page
}
