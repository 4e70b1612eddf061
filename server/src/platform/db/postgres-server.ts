import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { chown, copyFile, lstat, mkdir, mkdtemp, readFile, rm, stat, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { StartProblem } from '../start-problem.ts'
import { type ClusterData, clusterPathFor } from './cluster-data.ts'
import { type Account, isReachable, type PostgresBinaries, spawnOptions } from './postgres-binaries.ts'
import { explainPostgresOutput } from './postgres-output.ts'

const run = promisify(execFile)

export type PostgresSettings = Record<string, string | number>
/** The part of a logger that is needed here; a pino logger fits. */
export type PostgresLog = { info: (message: string) => void; warn: (message: string) => void }

/** A running server. */
export type PostgresServer = {
  socketFolder: string
  /** Ends the server: clients have two seconds to leave, then they are cut off. */
  stop: () => Promise<void>
  /** Resolves when the server has ended; true when `stop` asked for it. */
  ended: Promise<boolean>
}

/** What PostgreSQL writes about itself into postmaster.pid. */
type PidFile = { pid: number; port: number; socketFolder: string; isReady: boolean }

const LOG_LIMIT_BYTES = 16 * 1024 * 1024
const LOG_CHECK_MS = 60_000
/** `sun_path` holds 104 bytes on macOS and 108 on Linux, with the closing zero. */
const SOCKET_PATH_LIMIT_BYTES = 103
const TEMPORARY_SOCKET_FOLDER = 'stoa-postgres-'

/** Starts the server on complete data and waits until it answers. `port` also names the socket. */
export async function runServer(
  binaries: PostgresBinaries,
  data: ClusterData,
  settings: PostgresSettings,
  port: number,
  log: PostgresLog,
): Promise<PostgresServer> {
  const socketFolder = await makeSocketFolder(data, binaries.runAs)
  const all: PostgresSettings = {
    ...settings,
    port,
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
  }
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const path = await clusterPathFor(data, data.cluster, binaries.runAs)
  await keepLogSmall(data.logFile)
  const output = openSync(data.logFile, 'a', 0o600)
  try {
    const { postgres, watcher } = await launchUntilReady(data, port, log, () =>
      spawn(join(binaries.folder, 'bin', 'postgres'), ['-D', path, ...args], {
        ...spawnOptions(binaries.runAs, data.cluster),
        // A session of its own: Ctrl-C must not reach the database before Stoa has drained.
        detached: true,
        stdio: ['ignore', output, output],
      }),
    )
    return supervise(postgres, watcher, data, socketFolder)
  } catch (error) {
    await removeTemporarySocketFolder(socketFolder)
    throw error
  } finally {
    closeSync(output)
  }
}

/** Where a ready server of this data listens, or null. */
export async function findServer(data: ClusterData): Promise<{ socketFolder: string; port: number } | null> {
  const found = await readPidFile(data)
  return found?.isReady && (await isServerOf(found.pid, data.cluster)) ? found : null
}

/**
 * Ends the server of a Stoa that is no more. Only the holder of the folder's lock may call this: for
 * everybody else that server may be in use.
 */
export async function endLeftOverServer(data: ClusterData, log: PostgresLog): Promise<void> {
  const left = await readPidFile(data)
  if (left === null) return
  const isGone = async () => !(await isServerOf(left.pid, data.cluster))
  if (!(await isGone())) {
    log.warn(`Stopping the database server left over from an earlier start (process ${left.pid}).`)
    signal(left.pid, 'SIGINT')
    if (!(await until(isGone, 30_000))) signal(left.pid, 'SIGQUIT')
    if (!(await until(isGone, 10_000))) {
      throw new StartProblem('folder_in_use', { folder: data.folder, pid: left.pid })
    }
  }
  // Some other program got the number, or it is a zombie nobody buries, as under the init process of some
  // containers; PostgreSQL would take both for a running server.
  if (isAlive(left.pid)) await rm(join(data.cluster, 'postmaster.pid'), { force: true })
  await removeTemporarySocketFolder(left.socketFolder)
}

async function launchUntilReady(
  data: ClusterData,
  port: number,
  log: PostgresLog,
  launch: () => ChildProcess,
): Promise<{ postgres: ChildProcess; watcher: ChildProcess }> {
  const patienceEnds = Date.now() + 15_000
  for (;;) {
    const logStart = statSync(data.logFile).size
    const postgres = launch()
    const failure = once(postgres, 'exit').then(
      () => readFileSync(data.logFile).subarray(logStart).toString(),
      (error: Error) => error.message,
    )
    const watcher = watch(postgres)
    const output = await Promise.race([failure, untilAccepting(data, postgres, log)])
    if (output === undefined) return { postgres, watcher }
    watcher.kill('SIGKILL')
    // The last processes of a server that was killed need a moment to notice.
    if (!output.includes('pre-existing shared memory block') || Date.now() > patienceEnds) {
      throw explainPostgresOutput(output, data, port)
    }
    await pause(200)
  }
}

async function untilAccepting(
  data: ClusterData,
  postgres: ChildProcess,
  log: PostgresLog,
): Promise<undefined> {
  let nextWord = Date.now() + 5_000
  while (postgres.exitCode === null && postgres.signalCode === null && postgres.pid !== undefined) {
    const found = await readPidFile(data)
    if (found?.isReady && found.pid === postgres.pid) return undefined
    if (Date.now() > nextWord) {
      log.info('The database is recovering from an unclean stop …')
      nextWord = Date.now() + 30_000
    }
    await pause(10)
  }
  // The race is decided by the end of the process.
  return await new Promise<never>(() => undefined)
}

/**
 * Ends the server in order when this process dies without a word: the pipe to the watcher closes with us,
 * and SIGINT is PostgreSQL's "fast shutdown". So nothing stays behind after a `kill -9`, or after a crashed
 * test run.
 */
function watch(postgres: ChildProcess): ChildProcess {
  const script = 'while read -r line; do :; done; kill -INT "$0" 2>/dev/null'
  const watcher = spawn('/bin/sh', ['-c', script, String(postgres.pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Without a shell there is no watcher, and the next start ends the left-over server.
  watcher.on('error', () => undefined)
  watcher.unref()
  const pipe = watcher.stdin as unknown as {
    unref?: () => void
    on: (event: 'error', listener: () => void) => void
  }
  pipe.on('error', () => undefined)
  pipe.unref?.()
  return watcher
}

function supervise(
  postgres: ChildProcess,
  watcher: ChildProcess,
  data: ClusterData,
  socketFolder: string,
): PostgresServer {
  let stopping: Promise<void> | undefined
  const logCheck = setInterval(() => void keepLogSmall(data.logFile).catch(() => undefined), LOG_CHECK_MS)
  logCheck.unref()

  const exited =
    postgres.exitCode === null && postgres.signalCode === null ? once(postgres, 'exit') : Promise.resolve()
  const ended = exited.then(async () => {
    const wasAsked = stopping !== undefined
    watcher.kill('SIGKILL')
    clearInterval(logCheck)
    await removeTemporarySocketFolder(socketFolder)
    return wasAsked
  })

  const end = async () => {
    // "Smart", "fast" and "immediate" shutdown, https://www.postgresql.org/docs/18/server-shutdown.html
    const steps = [
      ['SIGTERM', 2_000],
      ['SIGINT', 60_000],
      ['SIGQUIT', 10_000],
      ['SIGKILL', 10_000],
    ] as const
    for (const [name, patience] of steps) {
      postgres.kill(name)
      if (await endsWithin(ended, patience)) return
    }
  }
  return {
    socketFolder,
    ended,
    stop: () => {
      stopping ??= end()
      return stopping
    },
  }
}

async function endsWithin(ended: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const alarm = new AbortController()
  const late = pause(milliseconds, false, { signal: alarm.signal }).catch(() => false)
  const result = await Promise.race([ended.then(() => true), late])
  alarm.abort()
  return result
}

/**
 * A folder for the socket: `run` beside the data when its path fits into a socket address, needs no quoting
 * in a setting, and lies open to the account PostgreSQL runs as; else a private temporary folder.
 */
async function makeSocketFolder(data: ClusterData, runAs: Account | null): Promise<string> {
  const near = join(data.folder, 'run')
  const isNearReachable = runAs === null || (await isReachable(data.folder, runAs))
  if (isNearReachable && fitsSocket(near)) {
    // The lock file of a socket names a process as postmaster.pid does, and outlives a kill like it.
    await rm(near, { recursive: true, force: true })
    await mkdir(near, { mode: 0o700 })
    if (runAs) await chown(near, runAs.uid, runAs.gid)
    return near
  }
  for (const base of [tmpdir(), '/tmp', '/run']) {
    if (runAs !== null && !(await isReachable(base, runAs).catch(() => false))) continue
    const folder = await mkdtemp(join(base, TEMPORARY_SOCKET_FOLDER)).catch(() => null)
    if (folder === null) continue
    if (!fitsSocket(folder)) {
      await rm(folder, { recursive: true, force: true })
      continue
    }
    if (runAs) await chown(folder, runAs.uid, runAs.gid)
    return folder
  }
  throw new StartProblem('folder_not_writable', {
    folder: tmpdir(),
    detail: 'there is no room for the socket of the database',
  })
}

function fitsSocket(folder: string): boolean {
  const isPlain = /^[\w./-]+$/.test(folder)
  return isPlain && Buffer.byteLength(join(folder, '.s.PGSQL.65535.lock')) <= SOCKET_PATH_LIMIT_BYTES
}

async function removeTemporarySocketFolder(folder: string): Promise<void> {
  const isOurs = [tmpdir(), '/tmp', '/run'].some((base) =>
    folder.startsWith(join(base, TEMPORARY_SOCKET_FOLDER)),
  )
  if (!isOurs || dirname(folder) === folder) return
  const found = await lstat(folder).catch(() => null)
  if (found?.isDirectory()) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
}

/** The log is opened for appending, so it can be emptied under the running server. */
async function keepLogSmall(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  )
  if (size <= LOG_LIMIT_BYTES) return
  await copyFile(logFile, `${logFile}.1`)
  await truncate(logFile, 0)
}

/** The lines are pid, data folder, start time, port, socket folder, address, shared memory, status. */
async function readPidFile(data: ClusterData): Promise<PidFile | null> {
  const text = await readFile(join(data.cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, socketFolder = '', , , status] = text.split('\n')
  if (!Number(pid)) return null
  return { pid: Number(pid), port: Number(port), socketFolder, isReady: status?.trim() === 'ready' }
}

/** A server works inside its data folder, which tells it from a stranger that got its process id. */
async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') {
    const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
    return stdout.includes('bin/postgres') && stdout.includes(cluster)
  }
  const [folder, own] = await Promise.all([
    stat(`/proc/${pid}/cwd`).catch(() => null),
    stat(cluster).catch(() => null),
  ])
  return folder !== null && own !== null && folder.ino === own.ino && folder.dev === own.dev
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Gone meanwhile, or not ours to end; the caller looks again.
  }
}

async function until(isTrue: () => Promise<boolean>, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(20)) {
    if (await isTrue()) return true
  }
  return false
}
