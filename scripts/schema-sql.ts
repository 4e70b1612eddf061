import type pg from 'pg'
import { readFunctions, readSchemas, readTables, readTriggers, readViews, type Table } from './catalog.ts'

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`

/** The live schema as SQL, for reading and for reviewing what a migration changed. */
export async function schemaSql(client: pg.Client): Promise<string> {
  const parts = ['-- Generated from the live schema by `npm run gen`. Do not edit: add a migration.']
  for (const schema of await readSchemas(client)) {
    parts.push(
      `create schema ${schema.name};${schema.comment ? `\ncomment on schema ${schema.name} is ${quote(schema.comment)};` : ''}`,
    )
  }
  for (const table of await readTables(client)) parts.push(tableSql(table))
  for (const view of await readViews(client)) {
    parts.push(`create view ${view.schema}.${view.name} as\n${view.definition}`)
  }
  for (const definition of await readFunctions(client)) parts.push(`${definition.trimEnd()};`)
  parts.push((await readTriggers(client)).map((definition) => `${definition};`).join('\n'))
  return `${parts.join('\n\n')}\n`
}

function tableSql(table: Table): string {
  const name = `${table.schema}.${table.name}`
  const columns = table.columns.map((column) => {
    const parts = [`  ${column.name} ${column.type}`]
    if (column.generated) parts.push(`generated always as (${column.generated}) stored`)
    if (column.default) parts.push(`default ${column.default}`)
    if (column.notNull) parts.push('not null')
    return parts.join(' ')
  })
  const constraints = table.constraints.map(
    (constraint) => `  constraint ${constraint.name} ${constraint.definition}`,
  )
  const lines = [
    `create ${table.unlogged ? 'unlogged ' : ''}table ${name} (`,
    [...columns, ...constraints].join(',\n'),
    `)${table.partitionedBy ? ` partition by ${table.partitionedBy}` : ''};`,
    ...table.indexes.map((index) => `${index.definition};`),
    ...(table.comment ? [`comment on table ${name} is ${quote(table.comment)};`] : []),
    ...table.columns
      .filter((column) => column.comment)
      .map((column) => `comment on column ${name}.${column.name} is ${quote(column.comment!)};`),
    ...(table.grants.length > 0 ? [`grant ${table.grants.join(', ')} on ${name} to stoa_app;`] : []),
  ]
  return lines.join('\n')
}
