import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/db/embedded.ts'
import { withDatabase } from '../testing/with-database.ts'
import {
  call,
  eventually,
  freePort,
  type Ground,
  openGround,
  type Program,
  signIn,
  sqlAt,
  until,
} from './testing.ts'

// One installation as in production, on a database server of its own, in the order of its life.
let ground: Ground
let postgres: EmbeddedPostgres
let post: SMTPServer
const letters: string[] = []
let databasePort: number
let port: number
let env: Record<string, string>
let stoa: Program

const secret = 'a secret of a real installation 0123456789'
const address = (user: string, database: string) =>
  `postgresql://${user}@127.0.0.1:${databasePort}/${database}`

const school = (text: string) => sqlAt(withDatabase(postgres.url, 'school'), text)

beforeAll(async () => {
  ground = openGround()
  ;[port, databasePort] = [await freePort(), await freePort()]
  postgres = await startEmbeddedPostgres({
    dataDir: join(ground.folder, 'outside'),
    log: pino({ level: 'silent' }),
    port: databasePort,
    forTests: true,
  })
  // No superuser: what a hosted PostgreSQL gives.
  await sqlAt(postgres.url, `create role school login createrole password 'p@ss/word'`)
  await sqlAt(postgres.url, 'create database school owner school')
  post = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      letters.push(...session.envelope.rcptTo.map((to) => to.address))
      stream.resume().on('end', () => done())
    },
  })
  post.listen(0, '127.0.0.1')
  await once(post.server, 'listening')
  env = {
    STOA_ENV: 'production',
    STOA_SECRET: secret,
    STOA_URL: 'https://learn.example.org',
    STOA_PROCESSES: '2',
    STOA_LOG_LEVEL: 'warn',
    SMTP_URL: `smtp://127.0.0.1:${(post.server.address() as AddressInfo).port}`,
    DATABASE_URL: address('school:p%40ss%2Fword', 'school'),
  }
})
afterAll(async () => {
  await ground?.close()
  await postgres?.stop()
  await new Promise<void>((resolve) => post.close(() => resolve()))
})

test('a wrong password, address or database in DATABASE_URL is told without the password', async () => {
  const wrong = [
    {
      url: address('school:guessed', 'school'),
      code: 77,
      words: 'does not accept the user name and password',
    },
    {
      url: address('nobody:guessed', 'school'),
      code: 77,
      words: 'does not accept the user name and password',
    },
    { url: address('school:p%40ss%2Fword', 'college'), code: 78, words: 'There is no database "college"' },
    {
      url: 'postgresql://school:guessed@127.0.0.1:1/school',
      code: 69,
      words: 'Nothing answers at 127.0.0.1:1',
    },
  ]
  await Promise.all(
    wrong.map(async ({ url, code, words }) => {
      const end = await ground.run(['start'], { env: { ...env, PORT: port, DATABASE_URL: url } }).ended
      expect({ url, code: end.code, stdout: end.stdout }).toEqual({ url, code, stdout: '' })
      expect(end.stderr).toMatch(/^.+\n$/)
      expect(end.stderr).toContain(words)
      expect(end.stderr).not.toMatch(/guessed|p@ss|p%40ss/)
    }),
  )
})

let token: string

test('the first start seeds nothing and prints a link that makes the first owner, once', async () => {
  stoa = await ground.start(port, env)
  const [, link = ''] = await stoa.says(/https:\/\/learn\.example\.org\/setup\?token=(\S+)/)
  expect(stoa.said()).not.toMatch(/demo|Building/i)
  const people = () => school('select email from auth.users')
  expect(await people()).toEqual([])
  // Nobody keeps secrets or a database in the data folder of such an installation.
  expect(existsSync(join(ground.data, 'secret'))).toBe(false)
  expect(existsSync(join(ground.data, 'postgres'))).toBe(false)

  const owner = { name: 'Ada Novak', email: 'ada@people.test', password: 'seven blue herons' }
  const body = { token: link, organizationName: 'Academy', slug: 'academy', ...owner }
  const setUp = (changes: object) =>
    call(port, 'POST', '/api/v1/identity/setup', { body: { ...body, ...changes } })
  expect((await setUp({ token: 'guess' })).status).toBe(410)
  const done = await setUp({ mode: 'cookie' })
  expect(done.status).toBe(201)
  const cookie = done.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^__Host-stoa=[\w-]{43};/)
  for (const flag of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(flag)
  expect(done.body.token).toBeNull()
  const again = await setUp({ slug: 'second', email: 'eve@people.test' })
  expect(again.status).toBe(410)
  expect(await people()).toEqual([{ email: 'ada@people.test' }])
  token = await signIn(port, owner.email, owner.password)
})

test('it serves over HTTPS only in name and deed, and shows nobody its mails', async () => {
  const home = await call(port, 'GET', '/')
  expect(home.status).toBe(200)
  expect(home.headers.get('strict-transport-security')).toContain('max-age=')
  expect(home.headers.get('content-security-policy')).toContain('upgrade-insecure-requests')
  for (const who of [{}, { token }]) {
    const caught = await call(port, 'GET', '/api/v1/notifications/caught-mails', who)
    expect(caught.status).toBe(404)
  }
})

test('the app signs in as a role that owns nothing', async () => {
  const owners = await school(
    `select distinct r.rolname as name from pg_class c join pg_roles r on r.oid = c.relowner
      where c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'`,
  )
  expect(owners).toEqual([{ name: 'school' }])
  const users = await sqlAt(
    postgres.url,
    `select distinct usename::text as name from pg_stat_activity where datname = 'school'`,
  )
  expect(users).toEqual([{ name: 'school_login' }])
  const { code, stdout } = await ground.run(['doctor', '--json'], { env }).ended
  expect(JSON.parse(stdout)).toMatchObject({ ok: true })
  expect(code).toBe(0)
})

test('two processes share the port, and every mail is sent once', async () => {
  await until(() => isShared(port))
  const people = Array.from({ length: 12 }, (_, n) => `learner-${n}@people.test`)
  const answers = await Promise.all(
    people.map((email) =>
      call(port, 'POST', '/api/v1/identity/sign-ups', {
        body: { email, name: 'A Learner', password: 'nine grey geese' },
      }),
    ),
  )
  expect(answers.map((answer) => answer.status)).toEqual(people.map(() => 202))
  await eventually(() => school(`select recipient, last_error from platform.mails where state <> 'sent'`), [])
  expect(await school('select 1 from platform.mails')).toHaveLength(people.length)
  expect(letters.toSorted()).toEqual(people.toSorted())
})

test.runIf(process.platform === 'linux')('a process that dies is replaced', async () => {
  const [worker] = childrenOf(stoa.pid)
  process.kill(worker!, 'SIGKILL')
  await stoa.says(/A process of Stoa ended by itself \(SIGKILL\); starting another\.\n/)
  await until(() => isShared(port))
  expect(childrenOf(stoa.pid)).not.toContain(worker)
})

test('told to stop, all processes end; a later start prints no link', async () => {
  const workers = childrenOf(stoa.pid)
  stoa.signal('SIGTERM')
  expect(await stoa.ended).toMatchObject({ code: 0, signal: null })
  for (const worker of workers) expect(() => process.kill(worker, 0)).toThrow()
  stoa = await ground.start(port, env)
  expect(stoa.said()).not.toContain('/setup')
  expect(letters).toHaveLength(12)
})

test.runIf(process.platform === 'linux')('killed outright, it takes its processes along', async () => {
  await until(() => isShared(port))
  const workers = childrenOf(stoa.pid)
  expect(workers).toHaveLength(1)
  stoa.signal('SIGKILL')
  await until(async () => workers.every((worker) => !isAlive(worker)))
})

/** Whether more than one process answers: each counts its own answers, and one alone would miss none. */
async function isShared(at: number): Promise<boolean> {
  const counts: number[] = []
  for (let n = 0; n < 15; n += 1) {
    const { body } = await call(at, 'GET', '/metrics')
    const count = body.match(/^stoa_http_request_seconds_count\{.*route="\/metrics".*\} (\d+)$/m)?.[1]
    counts.push(Number(count ?? 0))
  }
  return counts.some((count, n) => n > 0 && count !== counts[n - 1]! + 1)
}

function childrenOf(pid: number): number[] {
  const path = `/proc/${pid}/task/${pid}/children`
  return existsSync(path) ? readFileSync(path, 'utf8').split(' ').filter(Boolean).map(Number) : []
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
