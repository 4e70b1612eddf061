import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { modules } from '../server/src/modules.ts'
import { openApiDocument } from '../server/src/platform/http/openapi.ts'
import { readTables } from './catalog.ts'
import { dataDictionary } from './data-dictionary.ts'
import { referenceMapProblems } from './reference-maps.ts'
import { schemaSql } from './schema-sql.ts'
import { withScratchDatabase } from './scratch-database.ts'
import { tenantKeyProblems } from './tenant-keys.ts'

const root = join(import.meta.dirname, '..')

/** What breaks the rules of the schema, found while it is at hand. */
const problems: string[] = []

/** Everything that is generated and committed, by path. */
async function generate(): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const document = openApiDocument(modules, 'http://localhost:3000')
  const openapi = `${JSON.stringify(document, null, 2)}\n`
  files.set('openapi.json', openapi)
  files.set(
    'web/src/lib/api.gen.ts',
    `// Generated from openapi.json by \`npm run gen\`. Do not edit.\n${astToString(await openapiTS(openapi))}`,
  )
  await withScratchDatabase(async (client, url) => {
    const tables = await readTables(client)
    problems.push(...tenantKeyProblems(tables), ...referenceMapProblems(tables))
    files.set('db/schema.sql', await schemaSql(client))
    for (const [name, page] of await dataDictionary(client)) files.set(`docs/data-dictionary/${name}`, page)
    files.set('server/src/platform/db/schema.gen.ts', databaseTypes(url))
  })
  return files
}

/** Kysely's types, read from the database. */
function databaseTypes(url: string): string {
  const out = join(tmpdir(), `stoa-types-${process.pid}.ts`)
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      '--dialect',
      'postgres',
      '--url',
      url,
      '--camel-case',
      '--default-schema',
      'none',
      '--out-file',
      out,
      '--exclude-pattern',
      '(public|jobs).*',
      '--numeric-parser',
      'number',
      '--type-mapping',
      '{"int8":"ColumnType<number, number, number>"}',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const text = readFileSync(out, 'utf8')
  rmSync(out)
  return text
}

const onlyCheck = process.argv.includes('--check')
const files = await generate()
const stale: string[] = []
for (const [path, content] of files) {
  const file = join(root, path)
  let current: string | null = null
  try {
    current = readFileSync(file, 'utf8')
  } catch {
    // Not there yet.
  }
  if (current === content) continue
  stale.push(path)
  if (onlyCheck) continue
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, content)
}
const dictionary = join(root, 'docs/data-dictionary')
for (const name of onlyCheck ? [] : readdirSync(dictionary))
  if (!files.has(`docs/data-dictionary/${name}`)) rmSync(join(dictionary, name))
if (problems.length > 0) console.error(problems.join('\n'))
if (onlyCheck && stale.length > 0) {
  console.error(
    `These generated files are stale; run \`npm run gen\` and commit them:\n${stale.map((path) => `  ${path}`).join('\n')}`,
  )
  process.exit(1)
}
if (problems.length > 0) process.exit(1)
console.log(
  onlyCheck
    ? 'Generated files are fresh.'
    : stale.length > 0
      ? `Wrote ${stale.join(', ')}`
      : 'Nothing changed.',
)
