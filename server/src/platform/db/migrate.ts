import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { getConstructionPlans, getMigrationPlans } from 'pg-boss'
import { jobSchema } from '../jobs/job-schema.ts'
import type { Keys } from '../keys.ts'
import { StartProblem } from '../start-problem.ts'

const folder = join(import.meta.dirname, '../../../../db/migrations')
const lock = 7205759403792793

export type Migration = { name: string; number: number; sql: string; checksum: string }

/** Files of db/migrations in order. A name is `<module>-<number>-<title>.sql`; numbers are one timeline. */
export function listMigrations(from = folder): Migration[] {
  const migrations = readdirSync(from)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => {
      const number = Number(name.match(/^[a-z]+-(\d{10})-[a-z0-9-]+\.sql$/)?.[1])
      if (!number) throw new Error(`Migration ${name} is not named <module>-<number>-<title>.sql.`)
      const sql = readFileSync(join(from, name), 'utf8')
      return { name, number, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => a.number - b.number)
  return migrations
}

/** Name of the role the app signs in with for a database: owns nothing, is in the group stoa_app. */
export const appRole = (database: string) => `${database.slice(0, 50)}_login`

/** The address the app uses: same server and database, but the app's role. */
export function appUrl(ownerUrl: string, keys: Keys): string {
  const url = new URL(ownerUrl)
  const database = decodeURIComponent(url.pathname.slice(1))
  // As parameters: they count more than the part before the host, which an address of a socket cannot have.
  url.username = ''
  url.password = ''
  url.searchParams.set('user', appRole(database))
  url.searchParams.set('password', appPassword(keys))
  return url.toString()
}

const appPassword = (keys: Keys) => keys.mac('database-role', 'stoa_app').toString('base64url')

/**
 * Brings a database to the newest schema, as its owner, under one lock; a second process waits and then finds
 * nothing to do. Each file is one transaction. Never edits what has landed: a changed file is refused.
 * @returns names of the migrations that were applied now
 */
export async function migrate(ownerUrl: string, keys: Keys): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'stoa migrate' })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${lock})`)
    await ensureRoles(client, ownerUrl, keys)
    await client.query(
      'create table if not exists public.stoa_migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    await client.query(`comment on table public.stoa_migrations is 'Global: migrations that were applied.'`)
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from public.stoa_migrations',
    )
    const landed = new Map(rows.map((row) => [row.name, row.checksum]))
    const known = listMigrations()
    const newer = rows.find((row) => !known.some((migration) => migration.name === row.name))
    if (newer) {
      throw new StartProblem('schema_newer', { migration: newer.name })
    }
    const applied: string[] = []
    for (const migration of known) {
      const checksum = landed.get(migration.name)
      if (checksum === migration.checksum) continue
      if (checksum) {
        throw new StartProblem('migration_changed', { migration: migration.name })
      }
      await client.query('begin')
      try {
        await client.query(migration.sql)
        await client.query('insert into public.stoa_migrations (name, checksum) values ($1, $2)', [
          migration.name,
          migration.checksum,
        ])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Migration ${migration.name} failed: ${(error as Error).message}`, { cause: error })
      }
      applied.push(migration.name)
    }
    await migrateQueue(client)
    // Before anything is written: what went past them, after a long pause, would be in their way for good.
    await client.query(`select platform.make_partitions('audit.entries', 3)`)
    return applied
  } finally {
    await client.end()
  }
}

async function ensureRoles(client: pg.Client, ownerUrl: string, keys: Keys) {
  const database = decodeURIComponent(new URL(ownerUrl).pathname.slice(1))
  const role = pg.escapeIdentifier(appRole(database))
  // Roles belong to the whole server, so two databases may make them at the same moment.
  await client.query(`select pg_advisory_lock(${lock + 1})`)
  try {
    const has = async (name: string) =>
      (await client.query('select 1 from pg_roles where rolname = $1', [name])).rowCount === 1
    if (!(await has('stoa_app'))) await client.query('create role stoa_app nologin')
    if (!(await has(appRole(database)))) await client.query(`create role ${role} login in role stoa_app`)
    await client.query(`alter role ${role} login password ${pg.escapeLiteral(appPassword(keys))}`)
  } catch (error) {
    if ((error as { code?: string }).code === '42501') {
      throw new StartProblem('database_right_missing', {
        user: decodeURIComponent(new URL(ownerUrl).username),
        right: 'CREATEROLE',
        remedy: `alter role "${decodeURIComponent(new URL(ownerUrl).username)}" createrole`,
      })
    }
    throw error
  } finally {
    await client.query(`select pg_advisory_unlock(${lock + 1})`)
  }
}

async function migrateQueue(client: pg.Client) {
  const installed = await client.query(`select to_regclass('${jobSchema}.version') as version`)
  const plan = installed.rows[0].version
    ? await pendingQueueMigration(client)
    : getConstructionPlans(jobSchema, { createSchema: true })
  if (plan) await client.query(plan)
  await client.query(`grant usage on schema ${jobSchema} to stoa_app`)
  await client.query(`grant select, insert, update, delete on all tables in schema ${jobSchema} to stoa_app`)
  await client.query(`grant execute on all functions in schema ${jobSchema} to stoa_app`)
}

async function pendingQueueMigration(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ version: number }>(`select version from ${jobSchema}.version`)
  const version = rows[0]?.version
  const newest = Number(getConstructionPlans(jobSchema).match(/\.version\(version\) VALUES \('(\d+)'\)/)?.[1])
  if (!newest) throw new Error('The version of the job queue could not be read from its plan.')
  return version === undefined || version >= newest ? null : getMigrationPlans(jobSchema, version)
}
