import { type Filter, fits, type Path, parsePath } from './filters.ts'
import { enterpriseSchema, multiValued, patchMessage, properName, schemas } from './names.ts'
import { invalidSyntax, invalidValue, noTarget, readOnly, ScimError } from './scim-error.ts'

/** A resource as JSON. */
export type Document = Record<string, unknown>
export type Operation = { op: 'add' | 'replace' | 'remove'; path: Path | null; value: unknown }

const mostOperations = 1000

export const isObject = (value: unknown): value is Document =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** The operations of a PATCH request (RFC 7644, 3.5.2), checked for form only. */
export function operationsOf(body: unknown): Operation[] {
  if (!isObject(body)) throw invalidSyntax('Send an object with Operations.')
  const { schemas: named, Operations: operations } = renamed(body, { operations: 'Operations' })
  if (named !== undefined && !(Array.isArray(named) && named.includes(patchMessage)))
    throw invalidSyntax(`The schemas of a PATCH request name ${patchMessage}.`)
  if (!Array.isArray(operations) || operations.length === 0)
    throw invalidSyntax('A PATCH request has at least one operation.')
  if (operations.length > mostOperations)
    throw new ScimError(400, 'tooMany', `A PATCH request has at most ${mostOperations} operations.`)
  return operations.map(operationOf)
}

function operationOf(given: unknown): Operation {
  if (!isObject(given)) throw invalidSyntax('An operation is an object.')
  const op = typeof given.op === 'string' ? given.op.toLowerCase() : ''
  if (op !== 'add' && op !== 'replace' && op !== 'remove')
    throw invalidSyntax('An operation is add, replace or remove.')
  const { path: text, value } = given
  if (text !== undefined && text !== null && typeof text !== 'string')
    throw invalidSyntax('The path of an operation is a text.')
  const path = text ? parsePath(text) : null
  if (op === 'remove' && !path) throw noTarget('To remove something, say by path what.')
  if (op !== 'remove' && value === undefined) throw invalidValue(`An operation ${op} has a value.`)
  if (!path && !isObject(value)) throw invalidValue('Without a path the value is an object of attributes.')
  return { op, path, value }
}

/** Attributes only we write; in a whole resource they are passed over, a path to one is refused. */
const ours = new Set(['id', 'meta', 'groups', 'schemas'])

/** Applies operations to a copy of a user. Throws ScimError. */
export function patched(document: Document, operations: readonly Operation[]): Document {
  const next = structuredClone(document)
  for (const { op, path, value } of operations) {
    if (path) applyAt(next, op, path, value)
    else if (op !== 'remove') applyWhole(next, op, value as Document)
  }
  return next
}

/** Without a path each attribute of the value is a path of its own: so Okta and Entra both mean it. */
function applyWhole(target: Document, op: 'add' | 'replace', value: Document) {
  for (const [key, part] of Object.entries(value)) {
    const name = properName(key)
    if (ours.has(name)) continue
    if (isObject(part) && key.toLowerCase().startsWith('urn:')) {
      const schema = schemas.find((urn) => urn.toLowerCase() === key.toLowerCase()) ?? key
      for (const [inner, innerValue] of Object.entries(part))
        applyAt(target, op, { schema, name: properName(inner), where: null, part: null }, innerValue)
    } else applyAt(target, op, parsePath(key), part)
  }
}

function applyAt(target: Document, op: Operation['op'], path: Path, given: unknown) {
  const value = given === undefined || given === null ? undefined : canonical(given)
  const removes = op === 'remove' || value === undefined
  if (path.name === '') {
    if (removes) delete target[path.schema ?? '']
    else if (isObject(value)) applyWhole(target, op, { [path.schema ?? '']: value })
    else throw invalidValue('The value for a whole schema is an object.')
    return
  }
  const holder = holderOf(target, path, removes)
  if (!holder) return
  if (path.schema === null && ours.has(path.name)) throw readOnly(path.name)
  const many = multiValued.has(path.name) || Array.isArray(holder[path.name])
  if (path.where) onSome(holder, op, { ...path, where: path.where }, removes ? undefined : value)
  else if (many && path.part !== null) onEvery(holder, path.name, path.part, removes ? undefined : value)
  else if (removes) removeAt(holder, path, many ? given : undefined)
  else if (path.part !== null) {
    const whole = holder[path.name]
    holder[path.name] = { ...(isObject(whole) ? whole : {}), [path.part]: value }
  } else if (many) {
    const values = listOf(value)
    holder[path.name] = onePrimary(op === 'add' ? union(listOf(holder[path.name]), values) : values, values)
  } else {
    const whole = holder[path.name]
    // What is not named of a single complex value stays as it is.
    holder[path.name] = isObject(whole) && isObject(value) ? { ...whole, ...value } : value
  }
  tidy(target, holder, path)
}

const enterpriseNames = new Set([
  'employeeNumber',
  'costCenter',
  'organization',
  'division',
  'department',
  'manager',
])

/** The object an attribute lives in: the resource, or one of its extensions. */
function holderOf(target: Document, path: Path, removes: boolean): Document | null {
  const schema = path.schema ?? (enterpriseNames.has(path.name) ? enterpriseSchema : null)
  if (schema === null || schema.endsWith(':core:2.0:User')) return target
  const extension = target[schema]
  if (isObject(extension)) return extension
  if (removes) return null
  const made: Document = {}
  target[schema] = made
  return made
}

/** An operation on those of many values that fit: `emails[type eq "work"].value`. */
function onSome(holder: Document, op: Operation['op'], path: Path & { where: Filter }, value: unknown) {
  const values = listOf(holder[path.name])
  const chosen = values.filter((each) => fits(path.where, each))
  if (value === undefined) {
    holder[path.name] =
      path.part === null
        ? values.filter((each) => !chosen.includes(each))
        : values.map((each) => (chosen.includes(each) ? without(each, path.part as string) : each))
    return
  }
  if (chosen.length === 0) {
    // RFC 7644, 3.5.2.3: an attribute that is not there is added, a value that is not there is an error.
    if (op === 'replace' && values.length > 0) throw noTarget(`No value of ${path.name} fits the path.`)
    const made = { ...equalitiesOf(path.where), ...changeOf(path.part, value) }
    holder[path.name] = onePrimary([...values, made], [made])
    return
  }
  const changed = new Map(
    chosen.map((each) => [
      each,
      { ...(isObject(each) ? each : { value: each }), ...changeOf(path.part, value) },
    ]),
  )
  holder[path.name] = onePrimary(
    values.map((each) => changed.get(each) ?? each),
    [...changed.values()],
  )
}

function changeOf(part: string | null, value: unknown): Document {
  if (part !== null) return { [part]: value }
  if (isObject(value)) return value
  return { value }
}

/** What a filter says a new value must be: `type eq "work"` makes one of type work. */
function equalitiesOf(filter: Filter): Document {
  if (filter.kind === 'and') return Object.assign({}, ...filter.all.map(equalitiesOf)) as Document
  if (filter.kind === 'compare' && filter.operator === 'eq' && filter.path.part === null)
    return canonical({ [filter.path.name]: filter.value }) as Document
  return {}
}

/** `emails.value`: the part of every value. */
function onEvery(holder: Document, name: string, part: string, value: unknown) {
  const values = listOf(holder[name])
  holder[name] =
    value === undefined
      ? values.map((each) => without(each, part))
      : values.length > 0
        ? values.map((each) => ({ ...(isObject(each) ? each : {}), [part]: value }))
        : [{ [part]: value }]
}

/** Entra removes single values by naming them beside the path. */
function removeAt(holder: Document, path: Path, given: unknown) {
  if (path.part !== null) {
    holder[path.name] = without(holder[path.name], path.part)
    return
  }
  const named = given === undefined || given === null ? [] : listOf(canonical(given))
  if (named.length === 0) delete holder[path.name]
  else
    holder[path.name] = listOf(holder[path.name]).filter((each) => !named.some((one) => sameValue(one, each)))
}

function without(value: unknown, part: string): unknown {
  if (!isObject(value)) return value
  const { [part]: _, ...rest } = value
  return rest
}

const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

const sameValue = (a: unknown, b: unknown): boolean => {
  const worth = (value: unknown) => (isObject(value) ? value.value : value)
  const kind = (value: unknown) => (isObject(value) ? value.type : undefined)
  if (worth(a) === undefined) return JSON.stringify(a) === JSON.stringify(b)
  return worth(a) === worth(b) && (kind(a) === undefined || kind(b) === undefined || kind(a) === kind(b))
}

const union = (before: unknown[], more: unknown[]): unknown[] => [
  ...before.filter((each) => !more.some((one) => sameValue(one, each))),
  ...more,
]

/** When a value becomes the primary one, the others are no longer. */
function onePrimary(values: unknown[], newest: readonly unknown[]): unknown[] {
  const chosen = newest.findLast((each) => isObject(each) && each.primary === true)
  if (chosen === undefined) return values
  return values.map((each) =>
    isObject(each) && each !== chosen && each.primary === true ? { ...each, primary: false } : each,
  )
}

/** Nothing is left where an attribute lost its last value. */
function tidy(target: Document, holder: Document, path: Path) {
  const value = holder[path.name]
  if (Array.isArray(value)) {
    const filled = value.filter(
      (each) => !isObject(each) || Object.keys(each).some((key) => key !== 'type' && key !== 'primary'),
    )
    if (filled.length === 0) delete holder[path.name]
    else holder[path.name] = filled
  } else if (isObject(value) && Object.keys(value).length === 0) delete holder[path.name]
  for (const [key, extension] of Object.entries(target))
    if (key.startsWith('urn:') && isObject(extension) && Object.keys(extension).length === 0)
      delete target[key]
}

/** The same value with names as the standard writes them, and booleans that came as texts. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null && part !== undefined)
      .map(([key, part]) => {
        const name = properName(key)
        return [name, name === 'primary' ? booleanOf(part, name) : canonical(part)]
      }),
  )
}

/** Entra writes "True" and "False". */
export function booleanOf(value: unknown, name: string): boolean {
  if (typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value.toLowerCase() : ''
  if (text !== 'true' && text !== 'false') throw invalidValue(`The value of ${name} is true or false.`)
  return text === 'true'
}

const renamed = (body: Document, names: Record<string, string>): Document =>
  Object.fromEntries(Object.entries(body).map(([key, value]) => [names[key.toLowerCase()] ?? key, value]))
