import { randomUUID } from 'node:crypto'

type Schema = {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minProperties?: number
  minLength?: number
  minimum?: number
  format?: string
  pattern?: string
  default?: unknown
}

/** A small value that fits a schema, so that a walk over all routes gets past the validation of each. */
export function example(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf?.[0]) return example(schema.anyOf[0])
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'object':
      return exampleObject(schema)
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => example(schema.items ?? {}))
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    case 'string':
      return exampleText(schema)
    default:
      return null
  }
}

function exampleObject(schema: Schema): Record<string, unknown> {
  const required = schema.required ?? []
  const more = Object.keys(schema.properties ?? {}).filter((name) => !required.includes(name))
  const names = [...required, ...more.slice(0, Math.max(0, (schema.minProperties ?? 0) - required.length))]
  return Object.fromEntries(names.map((name) => [name, example(schema.properties?.[name] ?? {})]))
}

function exampleText(schema: Schema): string {
  if (schema.format === 'uuid') return randomUUID()
  if (schema.format === 'email') return 'walker@people.test'
  if (schema.format === 'date-time') return '2030-01-01T00:00:00.000Z'
  if (schema.format === 'uri') return 'https://example.org'
  if (schema.pattern?.includes('#')) return '#336699'
  if (schema.pattern?.includes('\\d')) return '123456'
  if (schema.pattern?.includes('https')) return 'https://example.org'
  if (schema.pattern) return 'walker'
  return 'walker'.padEnd(schema.minLength ?? 0, 'x')
}
