import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { StartProblem } from '../start-problem.ts'
import { type EmbeddedPostgres, findRunningPostgres, startEmbeddedPostgres } from './embedded.ts'

const isRoot = process.getuid?.() === 0
const isLinux = process.platform === 'linux'

let folder: string
let dataDir: string
let running: EmbeddedPostgres[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stoa-embedded-'))
  // As root, PostgreSQL runs as another account, which must be able to pass.
  await chmod(folder, 0o755)
  dataDir = join(folder, 'postgres')
  running = []
})

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()))
  await rm(folder, { recursive: true, force: true })
})

const log = { info: () => undefined, warn: vi.fn() }

async function start(options: { dataDir?: string; port?: number } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log, forTests: true, ...options })
  running.push(server)
  return server
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

async function refusal(attempt: Promise<unknown>): Promise<StartProblem> {
  const problem = await attempt.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(problem instanceof StartProblem)) throw new Error('was not refused', { cause: problem })
  return problem
}

async function serverPid(): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8'), 10)
}

/** A Stoa of its own that starts the database and can be killed. Resolves once the database is ready. */
async function startInOtherProcess(): Promise<{ process: ChildProcess; url: string }> {
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)}
    const log = { info() {}, warn() {} }
    const { url } = await startEmbeddedPostgres({ dataDir: process.argv[1], log })
    process.stdout.write(url)
  `
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = (await once(child.stdout!, 'data')) as [Buffer]
  return { process: child, url: url.toString() }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

describe('data', () => {
  test('is made on the first start and still there on the next', async () => {
    const first = await start()
    await query(first.url, "create table notes as select 'kept' as text")
    await first.stop()
    const second = await start()
    expect(await query(second.url, 'select text from notes')).toEqual([{ text: 'kept' }])
  })

  test('is UTF-8 with checksums, and splits words beyond ASCII', async () => {
    const { url } = await start()
    const [facts] = await query(
      url,
      `select current_setting('server_version_num')::int >= 180000 as new_enough,
              current_setting('data_checksums') as checksums,
              pg_encoding_to_char(encoding) as encoding, datlocprovider as provider,
              to_tsvector('simple', '«Привет»')::text as words
       from pg_database where datname = current_database()`,
    )
    expect(facts).toEqual({
      new_enough: true,
      checksums: 'on',
      encoding: 'UTF8',
      provider: 'b',
      words: "'привет':1",
    })
  })

  test('that was only half made is made again', async () => {
    const left = join(dataDir, 'cluster.new-cafe')
    await mkdir(left, { recursive: true })
    await writeFile(join(left, 'PG_VERSION'), '18\n')
    await start()
    expect(existsSync(left)).toBe(false)
  })

  test('of another version of PostgreSQL is refused', async () => {
    await (await start()).stop()
    await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '17\n')
    const problem = await refusal(start())
    expect(problem.code).toBe('data_of_other_version')
    expect(problem.message).toContain('made by PostgreSQL 17')
  })

  test('that others could read is closed again', async () => {
    await (await start()).stop()
    await chmod(join(dataDir, 'cluster'), 0o755)
    await start()
    expect((await stat(join(dataDir, 'cluster'))).mode & 0o777).toBe(0o700)
  })

  test('without its main parts is refused as damaged', async () => {
    await (await start()).stop()
    await rm(join(dataDir, 'cluster', 'global', 'pg_control'))
    expect((await refusal(start())).code).toMatch(/data_damaged|postgres_failed/)
  })
})

describe('password', () => {
  test('is needed, and only its owner can read it', async () => {
    const { url } = await start()
    expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600)
    await expect(query(url.replace(/:[^:@/]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({
      code: '28P01',
    })
  })

  test('that was lost is replaced', async () => {
    const first = await start()
    await query(first.url, 'create table kept ()')
    await first.stop()
    await writeFile(join(dataDir, 'password'), '')
    const second = await start()
    expect(await query(second.url, "select to_regclass('kept')::text as name")).toEqual([{ name: 'kept' }])
  })
})

describe('folder', () => {
  test('serves one Stoa at a time, but lets commands find its database', async () => {
    const { url } = await start()
    const problem = await refusal(start())
    expect(problem).toMatchObject({ code: 'folder_in_use', exitCode: 75 })
    expect(problem.message).toContain(`process ${process.pid}`)
    expect(await findRunningPostgres(dataDir)).toBe(url)
  })

  test('is free again after a stop', async () => {
    await (await start()).stop()
    expect(await findRunningPostgres(dataDir)).toBeNull()
    await start()
  })

  test('may have a long path with spaces', async () => {
    const { url } = await start({ dataDir: join(folder, `a path, "quoted" ${'x'.repeat(90)}`, 'postgres') })
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('that is a file is refused', async () => {
    await writeFile(dataDir, '')
    expect((await refusal(start())).code).toBe('folder_not_writable')
  })

  test.skipIf(isRoot)('that cannot be written is refused', async () => {
    await mkdir(dataDir, { mode: 0o500 })
    expect(await refusal(start())).toMatchObject({ code: 'folder_not_writable', exitCode: 77 })
  })

  test.runIf(isRoot && isLinux)('may lie where the account of PostgreSQL cannot reach', async () => {
    await chmod(folder, 0o700)
    const { url } = await start()
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('port', () => {
  test('opens the database to programs on this machine', async () => {
    const port = await freePort()
    const { url } = await start({ port })
    const [address] = await query(url.split('?')[0]!, 'select inet_server_port() as port')
    expect(address).toEqual({ port })
  })

  test('that is taken is refused', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const problem = await refusal(start({ port }))
    other.close()
    expect(problem).toMatchObject({ code: 'database_port_taken', params: { port } })
    await start()
  })
})

describe('after an accident', () => {
  test('a killed Stoa takes its database along and loses nothing', async () => {
    const stoa = await startInOtherProcess()
    await query(stoa.url, "create table notes as select 'committed' as text")
    await kill(stoa.process)
    await vi.waitFor(async () => expect(await findRunningPostgres(dataDir)).toBeNull(), { timeout: 10_000 })
    const { url } = await start()
    expect(await query(url, 'select text from notes')).toEqual([{ text: 'committed' }])
  })

  test('the next start need not wait for that', async () => {
    const stoa = await startInOtherProcess()
    await kill(stoa.process)
    const { url } = await start()
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test.runIf(isLinux)('a database without its Stoa is stopped by the next start', async () => {
    const stoa = await startInOtherProcess()
    const orphan = await serverPid()
    const children = await readFile(`/proc/${stoa.process.pid}/task/${stoa.process.pid}/children`, 'utf8')
    for (const watcher of children.trim().split(' ').map(Number)) {
      if (watcher !== orphan) process.kill(watcher, 'SIGKILL')
    }
    await kill(stoa.process)
    await start()
    expect(await serverPid()).not.toBe(orphan)
    expect(log.warn).toHaveBeenCalledWith(expect.stringContaining(String(orphan)))
  })

  test('a database killed with its Stoa recovers', async () => {
    const stoa = await startInOtherProcess()
    await query(stoa.url, "create table notes as select 'committed' as text")
    const postgres = await serverPid()
    stoa.process.kill('SIGSTOP')
    process.kill(postgres, 'SIGKILL')
    await kill(stoa.process)
    const { url } = await start()
    expect(await query(url, 'select text from notes')).toEqual([{ text: 'committed' }])
  })

  test('a stranger that got the process id of the database is left alone', async () => {
    await (await start()).stop()
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const run = join(dataDir, 'run')
    const lines = `${stranger.pid}\n${dataDir}/cluster\n1\n5432\n${run}\n`
    await writeFile(join(dataDir, 'cluster', 'postmaster.pid'), `${lines}\n\nready   \n`)
    await writeFile(join(run, '.s.PGSQL.5432.lock'), lines)
    await start()
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
    await kill(stranger)
  })

  test('a database that ends on its own is reported', async () => {
    const server = await start()
    process.kill(await serverPid(), 'SIGKILL')
    expect((await server.lost).code).toBe('database_lost')
  })
})

test('stopping cuts off clients that linger', async () => {
  const server = await start()
  const client = new pg.Client({ connectionString: server.url })
  client.on('error', () => undefined)
  await client.connect()
  await server.stop()
  expect(await readdir(dataDir)).not.toContain('lock.pid')
  await expect(query(server.url, 'select 1')).rejects.toThrow()
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
