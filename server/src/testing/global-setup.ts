import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../platform/db/embedded.ts'
import { migrate } from '../platform/db/migrate.ts'
import { createKeys } from '../platform/keys.ts'
import { testSecret } from './test-config.ts'
import { withDatabase } from './with-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    tenantTables: string[]
  }
}

/** One real PostgreSQL for the run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'stoa-test-'))
  const postgres = await startEmbeddedPostgres({
    dataDir: join(dataDir, 'postgres'),
    log: pino({ level: 'silent' }),
    forTests: true,
  })
  const owner = new pg.Client({ connectionString: postgres.url })
  await owner.connect()
  await owner.query('create database stoa_template')
  const template = withDatabase(postgres.url, 'stoa_template')
  await migrate(template, createKeys(testSecret))
  project.provide('serverUrl', postgres.url)
  project.provide('tenantTables', await tenantTables(template))
  await owner.end()
  return async () => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function tenantTables(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
     where a.attname = 'organization_id' and c.relkind in ('r', 'p') and not c.relispartition`)
  await client.end()
  return rows.map((row) => row.name)
}
