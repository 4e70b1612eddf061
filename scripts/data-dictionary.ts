import type pg from 'pg'
import { readSchemas, readTables, readViews, type Table } from './catalog.ts'

/** The data dictionary: a page per schema with its diagram, tables and columns, made from the live schema and its comments. */
export async function dataDictionary(client: pg.Client): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const tables = await readTables(client)
  const views = await readViews(client)
  const index = [
    '# Data dictionary',
    '',
    'Generated from the live schema by `npm run gen`. A page per schema; a schema belongs to the module of the same theme.',
    '',
    '| Schema | What it holds | Tables |',
    '|---|---|---|',
  ]
  for (const schema of await readSchemas(client)) {
    const own = tables.filter((table) => table.schema === schema.name)
    if (own.length === 0) continue
    index.push(`| [${schema.name}](${schema.name}.md) | ${schema.comment ?? ''} | ${own.length} |`)
    const lines = [`# Schema \`${schema.name}\``, '', schema.comment ?? '', '', diagram(own), '']
    for (const table of own) lines.push(...tablePage(table))
    for (const view of views.filter((candidate) => candidate.schema === schema.name)) {
      lines.push(
        `## ${view.name} (view)`,
        '',
        view.comment ?? '',
        '',
        '```sql',
        view.definition.trim(),
        '```',
        '',
      )
    }
    pages.set(`${schema.name}.md`, `${lines.join('\n').trimEnd()}\n`)
  }
  pages.set('README.md', `${index.join('\n')}\n`)
  return pages
}

function diagram(tables: Table[]): string {
  const inside = new Set(tables.map((table) => `${table.schema}.${table.name}`))
  const arrows = new Set<string>()
  for (const table of tables) {
    for (const constraint of table.constraints) {
      if (constraint.kind !== 'f' || !constraint.target || !inside.has(constraint.target)) continue
      arrows.add(
        `  ${constraint.target.split('.')[1]} ||--o{ ${table.name} : "${constraint.columns.filter((column) => column !== 'organization_id').join(', ')}"`,
      )
    }
  }
  return [
    '```mermaid',
    'erDiagram',
    ...tables.map((table) => `  ${table.name}`),
    ...[...arrows].sort(),
    '```',
  ].join('\n')
}

function tablePage(table: Table): string[] {
  const notes = (name: string) => {
    const found: string[] = []
    for (const constraint of table.constraints) {
      if (constraint.kind === 'p' && constraint.columns.includes(name)) found.push('primary key')
      if (
        constraint.kind === 'f' &&
        constraint.columns.includes(name) &&
        (constraint.columns.length === 1 || name !== 'organization_id')
      )
        found.push(`→ ${constraint.target}`)
      if (constraint.kind === 'u' && constraint.columns.length === 1 && constraint.columns[0] === name)
        found.push('unique')
    }
    return [...new Set(found)]
  }
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
  return [
    `## ${table.name}`,
    '',
    table.comment ?? '',
    '',
    '| Column | Type | Notes |',
    '|---|---|---|',
    ...table.columns.map((column) => {
      const remarks = [
        ...notes(column.name),
        ...(column.notNull ? [] : ['may be empty']),
        ...(column.generated ? [`computed: \`${column.generated}\``] : []),
        ...(column.default ? [`default \`${column.default}\``] : []),
        ...(column.comment ? [column.comment] : []),
      ]
      return `| ${column.name} | ${cell(column.type)} | ${cell(remarks.join('; '))} |`
    }),
    '',
    ...table.constraints
      .filter(
        (constraint) => constraint.kind === 'c' || (constraint.kind === 'u' && constraint.columns.length > 1),
      )
      .map((constraint) => `- ${constraint.definition}`),
    '',
  ]
}
