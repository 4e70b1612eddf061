import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { givenOrganization } from '../modules/identity/testing.ts'
import { tarGzOf } from '../modules/imports/packages/fixtures/archives.ts'
import { sailingCourse } from '../modules/imports/testing.ts'
import { listMigrations } from '../platform/db/migrate.ts'
import { testSecret } from '../testing/test-config.ts'
import { type TestStoa, testStoa } from '../testing/test-stoa.ts'
import { withDatabase } from '../testing/with-database.ts'
import { type Ground, openGround, sqlAt } from './testing.ts'

let ground: Ground
let stoa: TestStoa
let slug: string

beforeAll(async () => {
  ground = openGround()
  stoa = await testStoa()
  slug = (await givenOrganization(stoa)).slug
})
afterAll(async () => {
  await ground?.close()
  await stoa?.close()
})

/** Runs a command on the database of the test. */
async function run(args: string[], options: { env?: Record<string, string>; input?: string } = {}) {
  const env = { DATABASE_URL: stoa.ownerUrl, STOA_SECRET: testSecret, ...options.env }
  return ground.run(args, { ...options, env }).ended
}

async function runJson(args: string[], options: { env?: Record<string, string>; input?: string } = {}) {
  const { code, stdout, stderr } = await run([...args, '--json'], options)
  // A script reads the whole of standard output.
  return { code, stderr, body: JSON.parse(stdout) }
}

test.concurrent.each([
  [['--help'], 'Usage: stoa'],
  [['start', '--help'], 'Start Stoa'],
  [['migrate', '--help'], '--json'],
  [['seed', '--help'], '--json'],
  [['doctor', '--help'], '--json'],
  [['import', 'course', '--help'], '--organization'],
  [['audit', 'verify', '--help'], '--organization'],
  [['user', 'create', '--help'], 'standard input'],
])('%j explains itself', async (args, words) => {
  const { code, stdout, stderr } = await ground.run(args).ended
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain(words)
})

test.concurrent.each([
  [[]],
  [['fly']],
  [['import', 'course', 'file.tar.gz']],
  [['user', 'create', '--email', 'a@b.test']],
  [['user', 'create', '--email', 'a@b.test', '--name', 'A', '--organization', 'x', '--password', 'secret']],
])('%j is no command: code 2 and how it is used', async (args) => {
  const { code, stdout, stderr } = await ground.run(args).ended
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('Usage: stoa')
})

test('migrate carries a database of an older version forward, with what is in it', async () => {
  const url = withDatabase(inject('serverUrl'), 'stoa_older')
  await stoa.sql('create database stoa_older')
  try {
    const migrations = listMigrations()
    const older = migrations.slice(0, 3)
    await sqlAt(
      url,
      'create table public.stoa_migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    for (const { name, sql, checksum } of older) {
      await sqlAt(url, sql)
      await sqlAt(
        url,
        `insert into public.stoa_migrations (name, checksum) values ('${name}', '${checksum}')`,
      )
    }
    await sqlAt(url, `insert into auth.organizations (slug, name) values ('old', 'Old School')`)
    const env = { DATABASE_URL: url }
    const { code, body } = await runJson(['migrate'], { env })
    expect({ code, body }).toEqual({
      code: 0,
      body: { ok: true, applied: migrations.slice(3).map(({ name }) => name) },
    })
    expect(await runJson(['migrate'], { env })).toMatchObject({ code: 0, body: { ok: true, applied: [] } })
    expect((await runJson(['doctor'], { env })).body).toMatchObject({ ok: true })
    expect(await sqlAt(url, 'select name from auth.organizations')).toEqual([{ name: 'Old School' }])
  } finally {
    await stoa.sql('drop database stoa_older with (force)')
  }
})

test('seed leaves an installation in use alone, and refuses production', async () => {
  expect(await runJson(['seed'])).toMatchObject({ code: 0, body: { ok: true, isNew: false, people: [] } })
  const env = { STOA_ENV: 'production', STOA_URL: 'https://learn.example.org' }
  const refused = await run(['seed'], { env })
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toMatch(/^The demonstration has a password everybody knows.*\n$/)
  expect(await runJson(['seed'], { env })).toMatchObject({
    code: 1,
    body: { ok: false, code: 'command.no_demo_in_production' },
  })
})

test('user create takes the password from standard input, and refuses what cannot be', async () => {
  const args = [
    'user',
    'create',
    '--organization',
    slug,
    '--name',
    'Ines Moreau',
    '--email',
    'ines@people.test',
  ]
  const input = 'seven blue herons\n'
  expect(await runJson(args)).toMatchObject({ code: 1, body: { code: 'command.password_missing' } })
  const weak = await runJson(args, { input: 'qwertyuiop' })
  expect(weak).toMatchObject({ code: 1, body: { code: 'identity.password_common' } })
  const nowhere = args.with(3, 'nowhere')
  expect(await runJson(nowhere, { input })).toMatchObject({
    code: 1,
    body: { ok: false, code: 'command.no_such_organization', message: 'There is no organization "nowhere".' },
  })
  const made = await run(args, { input })
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(made.stdout).toBe('Ines Moreau <ines@people.test> can now sign in as student.\n')
  const twice = await run(args, { input })
  expect(twice).toMatchObject({ code: 1, stdout: '' })
  expect(twice.stderr).toMatch(/^.+\n$/)
  const signIn = { email: 'ines@people.test', password: 'seven blue herons' }
  expect((await stoa.stranger.post('/identity/sessions', signIn)).status).toBe(201)
})

test('import course brings a package in and tells what became of every item', async () => {
  writeFileSync(join(ground.folder, 'sailing.tar.gz'), await tarGzOf(sailingCourse()))
  // As npm calls it: the person stands elsewhere than the program runs.
  const env = { INIT_CWD: ground.folder }
  const args = ['import', 'course', 'sailing.tar.gz', '--organization', slug]
  const { code, body } = await runJson([...args, '--publish'], { env })
  expect(code).toBe(0)
  expect(body).toMatchObject({ ok: true, state: 'done', title: 'Sailing', problem: null })
  const { imported, converted, dropped } = body.counts
  expect(body.lines).toHaveLength(imported + converted + dropped)
  const course = await stoa.strangerAt({ slug }).get(`/learning/courses/${body.slug}`)
  expect(course).toMatchObject({ status: 200, body: { title: 'Sailing', status: 'published' } })
  const told = await run(args, { env })
  expect(told.code).toBe(0)
  expect(told.stdout).toMatch(/“Sailing” is here as sailing-\d+, a draft\.\n/)
  expect(told.stdout).toContain('Dropped, and why:')
})

test('import course refuses what is no package, and leaves nothing', async () => {
  const file = join(ground.folder, 'noise.tar.gz')
  writeFileSync(file, 'noise')
  const before = await stoa.sql('select id from learning.courses')
  const args = (path: string) => ['import', 'course', path, '--organization', slug]
  for (const path of [file, join(ground.folder, 'nothing.imscc'), '/dev/null']) {
    const { code, body } = await runJson(args(path))
    expect({ path, code, ok: body.ok }).toEqual({ path, code: 1, ok: false })
    expect(body).toMatchObject({ code: expect.stringMatching(/^(archive|package)\./), courseId: null })
  }
  const told = await run(args(file))
  expect(told).toMatchObject({ code: 1, stdout: '' })
  expect(told.stderr).toContain(`${(await runJson(args(file))).body.message}\n`)
  expect(await stoa.sql('select id from learning.courses')).toEqual(before)
})

test('Ctrl-C during an import ends it with code 130 and leaves nothing', async () => {
  const names = Array.from({ length: 400 }, (_, n) => `course/static/chart-${n}.pdf`)
  const many = Object.fromEntries(names.map((name) => [name, `%PDF-1.4\n%${name}\n%%EOF\n`]))
  const file = join(ground.folder, 'many.tar.gz')
  writeFileSync(file, await tarGzOf({ ...sailingCourse(), ...many }))
  const before = await stoa.sql('select id from storage.objects order by id')
  const program = ground.run(['import', 'course', file, '--organization', slug, '--json'], {
    env: { DATABASE_URL: stoa.ownerUrl, STOA_SECRET: testSecret },
  })
  await program.says(/^files$/m)
  program.signal('SIGINT')
  const { code, stdout } = await program.ended
  expect(code).toBe(130)
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, state: 'cancelled', courseId: null })
  expect(await stoa.sql('select id from storage.objects order by id')).toEqual(before)
  expect(await stoa.sql('select 1 from storage.pending_writes')).toEqual([])
})

test('the doctor tells of work that was given up', async () => {
  await stoa.sql(
    `insert into jobs.job (name, state, completed_on) values ('platform.redeliver', 'failed', now())`,
  )
  const { code, stdout } = await run(['doctor'])
  expect(code).toBe(1)
  expect(stdout).toMatch(/^BAD {2}jobs +1 given up since yesterday; the log says why$/m)
  await stoa.sql(`delete from jobs.job where name = 'platform.redeliver'`)
})

test('audit verify and the doctor name an entry somebody changed behind its back', async () => {
  const verify = ['audit', 'verify', '--organization', slug]
  expect(await runJson(verify)).toMatchObject({ code: 0, body: { ok: true, chains: [{ status: 'intact' }] } })
  expect(await runJson(['doctor'])).toMatchObject({ code: 0, body: { ok: true } })
  await stoa.sql(`update audit.entries set action = 'identity.nothing_happened' where seq = 2`)
  const { code, body } = await runJson(verify)
  expect(code).toBe(1)
  expect(body).toMatchObject({
    ok: false,
    chains: [{ status: 'broken', firstFailure: { seq: 2, kind: 'altered' } }],
  })
  const told = await run(verify)
  expect(told.code).toBe(1)
  expect(told.stdout).toContain('first bad entry is 2 (altered')
  const doctor = await run(['doctor'])
  expect(doctor.code).toBe(1)
  expect(doctor.stdout).toMatch(/^BAD {2}audit trail +1 chains read, 1 broken$/m)
  expect(await runJson(['audit', 'verify', '--organization', 'nowhere'])).toMatchObject({
    code: 1,
    body: { code: 'command.no_such_organization' },
  })
})
