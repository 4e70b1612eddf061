import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { testSecret } from '../../testing/test-config.ts'
import { withDatabase } from '../../testing/with-database.ts'
import { createKeys } from '../keys.ts'
import { appUrl, listMigrations, migrate } from './migrate.ts'

const keys = createKeys(testSecret)
let root: pg.Client
const made: string[] = []
beforeAll(async () => {
  root = new pg.Client({ connectionString: inject('serverUrl') })
  await root.connect()
})
afterAll(async () => {
  for (const name of made) await root.query(`drop database if exists ${name} with (force)`)
  await root.end()
})

async function emptyDatabase(): Promise<string> {
  const name = `stoa_empty_${randomBytes(4).toString('hex')}`
  made.push(name)
  await root.query(`create database ${name} template template0`)
  return withDatabase(inject('serverUrl'), name)
}

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

test('an empty database gets everything once; a second time there is nothing to do', async () => {
  const url = await emptyDatabase()
  expect(await migrate(url, keys)).toEqual(listMigrations().map((migration) => migration.name))
  expect(await migrate(url, keys)).toEqual([])
})

test('after a long pause this month has its place in the audit trail before anybody writes to it', async () => {
  const url = await emptyDatabase()
  await migrate(url, keys)
  const places = () =>
    query(
      url,
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit.entries'::regclass order by 1`,
    )
  const before = await places()
  for (const { name } of before) if (!name.endsWith('default')) await query(url, `drop table ${name}`)
  await migrate(url, keys)
  expect(await places()).toEqual(before)
})

test('five processes that start at once apply each migration once', async () => {
  const url = await emptyDatabase()
  const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(url, keys)))
  expect(applied.flat().toSorted()).toEqual(
    listMigrations()
      .map((migration) => migration.name)
      .toSorted(),
  )
})

test('a migration that was changed after it landed is refused by name', async () => {
  const url = await emptyDatabase()
  await migrate(url, keys)
  const [first] = listMigrations()
  await query(url, `update public.stoa_migrations set checksum = 'other' where name = '${first?.name}'`)
  await expect(migrate(url, keys)).rejects.toMatchObject({
    code: 'migration_changed',
    message: expect.stringContaining(first?.name ?? '?'),
  })
})

test('a database that a newer Stoa used is refused', async () => {
  const url = await emptyDatabase()
  await migrate(url, keys)
  await query(
    url,
    `insert into public.stoa_migrations (name, checksum) values ('future-2099010101-x.sql', 'x')`,
  )
  await expect(migrate(url, keys)).rejects.toMatchObject({ code: 'schema_newer' })
})

test('the app signs in as a role that owns nothing and may not create', async () => {
  const url = await emptyDatabase()
  await migrate(url, keys)
  const app = appUrl(url, keys)
  const [row] = await query(
    app,
    `select count(*)::int as owned from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user`,
  )
  expect(row).toEqual({ owned: 0 })
  await expect(query(app, 'create table auth.mine (id int)')).rejects.toMatchObject({ code: '42501' })
  await expect(query(app, 'drop table auth.users')).rejects.toMatchObject({ code: '42501' })
})

test('however the address names its user, the app gets its own role', async () => {
  const url = await emptyDatabase()
  await migrate(url, keys)
  const { username, password, pathname, searchParams } = new URL(url)
  const host = encodeURIComponent(searchParams.get('host') ?? '')
  for (const address of [
    `postgresql://${pathname}?host=${host}&user=${username}&password=${password}`,
    `postgresql://localhost${pathname}?host=${host}&user=${username}&password=${password}`,
  ]) {
    const [row] = await query(appUrl(address, keys), 'select current_user::text as role')
    expect(row).toEqual({ role: `${pathname.slice(1)}_login` })
  }
})
