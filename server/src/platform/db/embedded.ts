import { StartProblem } from '../start-problem.ts'
import {
  checkCluster,
  clusterDataIn,
  clusterOwner,
  createCluster,
  DATABASE,
  openDataFolder,
  readPassword,
  removeUnfinished,
  SUPERUSER,
  setPassword,
  writeNewPassword,
  writing,
} from './cluster-data.ts'
import { lockDataFolder } from './data-folder-lock.ts'
import { findPostgres } from './postgres-binaries.ts'
import {
  endLeftOverServer,
  findServer,
  type PostgresLog,
  type PostgresSettings,
  runServer,
} from './postgres-server.ts'

/** For one small machine that also runs Stoa: little memory, few connections, every commit on disk. */
const ordinarySettings: PostgresSettings = {
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_connections: 60,
  max_worker_processes: 4,
  max_logical_replication_workers: 0,
  max_parallel_workers: 2,
  max_parallel_workers_per_gather: 1,
  io_workers: 2,
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_compression: 'on',
  min_wal_size: '64MB',
  max_wal_size: '512MB',
  checkpoint_timeout: '15min',
  random_page_cost: 1.1,
  jit: 'off',
  autovacuum_max_workers: 2,
  autovacuum_naptime: '30s',
  autovacuum_vacuum_scale_factor: 0.05,
  autovacuum_analyze_scale_factor: 0.05,
  idle_in_transaction_session_timeout: '10min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // A refused statement belongs into Stoa's log, with its request; here it would only leak what people wrote.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** Fast and forgetful: a crash of the machine may lose everything. */
const testSettings: PostgresSettings = {
  ...ordinarySettings,
  max_connections: 120,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  checkpoint_timeout: '1h',
  autovacuum: 'off',
}

export type EmbeddedPostgresOptions = {
  /** Folder for everything of the database; made when missing. */
  dataDir: string
  log: PostgresLog
  /** Also listen on 127.0.0.1 at this port, for psql and the like. Without it there is only the socket. */
  port?: number
  /** Server settings over the built-in ones, as in postgresql.conf. */
  settings?: PostgresSettings
  /** Trades durability for speed. */
  forTests?: boolean
}

export type EmbeddedPostgres = {
  /** Connection URL of the superuser, to the database "stoa", which it owns. Contains the password. */
  url: string
  /**
   * Ends the server and frees the folder; may be called more than once. Close pools first: clients have two
   * seconds to leave before they are cut off.
   */
  stop: () => Promise<void>
  /** Resolves when the server ends although nobody called `stop`. */
  lost: Promise<StartProblem>
}

/**
 * Starts the bundled PostgreSQL 18 on the data in `dataDir`, making the data on first use.
 *
 * In the folder: `cluster` (PostgreSQL's own), `password` (of the superuser, 0600), `postgres.log` (kept below
 * 16 MB, one older part beside it), `lock`, and `run` for the socket.
 *
 * It listens on a Unix socket: no port to collide with, and nobody but this user and root can even knock.
 *
 * The server runs in a session of its own, so Ctrl-C in a terminal reaches Stoa alone, which drains before it
 * calls `stop`. When Stoa is killed outright, a small watcher shuts the server down in order; should even that
 * be gone, the next start ends the left-over server first.
 *
 * Throws `StartProblem` for everything an operator can put right.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, port = 5432, forTests = false } = options
  const data = clusterDataIn(options.dataDir)
  await openDataFolder(data)
  const lock = await writing(data, async () => lockDataFolder(data.folder))
  try {
    await removeUnfinished(data)
    const owner = await clusterOwner(data)
    const binaries = await findPostgres(owner)
    if (owner !== null) {
      await checkCluster(data, binaries.runAs)
      await endLeftOverServer(data, log)
    }
    const known = await readPassword(data)
    const password = known ?? (await writeNewPassword(data))
    if (owner === null) {
      log.info('Creating the database (first start) …')
      await createCluster(binaries, data, password, forTests)
    } else if (known === null) {
      log.warn('The password of the database was lost; setting a new one.')
      await setPassword(binaries, data, password)
    }
    const settings = {
      ...(forTests ? testSettings : ordinarySettings),
      listen_addresses: options.port === undefined ? '' : '127.0.0.1',
      ...options.settings,
    }
    const server = await runServer(binaries, data, settings, port, log)
    const lost = server.ended.then((wasAsked) => {
      lock.release()
      return wasAsked
        ? new Promise<never>(() => undefined)
        : new StartProblem('database_lost', { logFile: data.logFile })
    })
    return { url: connectionUrl(password, server.socketFolder, port), stop: server.stop, lost }
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * Connection URL of the server that another Stoa process runs on this folder, or null when none is ready.
 * For commands that work beside a running Stoa; that one may stop the server at any time.
 */
export async function findRunningPostgres(dataDir: string): Promise<string | null> {
  const data = clusterDataIn(dataDir)
  const server = await findServer(data)
  const password = server && (await readPassword(data))
  return server && password ? connectionUrl(password, server.socketFolder, server.port) : null
}

/** With a host, because URL parsers insist on one; `host` in the query is what libpq and pg go by. */
function connectionUrl(password: string, socketFolder: string, port: number): string {
  return `postgresql://${SUPERUSER}:${password}@localhost:${port}/${DATABASE}?host=${encodeURIComponent(socketFolder)}`
}
