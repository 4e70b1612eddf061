import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSecret } from '../testing/test-config.ts'
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { freePort, type Ground, openGround, sqlAt } from './testing.ts'

let ground: Ground
let database: TestDatabase
let port: number

beforeAll(async () => {
  ground = openGround()
  database = await openTestDatabase()
  port = await freePort()
})
afterAll(async () => {
  await ground?.close()
  await database?.close()
})

/** Why Stoa did not start: one line for a person, and a code for a script. */
async function refusal(env: Record<string, string>, uid?: number) {
  const program = ground.run(['start'], {
    env: { PORT: port, ...env },
    ...(uid === undefined ? {} : { uid }),
  })
  const { code, stdout, stderr } = await program.ended
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^.+\n$/)
  return { code, sentence: stderr.trim() }
}

test.concurrent.each([
  [{ PORT: '70000' }, 'PORT must be <= 65535. Port the server listens on.'],
  [{ STOA_ENV: 'prod' }, 'STOA_ENV must be one of development, production, test.'],
  [{ STOA_ENV: 'production' }, 'STOA_SECRET is not set.'],
  [{ STOA_ENV: 'production', STOA_SECRET: testSecret }, 'STOA_URL is not set.'],
  [{ DATABASE_URL: 'mysql://user:hidden@db/stoa' }, 'DATABASE_URL is not of the right form.'],
  [{ DATABASE_URL: 'postgresql://user:hidden@db:first/stoa' }, 'DATABASE_URL cannot be read;'],
  [{ DATABASE_URL: 'postgresql://user:hidden@db' }, 'DATABASE_URL cannot be read;'],
])('%j is refused before anything is made', async (env, words) => {
  const { code, sentence } = await refusal(env)
  expect(code).toBe(78)
  expect(sentence).toContain(words)
  expect(sentence).not.toContain('hidden')
})

test('a data folder that is a file, or lies in one, is refused', async () => {
  const file = join(ground.folder, 'file')
  writeFileSync(file, '')
  const production = {
    STOA_ENV: 'production',
    STOA_SECRET: testSecret,
    STOA_URL: 'https://learn.example.org',
  }
  const outside = { DATABASE_URL: database.ownerUrl }
  const refusals = await Promise.all([
    refusal({ STOA_DATA: file }),
    refusal({ STOA_DATA: join(file, 'data') }),
    refusal({ ...production, STOA_DATA: file }),
    refusal({ ...production, ...outside, STOA_DATA: file }),
  ])
  for (const { code, sentence } of refusals) {
    expect(code).toBe(77)
    expect(sentence).toContain('cannot be written (a file is in the way); make it writable')
  }
})

const isRoot = process.getuid?.() === 0
const nobody = 65534

/** Whether another account can run the program from where this checkout lies. */
async function runsAs(uid: number): Promise<boolean> {
  try {
    return (await ground.run(['--help'], { uid }).ended).code === 0
  } catch {
    return false
  }
}

test('a data folder this user may not write is refused', async ({ skip }) => {
  const folder = join(ground.folder, 'shut')
  mkdirSync(folder)
  chmodSync(folder, 0o555)
  const uid = isRoot ? nobody : undefined
  skip(
    uid !== undefined && !(await runsAs(uid)),
    'the checkout lies in a private folder of root, out of reach for others',
  )
  const { code, sentence } = await refusal({ STOA_DATA: join(folder, 'data') }, uid)
  expect(code).toBe(77)
  expect(sentence).toContain(`${folder}/data cannot be written (permission denied)`)
})

test('a secret that was cut short is refused and never used', async () => {
  const folder = join(ground.folder, 'torn')
  mkdirSync(folder)
  writeFileSync(join(folder, 'secret'), '')
  const { code, sentence } = await refusal({ STOA_DATA: folder })
  expect(code).toBe(78)
  expect(sentence).toContain(`The secret in ${folder}/secret is damaged`)
})

test('a database of a newer version is refused, in JSON too where a script asks', async () => {
  const env = { DATABASE_URL: database.ownerUrl, STOA_SECRET: testSecret }
  await sqlAt(
    database.ownerUrl,
    `insert into public.stoa_migrations (name, checksum) values ('learning-2999010101-future.sql', 'x')`,
  )
  const { code, sentence } = await refusal(env)
  expect(code).toBe(78)
  expect(sentence).toContain('used by a newer Stoa (it has the migration learning-2999010101-future.sql)')
  const doctor = await ground.run(['doctor', '--json'], { env }).ended
  expect(doctor.code).toBe(78)
  expect(JSON.parse(doctor.stdout)).toMatchObject({ ok: false, code: 'schema_newer', message: sentence })
})
