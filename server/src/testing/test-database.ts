import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { withDatabase } from './with-database.ts'

export type TestDatabase = { ownerUrl: string; close(): Promise<void> }

/** A database of its own, cloned from the migrated template. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('serverUrl')
  const database = `stoa_test_${randomBytes(6).toString('hex')}`
  const root = new pg.Client({ connectionString: serverUrl })
  await root.connect()
  await cloneTemplate(root, database)
  return {
    ownerUrl: withDatabase(serverUrl, database),
    async close() {
      await root.query(`drop database if exists ${database} with (force)`)
      await root.end()
    },
  }
}

/** PostgreSQL copies a template only while nobody else does, so the copies take turns. */
async function cloneTemplate(root: pg.Client, database: string) {
  await root.query('select pg_advisory_lock(4711)')
  try {
    await root.query(`create database ${database} template stoa_template`)
    // The clone's app role has a name of its own; the group holds the rights.
    const role = pg.escapeIdentifier(`${database.slice(0, 50)}_login`)
    const { rows } = await root.query<{ secret: string }>(
      `select rolpassword as secret from pg_authid where rolname = 'stoa_template_login'`,
    )
    await root.query(
      `create role ${role} login in role stoa_app password ${pg.escapeLiteral(rows[0]?.secret ?? '')}`,
    )
  } finally {
    await root.query('select pg_advisory_unlock(4711)')
  }
}
