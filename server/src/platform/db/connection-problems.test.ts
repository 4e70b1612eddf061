import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StartProblem } from '../start-problem.ts'
import { checkOutsideDatabase, explainConnectionProblem } from './connection-problems.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts'

const secret = 'correct horse'

let folder: string
let server: EmbeddedPostgres
let owner: URL

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stoa-connection-'))
  await chmod(folder, 0o755)
  const log = { info: () => undefined, warn: () => undefined }
  const port = await freePort()
  server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), log, port, forTests: true })
  owner = new URL(server.url.split('?')[0]!)
})

afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Connects as Stoa does on start and returns what it would say, or null when all is well. */
async function problemOf(url: string): Promise<StartProblem | null> {
  let client: pg.Client
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 500 })
    client.on('error', () => undefined)
    await client.connect()
  } catch (error) {
    const problem = await explainConnectionProblem(error, url)
    expect(problem.message).not.toContain(secret)
    expect(problem.message).not.toContain(encodeURIComponent(secret))
    return problem
  }
  try {
    await checkOutsideDatabase(client, url)
    return null
  } catch (error) {
    return error as StartProblem
  } finally {
    await client.end()
  }
}

function urlWith(change: (url: URL) => void): string {
  const url = new URL(owner)
  change(url)
  return url.href
}

async function asOwner(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

describe('an outside database', () => {
  test('that is fit is accepted, over TCP and over its socket', async () => {
    expect(await problemOf(owner.href)).toBeNull()
    expect(await problemOf(server.url)).toBeNull()
  })

  test.each([
    ['not a url', 'localhost/stoa'],
    ['of another product', `mysql://stoa:${secret}@localhost/stoa`],
    ['with a raw # in its password', `postgresql://stoa:${secret}#1@localhost/stoa`],
    ['with an impossible port', `postgresql://stoa:${secret}@localhost:99999/stoa`],
  ])('whose URL is %s', async (_name, url) => {
    expect(await explainConnectionProblem(new Error(`Invalid URL ${url}`), url)).toMatchObject({
      code: 'database_url_invalid',
      exitCode: 78,
    })
  })

  test('whose host has no address', async () => {
    const url = `postgresql://stoa:${encodeURIComponent(secret)}@nowhere.invalid/stoa`
    const error = Object.assign(new Error('getaddrinfo ENOTFOUND nowhere.invalid'), { code: 'ENOTFOUND' })
    expect((await explainConnectionProblem(error, url)).message).toMatch(
      /^The database host nowhere.invalid cannot be found/,
    )
  })

  test('that does not run', async () => {
    const port = await freePort()
    const problem = await problemOf(
      urlWith((url) => {
        url.port = String(port)
      }),
    )
    expect(problem?.code).toBe('database_refused')
    expect(problem?.message).toContain(`:${port}`)
    expect((await problemOf(`postgresql://stoa@localhost/stoa?host=${folder}`))?.code).toBe(
      'database_refused',
    )
  })

  test('that wants another password, or any', async () => {
    expect(
      await problemOf(
        urlWith((url) => {
          url.password = secret
        }),
      ),
    ).toMatchObject({
      code: 'database_password_wrong',
      params: { user: 'stoa' },
    })
    expect(
      (
        await problemOf(
          urlWith((url) => {
            url.password = ''
          }),
        )
      )?.code,
    ).toBe('database_password_wrong')
    expect(
      (
        await problemOf(
          urlWith((url) => {
            url.username = 'nobody-here'
          }),
        )
      )?.code,
    ).toBe('database_password_wrong')
  })

  test('that was never created', async () => {
    expect(
      await problemOf(
        urlWith((url) => {
          url.pathname = '/missing'
        }),
      ),
    ).toMatchObject({
      code: 'database_missing',
      params: { database: 'missing' },
    })
  })

  test('that offers no encryption', async () => {
    expect(
      (
        await problemOf(
          urlWith((url) => {
            url.search = 'sslmode=verify-full'
          }),
        )
      )?.code,
    ).toBe('database_tls_refused')
  })

  test('that lets its user create neither schemas nor roles', async () => {
    await asOwner(`create role modest login password 'modest'`)
    const url = urlWith((url) => {
      url.username = 'modest'
      url.password = 'modest'
    })
    expect(await problemOf(url)).toMatchObject({
      code: 'database_right_missing',
      params: { right: 'CREATE', remedy: 'grant create on database stoa to modest' },
    })
    await asOwner('grant create on database stoa to modest')
    expect(await problemOf(url)).toMatchObject({
      params: { right: 'CREATEROLE', remedy: 'alter role modest createrole' },
    })
    await asOwner('alter role modest createrole')
    expect(await problemOf(url)).toBeNull()
  })

  test('that lets its user not even in', async () => {
    await asOwner(
      `create role shut login password 'shut'`,
      'create database closed',
      'revoke connect on database closed from public',
    )
    const problem = await problemOf(
      urlWith((url) => {
        url.username = 'shut'
        url.password = 'shut'
        url.pathname = '/closed'
      }),
    )
    expect(problem?.code).toBe('database_access_denied')
  })

  test('that is full', async () => {
    await asOwner(`create role single login password 'single' connection limit 0`)
    const problem = await problemOf(
      urlWith((url) => {
        url.username = 'single'
        url.password = 'single'
      }),
    )
    expect(problem?.code).toBe('database_connections_exhausted')
  })

  test('that only reads', async () => {
    await asOwner('create database frozen', 'alter database frozen set default_transaction_read_only = on')
    expect(
      (
        await problemOf(
          urlWith((url) => {
            url.pathname = '/frozen'
          }),
        )
      )?.code,
    ).toBe('database_read_only')
  })

  test('that stores text in another encoding', async () => {
    await asOwner(
      `create database ascii encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`,
    )
    expect(
      (
        await problemOf(
          urlWith((url) => {
            url.pathname = '/ascii'
          }),
        )
      )?.code,
    ).toBe('database_encoding_wrong')
  })

  test('that is too old', async () => {
    const old = { query: async () => ({ rows: [{ version_number: 160004, version: '16.4 (Debian)' }] }) }
    await expect(checkOutsideDatabase(old, owner.href)).rejects.toMatchObject({
      code: 'database_too_old',
      params: { found: '16.4 (Debian)' },
    })
  })
})

describe('something else at that address', () => {
  test.each<[string, (socket: Socket) => void]>([
    ['a web server', (socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))],
    ['a MySQL server', (socket) => socket.write(Buffer.from('4a0000000a382e302e3336', 'hex'))],
    ['an SSH server', (socket) => socket.write('SSH-2.0-OpenSSH_9.9\r\n')],
    ['a server that hangs up', (socket) => socket.end()],
    ['a server that says nothing', () => undefined],
  ])('%s is not PostgreSQL', async (_name, behave) => {
    const other = createServer((socket) => {
      socket.on('error', () => undefined)
      behave(socket)
    })
    const port = await listening(other)
    const problem = await problemOf(`postgresql://stoa:${encodeURIComponent(secret)}@127.0.0.1:${port}/stoa`)
    other.close()
    expect(problem?.code).toBe('database_not_postgresql')
  })
})

async function listening(other: Server): Promise<number> {
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  return (other.address() as { port: number }).port
}

async function freePort(): Promise<number> {
  const probe = createServer()
  const port = await listening(probe)
  probe.close()
  await once(probe, 'close')
  return port
}
