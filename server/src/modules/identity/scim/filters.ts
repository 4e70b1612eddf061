import { properName, schemas } from './names.ts'
import { invalidFilter, invalidPath } from './scim-error.ts'

export type Operator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le'
export type Literal = string | number | boolean | null

/** Where an attribute is: its schema when it was written out, its name, which values of many, which part. */
export type Path = { schema: string | null; name: string; where: Filter | null; part: string | null }

/** A filter of RFC 7644, 3.4.2.2. */
export type Filter =
  | { kind: 'and' | 'or'; all: Filter[] }
  | { kind: 'not'; of: Filter }
  | { kind: 'present'; path: Path }
  | { kind: 'compare'; path: Path; operator: Operator; value: Literal }

const longest = 4000
const deepest = 10
const mostComparisons = 60
const operators = new Set(['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'])

type Token = { kind: 'word' | 'mark' | 'literal'; text: string; value?: Literal }

const shapes: Array<[Token['kind'] | 'space', RegExp]> = [
  ['space', /\s+/y],
  ['literal', /"(?:[^"\\]|\\.)*"/y],
  ['literal', /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w:.])/y],
  ['mark', /[()[\]]|\.(?=[A-Za-z$])/y],
  ['word', /[A-Za-z$][\w$:./-]*/y],
]

function tokensOf(text: string): Token[] {
  if (text.length > longest) throw invalidFilter(`A filter has at most ${longest} characters.`)
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const found = shapes.find(([, shape]) => {
      shape.lastIndex = at
      return shape.test(text)
    })
    if (!found) throw invalidFilter(`The filter cannot be read from character ${at + 1} on.`)
    const [kind, shape] = found
    const part = text.slice(at, shape.lastIndex)
    at = shape.lastIndex
    if (kind === 'literal') tokens.push({ kind, text: part, value: literalOf(part) })
    else if (kind !== 'space') tokens.push({ kind, text: part })
  }
  return tokens
}

function literalOf(text: string): Literal {
  try {
    return JSON.parse(text) as Literal
  } catch {
    throw invalidFilter('A text in the filter is not a JSON string.')
  }
}

/** Reads a filter. Throws `invalidFilter`. */
export function parseFilter(text: string): Filter {
  const reader = new Reader(tokensOf(text))
  const filter = reader.filter(0)
  reader.end()
  return filter
}

/** Reads the path of a PATCH operation, such as `emails[type eq "work"].value`. Throws `invalidPath`. */
export function parsePath(text: string): Path {
  try {
    const reader = new Reader(tokensOf(text))
    const path = reader.path(0)
    reader.end()
    return path
  } catch {
    throw invalidPath('The path of an operation cannot be read.')
  }
}

/** Takes an attribute name apart: `urn:…:User:name.givenName`. */
export function pathOf(word: string): Path {
  const lower = word.toLowerCase()
  const schema = schemas.find(
    (urn) => lower === urn.toLowerCase() || lower.startsWith(`${urn.toLowerCase()}:`),
  )
  if (schema && lower.length === schema.length) return { schema, name: '', where: null, part: null }
  const colon = lower.startsWith('urn:') ? (schema?.length ?? word.lastIndexOf(':')) : -1
  const [name = '', part, ...more] = word.slice(colon + 1).split('.')
  if (!name || part === '' || more.length > 0)
    throw invalidFilter(`There is no attribute ${word.slice(0, 100)}.`)
  return {
    schema: colon < 0 ? null : (schema ?? word.slice(0, colon)),
    name: properName(name),
    where: null,
    part: part === undefined ? null : properName(part),
  }
}

class Reader {
  private readonly tokens: Token[]
  private at = 0
  private comparisons = 0

  constructor(tokens: Token[]) {
    this.tokens = tokens
  }

  filter(depth: number): Filter {
    return this.joined('or', depth, () => this.joined('and', depth, () => this.term(depth)))
  }

  end() {
    if (this.at < this.tokens.length) throw invalidFilter('The filter goes on where it should end.')
  }

  path(depth: number): Path {
    const token = this.tokens[this.at]
    if (token?.kind !== 'word') throw invalidFilter('The filter lacks the name of an attribute.')
    this.at += 1
    const path = pathOf(token.text)
    if (!this.takes('[')) return path
    if (path.part !== null) throw invalidFilter('Only values of an attribute can be chosen in brackets.')
    const where = this.filter(depth + 1)
    if (!this.takes(']')) throw invalidFilter('A bracket of the filter is not closed.')
    if (!this.takes('.')) return { ...path, where }
    const part = this.tokens[this.at]
    if (part?.kind !== 'word' || /[:.]/.test(part.text))
      throw invalidFilter('A part of an attribute is missing.')
    this.at += 1
    return { ...path, where, part: properName(part.text) }
  }

  private joined(kind: 'and' | 'or', depth: number, next: () => Filter): Filter {
    if (depth > deepest) throw invalidFilter(`A filter is nested ${deepest} levels at most.`)
    const all = [next()]
    while (this.takesWord(kind)) all.push(next())
    return all.length === 1 ? all[0]! : { kind, all }
  }

  private term(depth: number): Filter {
    if (this.tokens[this.at + 1]?.text === '(' && this.takesWord('not'))
      return { kind: 'not', of: this.term(depth + 1) }
    if (this.takes('(')) {
      const inner = this.filter(depth + 1)
      if (!this.takes(')')) throw invalidFilter('A bracket of the filter is not closed.')
      return inner
    }
    this.comparisons += 1
    if (this.comparisons > mostComparisons)
      throw invalidFilter(`A filter has at most ${mostComparisons} comparisons.`)
    const path = this.path(depth)
    const word = this.tokens[this.at]
    const operator = word?.kind === 'word' ? word.text.toLowerCase() : ''
    // `emails[…]` alone asks whether there is such a value.
    if (path.where && path.part === null && !operators.has(operator) && operator !== 'pr')
      return { kind: 'present', path }
    this.at += 1
    if (operator === 'pr') return { kind: 'present', path }
    if (!operators.has(operator)) throw invalidFilter('The filter lacks an operator such as eq.')
    return { kind: 'compare', path, operator: operator as Operator, value: this.value() }
  }

  private value(): Literal {
    const token = this.tokens[this.at]
    this.at += 1
    if (token?.kind === 'literal') return token.value ?? null
    switch (token?.kind === 'word' ? token.text.toLowerCase() : '') {
      case 'true':
        return true
      case 'false':
        return false
      case 'null':
        return null
      default:
        throw invalidFilter('The filter lacks a value; texts stand in double quotes.')
    }
  }

  private takes(mark: string): boolean {
    const token = this.tokens[this.at]
    const is = token?.kind === 'mark' && token.text === mark
    if (is) this.at += 1
    return is
  }

  private takesWord(word: string): boolean {
    const token = this.tokens[this.at]
    const is = token?.kind === 'word' && token.text.toLowerCase() === word
    if (is) this.at += 1
    return is
  }
}

/** Whether one of many values, an object, fits a filter. Texts are compared in any case. */
export function fits(filter: Filter, value: unknown): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.all.every((part) => fits(part, value))
    case 'or':
      return filter.all.some((part) => fits(part, value))
    case 'not':
      return !fits(filter.of, value)
    case 'present': {
      const found = partOf(value, filter.path.name)
      return found !== undefined && found !== null && found !== ''
    }
    case 'compare':
      return compares(partOf(value, filter.path.name), filter.operator, filter.value)
  }
}

const partOf = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object'
    ? (value as Record<string, unknown>)[name]
    : name === 'value'
      ? value
      : undefined

function compares(found: unknown, operator: Operator, wanted: Literal): boolean {
  const plain = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value)
  // Entra writes booleans as texts.
  const [a, b] =
    typeof found === 'boolean' ? [String(found), String(wanted).toLowerCase()] : [plain(found), plain(wanted)]
  if (operator === 'eq') return a === b || (b === null && a === undefined)
  if (operator === 'ne') return a !== b
  if (typeof a === 'number' && typeof b === 'number') return ordered(a, b, operator)
  if (typeof a !== 'string' || typeof b !== 'string') return false
  if (operator === 'co') return a.includes(b)
  if (operator === 'sw') return a.startsWith(b)
  if (operator === 'ew') return a.endsWith(b)
  return ordered(a, b, operator)
}

function ordered<T extends string | number>(a: T, b: T, operator: Operator): boolean {
  if (operator === 'gt') return a > b
  if (operator === 'ge') return a >= b
  if (operator === 'lt') return a < b
  return operator === 'le' && a <= b
}
