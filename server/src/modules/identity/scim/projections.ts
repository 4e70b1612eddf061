import { type Path, pathOf } from './filters.ts'
import { type Document, isObject } from './patches.ts'
import { invalidValue } from './scim-error.ts'

/** Which attributes an answer has (RFC 7644, 3.9); id and schemas always. */
export type Projection = { only: Path[] | null; without: Path[] }

const always = new Set(['id', 'schemas'])

/** @param attributes @param excludedAttributes lists of names, divided by commas; not both */
export function projectionOf(
  attributes: string | undefined,
  excludedAttributes: string | undefined,
): Projection {
  if (attributes && excludedAttributes) throw invalidValue('Name attributes or excludedAttributes, not both.')
  return {
    only: attributes ? namesIn(attributes) : null,
    without: excludedAttributes ? namesIn(excludedAttributes) : [],
  }
}

function namesIn(list: string): Path[] {
  const names = list.split(',').map((name) => name.trim())
  if (names.length > 100) throw invalidValue('At most 100 attributes are named.')
  return names.filter((name) => name !== '').map(pathOf)
}

/** Whether an answer has an attribute at all; what it does not have need not be looked up. */
export function wants({ only, without }: Projection, name: string): boolean {
  if (without.some((path) => path.name === name && path.part === null)) return false
  return only === null || only.some((path) => path.name === name)
}

/** The part of a resource that was asked for. */
export function projected(document: Document, { only, without }: Projection): Document {
  const kept = only === null ? document : chosen(document, only)
  return without.reduce(leaveOut, kept)
}

function chosen(document: Document, only: Path[]): Document {
  const result: Document = {}
  for (const name of always) if (name in document) result[name] = document[name]
  for (const path of only) {
    const extension = path.schema !== null && isObject(document[path.schema]) ? path.schema : null
    if (extension === null) copy(document, result, path)
    else if (path.name === '') result[extension] = document[extension]
    else {
      const part: Document = isObject(result[extension]) ? { ...(result[extension] as Document) } : {}
      copy(document[extension] as Document, part, path)
      if (Object.keys(part).length > 0) result[extension] = part
    }
  }
  return result
}

function copy(from: Document, to: Document, { name, part }: Path) {
  const value = from[name]
  if (value === undefined) return
  if (part === null) to[name] = value
  else if (Array.isArray(value))
    to[name] = value.map((each, index) => merged((to[name] as unknown[] | undefined)?.[index], each, part))
  else to[name] = merged(to[name], value, part)
}

const merged = (before: unknown, value: unknown, part: string): unknown =>
  isObject(value) && value[part] !== undefined
    ? { ...(isObject(before) ? before : {}), [part]: value[part] }
    : (before ?? {})

function leaveOut(document: Document, { schema, name, part }: Path): Document {
  if (schema !== null && isObject(document[schema])) {
    if (name === '') return omit(document, schema)
    return { ...document, [schema]: leaveOut(document[schema], { schema: null, name, where: null, part }) }
  }
  if (always.has(name)) return document
  if (part === null) return omit(document, name)
  const value = document[name]
  if (Array.isArray(value))
    return { ...document, [name]: value.map((each: unknown) => (isObject(each) ? omit(each, part) : each)) }
  return isObject(value) ? { ...document, [name]: omit(value, part) } : document
}

function omit(document: Document, name: string): Document {
  const { [name]: _, ...rest } = document
  return rest
}
