import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** Takes some deleted files whose bytes are still there, for the length of the transaction. */
export async function takeDeletedBytes(db: Db): Promise<string[]> {
  const { rows } = await sql<{ version: string }>`
    /* all organizations: bytes are swept for everybody at once */
    update storage.deletion_log set bytes_removed_at = now()
     where (organization_id, id) in (
       select organization_id, id from storage.deletion_log
        where bytes_removed_at is null and deleted_at < now() - interval '24 hours'
        order by deleted_at limit 100 for update skip locked)
    returning version`.execute(db)
  return rows.map((row) => row.version)
}

/** Files whose time is over, oldest first. */
export async function findExpired(
  db: Db,
  after: Date,
): Promise<Array<{ organizationId: string; id: string; expiresAt: Date }>> {
  const { rows } = await sql<{ organizationId: string; id: string; expiresAt: Date }>`
    /* all organizations: expiry is looked after for everybody at once */
    select organization_id, id, expires_at from storage.objects
     where expires_at is not null and expires_at <= now() and expires_at > ${after}
     order by expires_at limit 100`.execute(db)
  return rows
}
