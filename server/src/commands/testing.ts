import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, vi } from 'vitest'
import { findRunningPostgres } from '../platform/db/embedded.ts'

const main = join(import.meta.dirname, '../main.ts')

/** Environment variables beside the few every program has. */
type Env = Record<string, string | number>
type RunOptions = { env?: Env; input?: string; uid?: number; cwd?: string }

/** How a program ended and everything it said. */
export type Ended = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }

/** A `stoa` that runs. */
export type Program = {
  pid: number
  /** Everything it said so far. */
  said(): string
  /** Resolves when it says something like this; fails when it ends before. */
  says(what: RegExp): Promise<RegExpMatchArray>
  signal(name: NodeJS.Signals): void
  ended: Promise<Ended>
}

/** A folder of its own with programs in it, for one test file. Close it in afterAll. */
export type Ground = {
  folder: string
  /** Data folder of every program that is not given another. */
  data: string
  /** Runs `stoa` with these arguments. */
  run(args: string[], options?: RunOptions): Program
  /** Starts Stoa on this port and waits until it tells its address. */
  start(port: number, env?: Env): Promise<Program>
  /** Rows straight from the embedded database of the data folder, as its owner. */
  sql<T = Record<string, unknown>>(text: string): Promise<T[]>
  /** Waits until nothing of the embedded database runs. */
  databaseStopped(): Promise<void>
  close(): Promise<void>
}

export function openGround(): Ground {
  const folder = mkdtempSync(join(tmpdir(), 'stoa-program-'))
  // As root, PostgreSQL runs as another account, which must be able to pass.
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  const running = new Set<ChildProcess>()

  const databaseStopped = () => until(async () => !existsPidFile(data))

  const run: Ground['run'] = (args, { env = {}, input = '', uid, cwd } = {}) => {
    const child = spawn(process.execPath, [main, ...args], {
      // Nothing of the test run itself: a person's shell has none of it.
      env: textual({ PATH: process.env.PATH ?? '', HOME: folder, STOA_DATA: data, ...env }),
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(cwd ? { cwd } : {}),
      ...(uid === undefined ? {} : { uid, gid: uid }),
    })
    running.add(child)
    return programOf(child, input, () => running.delete(child))
  }

  return {
    folder,
    data,
    run,
    databaseStopped,
    async start(port, env = {}) {
      const program = run(['start'], { env: { PORT: port, ...env } })
      await program.says(/Stoa is ready at .*\n/)
      return program
    },
    async sql<T>(text: string) {
      const url = await findRunningPostgres(join(data, 'postgres'))
      if (!url) throw new Error('No database is running.')
      return sqlAt<T>(url, text)
    },
    async close() {
      const left = [...running].map((child) => {
        const gone = once(child, 'close')
        child.kill('SIGKILL')
        return gone
      })
      await Promise.all(left)
      await databaseStopped()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function programOf(child: ChildProcess, input: string, onEnd: () => void): Program {
  let stdout = ''
  let stderr = ''
  const said = () => stdout + stderr
  const listeners = new Set<() => void>()
  const hear = () => {
    for (const listener of listeners) listener()
  }
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk
    hear()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk
    hear()
  })
  // A program that never reads its input may be gone before it is written.
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    onEnd()
    return { code, signal, stdout, stderr }
  })
  return {
    pid: child.pid ?? 0,
    said,
    says: (what) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = said().match(what)
          if (!found) return
          listeners.delete(look)
          resolve(found)
        }
        listeners.add(look)
        look()
        void ended.then(() => reject(new Error(`It ended without saying ${what}:\n${said()}`)))
      }),
    signal: (name) => void child.kill(name),
    ended,
  }
}

const textual = (env: Env) =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]))

function existsPidFile(data: string): boolean {
  try {
    const [pid] = readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(pid), 0)
    return true
  } catch {
    return false
  }
}

/** Looks until it sees what is expected; for what happens in other processes. */
export async function eventually<T>(look: () => Promise<T>, expected: T): Promise<void> {
  await vi.waitFor(async () => expect(await look()).toEqual(expected), { timeout: 60_000, interval: 20 })
}

/** Looks until something is so. */
export const until = (isSo: () => Promise<boolean>): Promise<void> => eventually(isSo, true)

/** Rows from a database, on a connection of its own. */
export async function sqlAt<T = Record<string, unknown>>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const result = await client.query(text)
    return (result.rows ?? []) as T[]
  } finally {
    await client.end()
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** An answer over the wire. */
export type WireAnswer = {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: the body of an answer has the shape the test says it has
  body: any
  headers: Headers
}

/** Asks the API of a running Stoa, on a connection of its own. */
export async function call(
  port: number,
  method: string,
  path: string,
  { token, body }: { token?: string; body?: object } = {},
): Promise<WireAnswer> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: {
      connection: 'close',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json')
  return { status: answer.status, body: isJson ? JSON.parse(text) : text, headers: answer.headers }
}

export async function signIn(port: number, email: string, password: string): Promise<string> {
  const { status, body } = await call(port, 'POST', '/api/v1/identity/sessions', {
    body: { email, password },
  })
  expect(status, email).toBe(201)
  return body.token
}

/**
 * Begins to upload a course package and holds back the end. Resolves once the server takes the body; `finish` sends
 * the rest and resolves with the answer.
 */
export async function slowUpload(
  port: number,
  token: string,
  content: Buffer,
): Promise<{ finish(): Promise<{ status: number; body: { importId: string } }> }> {
  const upload = request({
    // As a browser, which keeps the connection for what it may ask next.
    agent: new Agent({ keepAlive: true }),
    host: '127.0.0.1',
    port,
    method: 'POST',
    path: '/api/v1/imports/courses?fileName=course.tar.gz',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
      'content-length': content.length,
      expect: '100-continue',
    },
  })
  const answered = once(upload, 'response')
  // Whoever never finishes it does not care how it ends.
  answered.catch(() => {})
  upload.flushHeaders()
  await Promise.race([once(upload, 'continue'), answered])
  upload.write(content.subarray(0, 100))
  return {
    async finish() {
      upload.end(content.subarray(100))
      const [response] = await answered
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      return { status: response.statusCode, body: JSON.parse(Buffer.concat(chunks).toString()) }
    },
  }
}
