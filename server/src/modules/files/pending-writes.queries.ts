import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** Announces bytes before they are written. Must be committed by itself, so that the sweeper knows of them. */
export async function insertPendingWrite(db: Db, organizationId: string, version: string): Promise<void> {
  await db.insertInto('storage.pendingWrites').values({ organizationId, version }).execute()
}

export async function deletePendingWrite(db: Db, organizationId: string, version: string): Promise<void> {
  await sql`
    delete from storage.pending_writes
     where organization_id = ${organizationId} and version = ${version}`.execute(db)
}

/** Takes some of the writes whose row never came, for the length of the transaction. */
export async function takeOldPendingWrites(db: Db): Promise<string[]> {
  const { rows } = await sql<{ version: string }>`
    delete from storage.pending_writes where version in (
      select version from storage.pending_writes where started_at < now() - interval '24 hours'
       order by started_at limit 100 for update skip locked)
    returning version`.execute(db)
  return rows.map((row) => row.version)
}
