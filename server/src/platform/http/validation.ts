import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'
import { Malformed } from '../errors.ts'

/** A body with more values than this is told its first mistake only. */
const mostValuesExplained = 1000
/** Objects and arrays inside one another; nothing the API takes comes near it. */
const mostLevels = 50

/**
 * Bodies are taken as they are: a number in quotes or a field nobody asked for is an error that names the
 * field. Query strings and path parameters are text by nature and are converted.
 */
export function takeBodiesStrictly(server: FastifyInstance): void {
  const strict = validatorsOf(false)
  const converting = validatorsOf('array')
  server.setValidatorCompiler(({ schema, httpPart }) => {
    const { first, every } = httpPart === 'body' ? strict : converting
    // Compiled when the route is first asked for: most of the routes of a process are not, for hours.
    let check: ValidateFunction | null = null
    let explain: ValidateFunction | null = null
    return (data: unknown) => {
      check ??= first.compile(schema as object)
      // Told here: an export would find out when half of its answer is sent.
      if (httpPart !== 'body' && holdsNul(data)) return { error: unstorable() }
      const { values, levels } = extentOf(data)
      if (levels > mostLevels) return refused([tooDeep])
      if (check(data)) return { value: data }
      // To name every mistake of a body that is made of them would take a hundred times its size.
      if (values > mostValuesExplained) return refused(check.errors)
      explain ??= every.compile(schema as object)
      explain(data)
      return refused(explain.errors ?? check.errors)
    }
  })
}

/** Two validators of the same strictness: one stops at the first mistake, one finds every mistake. */
function validatorsOf(coerceTypes: false | 'array') {
  const options = { useDefaults: true, strict: false, coerceTypes } as const
  return {
    first: withFormats(new Ajv({ ...options, allErrors: false })),
    every: withFormats(new Ajv({ ...options, allErrors: true })),
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The usual formats, as narrow as what the database and the clock take. */
function withFormats(ajv: Ajv): Ajv {
  addFormats.default(ajv)
  const isDateTime = (ajv.formats['date-time'] as { validate(text: string): boolean }).validate
  return ajv
    .addFormat('uuid', uuid)
    .addFormat('date-time', (text) => isDateTime(text) && !Number.isNaN(Date.parse(text)))
}

const tooDeep = { instancePath: '', keyword: 'nesting', params: {}, message: 'is nested too deeply' }

const unstorable = () => Malformed({ reason: 'a text holds a character that cannot be stored' })

/** PostgreSQL takes no NUL in a text. Query strings and path parameters are flat. */
const holdsNul = (data: unknown): boolean =>
  Object.values(data as object)
    .flat()
    .some((value) => typeof value === 'string' && value.includes('\0'))

const refused = (validation: unknown) => ({
  error: Object.assign(new Error('invalid'), { validation: validation as ErrorObject[] }),
})

/** How many values there are and how deep they lie. Goes level by level: what nests without end has no stack here. */
function extentOf(data: unknown): { values: number; levels: number } {
  let values = 0
  let levels = 0
  let level = [data]
  while (level.length > 0 && levels <= mostLevels) {
    values += level.length
    level = level.flatMap((value) =>
      value !== null && typeof value === 'object' ? Object.values(value) : [],
    )
    levels += 1
  }
  return { values, levels }
}
