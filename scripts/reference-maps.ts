import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Table } from './catalog.ts'

type Target = string | { derived: string } | { archived: string }
type Entry = { to: string; fields: Record<string, Target> } | { archived: string }
type ReferenceMap = Record<string, Entry> & { enums?: Record<string, Record<string, Target>> }

const folder = join(import.meta.dirname, '../server/src/modules/imports/maps')

/** What is wrong with the reference maps: targets that the live schema does not have, and reasons that say nothing. */
export function referenceMapProblems(tables: Table[]): string[] {
  if (!existsSync(folder)) return []
  const columns = new Set(
    tables.flatMap((table) => table.columns.map((column) => `${table.schema}.${table.name}.${column.name}`)),
  )
  const names = new Set(tables.map((table) => `${table.schema}.${table.name}`))
  const problems: string[] = []
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const map = JSON.parse(readFileSync(join(folder, file), 'utf8')) as ReferenceMap
    const { enums, ...models } = map
    const check = (place: string, target: Target, to: string | null) => {
      if (typeof target !== 'string') {
        const reason = 'derived' in target ? target.derived : target.archived
        if (typeof reason !== 'string' || reason.trim().length < 5) problems.push(`${place}: say why.`)
        return
      }
      const [column, value] = target.split('=')
      const full = column!.split('.').length === 3 ? column! : `${to}.${column}`
      if (!columns.has(full)) problems.push(`${place}: there is no column ${full}.`)
      else if (value !== undefined && !allows(tables, full, value))
        problems.push(`${place}: ${full} does not take '${value}'.`)
    }
    for (const [model, entry] of Object.entries(models)) {
      if ('archived' in entry) {
        check(`${file} ${model}`, entry, null)
        continue
      }
      if (!names.has(entry.to)) problems.push(`${file} ${model}: there is no table ${entry.to}.`)
      for (const [field, target] of Object.entries(entry.fields))
        check(`${file} ${model}.${field}`, target, entry.to)
    }
    for (const [name, values] of Object.entries(enums ?? {})) {
      for (const [value, target] of Object.entries(values)) check(`${file} ${name}.${value}`, target, null)
    }
  }
  return problems
}

/** A value fits when the column has no list of values, or the list names it. */
function allows(tables: Table[], full: string, value: string): boolean {
  const [schema, name, column] = full.split('.')
  const table = tables.find((candidate) => candidate.schema === schema && candidate.name === name)
  const lists =
    table?.constraints.filter(
      (constraint) =>
        constraint.kind === 'c' &&
        constraint.columns.length === 1 &&
        constraint.columns[0] === column &&
        constraint.definition.includes('ARRAY['),
    ) ?? []
  return lists.every((constraint) => constraint.definition.includes(`'${value}'`))
}
