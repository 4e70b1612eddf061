import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { startEmbeddedPostgres } from '../server/src/platform/db/embedded.ts'
import { migrate } from '../server/src/platform/db/migrate.ts'
import { createKeys } from '../server/src/platform/keys.ts'

/** A real, empty, migrated PostgreSQL for as long as `work` runs. */
export async function withScratchDatabase<T>(
  work: (client: pg.Client, url: string) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stoa-scratch-'))
  const postgres = await startEmbeddedPostgres({
    dataDir: join(dataDir, 'postgres'),
    log: pino({ level: 'silent' }),
    forTests: true,
  })
  try {
    await migrate(postgres.url, createKeys('a-secret-for-a-scratch-database-only-0123'))
    const client = new pg.Client({ connectionString: postgres.url })
    await client.connect()
    try {
      return await work(client, postgres.url)
    } finally {
      await client.end()
    }
  } finally {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
