import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** What a person stored at one organization. */
export async function findFilesOf(
  db: Db,
  organizationId: string,
  userId: string,
): Promise<Array<{ id: string; name: string; mimeType: string; size: number; createdAt: Date }>> {
  const { rows } = await sql<{ id: string; name: string; mimeType: string; size: number; createdAt: Date }>`
    select id, name, mime_type, size, created_at from storage.objects
     where organization_id = ${organizationId} and owner_id = ${userId} order by id limit 10000`.execute(db)
  return rows
}
