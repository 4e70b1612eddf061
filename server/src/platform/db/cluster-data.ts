import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chmod,
  chown,
  lchown,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { folderProblem } from '../folder-problem.ts'
import { makeFolder } from '../make-folder.ts'
import { StartProblem } from '../start-problem.ts'
import { type Account, isReachable, type PostgresBinaries, spawnOptions } from './postgres-binaries.ts'
import { explainPostgresOutput } from './postgres-output.ts'

export const POSTGRES_MAJOR = '18'
export const SUPERUSER = 'stoa'
export const DATABASE = 'stoa'

/** The places in a data folder. */
export type ClusterData = { folder: string; cluster: string; passwordFile: string; logFile: string }

export function clusterDataIn(dataDir: string): ClusterData {
  const folder = resolve(dataDir)
  return {
    folder,
    cluster: join(folder, 'cluster'),
    passwordFile: join(folder, 'password'),
    logFile: join(folder, 'postgres.log'),
  }
}

/** Everybody comes in with the password, also over the socket; the account of the system means nothing. */
const accessRules = `# Written by Stoa.
local all all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
host all all ::1/128 scram-sha-256
`

/** Makes the data folder when missing, and makes sure that this user may work in it. */
export async function openDataFolder(data: ClusterData): Promise<void> {
  await writing(data, async () => makeFolder(data.folder, 0o711))
  const uid = process.getuid?.() ?? 0
  const owner = await clusterOwner(data)
  if (uid !== 0 && owner !== null && owner !== uid) {
    throw new StartProblem('folder_owned_by_other', { folder: data.folder, uid, owner })
  }
}

/** User id that owns the existing data, or null when there is none. */
export async function clusterOwner(data: ClusterData): Promise<number | null> {
  return await stat(data.cluster).then(
    ({ uid }) => uid,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw folderProblem(data.folder, error)
    },
  )
}

/** Refuses data this PostgreSQL cannot open, and puts right who may read it. */
export async function checkCluster(data: ClusterData, runAs: Account | null): Promise<void> {
  const version = await readFile(join(data.cluster, 'PG_VERSION'), 'utf8').catch(() => null)
  if (version === null) {
    throw new StartProblem('data_damaged', { folder: data.cluster, detail: 'PG_VERSION cannot be read' })
  }
  if (version.trim() !== POSTGRES_MAJOR) {
    const params = { folder: data.folder, found: version.trim(), needed: POSTGRES_MAJOR }
    throw new StartProblem('data_of_other_version', params)
  }
  const { uid, mode } = await stat(data.cluster)
  await writing(data, async () => {
    // As after restoring a copy as root.
    if (runAs !== null && uid !== runAs.uid) await giveAway(data.cluster, runAs)
    // PostgreSQL accepts 0700 and 0750 only.
    if ((mode & 0o027) !== 0) await chmod(data.cluster, 0o700)
  })
}

/** Removes data whose making was interrupted. Only the holder of the lock may. */
export async function removeUnfinished(data: ClusterData): Promise<void> {
  for (const name of await writing(data, () => readdir(data.folder))) {
    if (!name.startsWith('cluster.new-')) continue
    await writing(data, () => rm(join(data.folder, name), { recursive: true, force: true }))
  }
}

/** The password of the superuser, or null when it was never written or is lost. */
export async function readPassword(data: ClusterData): Promise<string | null> {
  const text = await readFile(data.passwordFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw folderProblem(data.folder, error)
  })
  return /^[\w-]{32}\n$/.test(text) ? text.trim() : null
}

/** Writes a new random password to the data folder, for this user's eyes only. */
export async function writeNewPassword(data: ClusterData): Promise<string> {
  const password = randomBytes(24).toString('base64url')
  const unfinished = `${data.passwordFile}.new`
  await writing(data, async () => {
    await rm(unfinished, { force: true })
    await writeFile(unfinished, `${password}\n`, { mode: 0o600, flush: true })
    await rename(unfinished, data.passwordFile)
  })
  return password
}

/**
 * Makes the data with initdb. It is made aside and renamed when complete, so that an interrupted start leaves
 * nothing that looks finished. With `forTests` nothing is forced to disk.
 */
export async function createCluster(
  binaries: PostgresBinaries,
  data: ClusterData,
  password: string,
  forTests: boolean,
): Promise<void> {
  const { runAs } = binaries
  const unfinished = join(data.folder, `cluster.new-${randomBytes(4).toString('hex')}`)
  try {
    await writing(data, async () => {
      await mkdir(unfinished, { mode: 0o700 })
      if (runAs) await chown(unfinished, runAs.uid, runAs.gid)
    })
    // UTF-8 sorted by PostgreSQL's own rules, the same on every system, so that no index breaks when the
    // system is upgraded. Only the word splitting of full-text search asks the C library, and "C" takes every
    // character beyond ASCII for a letter, « and — included; C.UTF-8 knows better where it exists.
    const initdb = (characterRules: string) =>
      runProgram(binaries, data, unfinished, 'initdb', [
        ...['-D', '', `--username=${SUPERUSER}`, '--encoding=UTF8', '--locale-provider=builtin'],
        ...['--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${characterRules}`],
        // Trust lasts only until the access rules below; initdb would want a password file it can read.
        ...['--auth=trust', '--data-checksums', '--no-instructions'],
        ...(forTests ? ['--no-sync'] : []),
      ])
    let made = await initdb('C.UTF-8')
    if (made.output.includes('invalid locale name')) made = await initdb('C')
    if (made.code !== 0) throw explainPostgresOutput(made.output, data, 0)
    await writing(data, () => writeFile(join(unfinished, 'pg_hba.conf'), accessRules))
    await runStatements(binaries, data, unfinished, [
      passwordStatement(password),
      `create database ${DATABASE}`,
    ])
    await writing(data, () => rename(unfinished, data.cluster))
    if (!forTests) await syncFolder(data.folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
}

/** Gives the superuser a new password on data no server is running on. */
export async function setPassword(
  binaries: PostgresBinaries,
  data: ClusterData,
  password: string,
): Promise<void> {
  await runStatements(binaries, data, data.cluster, [passwordStatement(password)])
}

/**
 * The path by which PostgreSQL is told `cluster`, its working directory. Its account may be shut out of a
 * folder further up (a clone under /root); the working directory, which is entered while still root, leads in
 * without passing through there.
 */
export async function clusterPathFor(
  data: ClusterData,
  cluster: string,
  runAs: Account | null,
): Promise<string> {
  if (runAs === null || (await isReachable(data.folder, runAs))) return cluster
  if (process.platform === 'linux') return '/proc/self/cwd'
  const account = runAs.name ?? `user id ${runAs.uid}`
  throw new StartProblem('folder_unreachable', { folder: data.folder, account })
}

/** Does something that writes to the data folder and turns what the file system refuses into a `StartProblem`. */
export async function writing<T>(data: ClusterData, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw folderProblem(data.folder, error)
  }
}

function passwordStatement(password: string): string {
  return `alter role ${SUPERUSER} password '${password}'`
}

/** Statements go in by standard input, where no list of processes shows the password. */
async function runStatements(
  binaries: PostgresBinaries,
  data: ClusterData,
  cluster: string,
  statements: string[],
): Promise<void> {
  const args = ['--single', '-D', '', '-c', 'log_min_error_statement=panic', 'postgres']
  const input = `${statements.join('\n')}\n`
  const { code, output } = await runProgram(binaries, data, cluster, 'postgres', args, input)
  if (code !== 0 || /(ERROR|FATAL|PANIC): /.test(output)) throw explainPostgresOutput(output, data, 0)
}

/** Runs a program on a cluster; the empty argument after -D stands for its path. */
async function runProgram(
  binaries: PostgresBinaries,
  data: ClusterData,
  cluster: string,
  program: 'initdb' | 'postgres',
  args: string[],
  input = '',
): Promise<{ code: number | null; output: string }> {
  const path = await clusterPathFor(data, cluster, binaries.runAs)
  const child = spawn(
    join(binaries.folder, 'bin', program),
    args.map((argument) => argument || path),
    { ...spawnOptions(binaries.runAs, cluster), stdio: 'pipe' },
  )
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  // A program that ended early has said why on its other end.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output }
}

async function giveAway(folder: string, account: Account): Promise<void> {
  await chown(folder, account.uid, account.gid)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await lchown(join(entry.parentPath, entry.name), account.uid, account.gid)
  }
}

/** Makes a rename in this folder outlive a loss of power. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
