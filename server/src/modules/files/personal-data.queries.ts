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

/** Ids of the pictures of a person. */
export async function findPortraitsOf(db: Db, organizationId: string, userId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from storage.objects o
      join storage.buckets b on b.organization_id = o.organization_id and b.id = o.bucket_id
     where o.organization_id = ${organizationId} and o.owner_id = ${userId} and b.purpose = 'portraits'
       and not exists (select 1 from storage.assets a where a.organization_id = o.organization_id
                        and a.object_id = o.id and a.kind = 'derived')`.execute(db)
  return rows.map((row) => row.id)
}
