import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import type { Config } from '../platform/config.ts'
import { checkOutsideDatabase, explainConnectionProblem } from '../platform/db/connection-problems.ts'
import { findRunningPostgres, startEmbeddedPostgres } from '../platform/db/embedded.ts'
import { folderProblem } from '../platform/folder-problem.ts'
import { makeFolder } from '../platform/make-folder.ts'
import { StartProblem } from '../platform/start-problem.ts'

/** The database of an installation, wherever it lives. */
export type Installation = {
  /** Address as the owner of the database. */
  ownerUrl: string
  embedded: boolean
  /** Resolves when an embedded server ends by itself. */
  lost: Promise<StartProblem> | null
  stop(): Promise<void>
}

/** Opens the database: the outside one when DATABASE_URL is set, else the embedded one in the data folder. */
export async function openInstallation(
  config: Config,
  options: { beside?: boolean } = {},
): Promise<Installation> {
  await requireFolder(config.dataDir)
  if (config.databaseUrl) {
    await checkOutside(config.databaseUrl)
    return { ownerUrl: config.databaseUrl, embedded: false, lost: null, stop: async () => {} }
  }
  const dataDir = join(config.dataDir, 'postgres')
  // Commands may run beside a Stoa that is up: they then use its server.
  if (options.beside) {
    const running = await findRunningPostgres(dataDir)
    if (running) return { ownerUrl: running, embedded: true, lost: null, stop: async () => {} }
  }
  const log = pino({ level: config.env === 'production' ? 'info' : 'warn', base: undefined })
  const postgres = await startEmbeddedPostgres({ dataDir, log })
  return { ownerUrl: postgres.url, embedded: true, lost: postgres.lost, stop: postgres.stop }
}

/** Files go into the data folder, also where the database is elsewhere. */
async function requireFolder(folder: string): Promise<void> {
  try {
    makeFolder(folder)
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw folderProblem(folder, error)
  }
}

async function checkOutside(url: string): Promise<void> {
  const client = await connect(url)
  try {
    await checkOutsideDatabase(client, url)
  } finally {
    await client.end()
  }
}

async function connect(url: string): Promise<pg.Client> {
  // The roles Stoa makes are named after the database, so it has to be named.
  if (!URL.canParse(url) || new URL(url).pathname.length < 2) {
    throw new StartProblem('database_url_invalid', undefined)
  }
  try {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 10_000,
      application_name: 'stoa start',
    })
    await client.connect()
    return client
  } catch (error) {
    throw await explainConnectionProblem(error, url)
  }
}
