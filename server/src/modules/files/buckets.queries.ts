import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

export type Bucket = {
  id: string
  name: string
  public: boolean
  fileSizeLimit: number | null
  allowedMimeTypes: string[] | null
}

const columns = sql`id, name, public, file_size_limit, allowed_mime_types`

export async function findBucket(db: Db, organizationId: string, purpose: string): Promise<Bucket | null> {
  const { rows } = await sql<Bucket>`
    select ${columns} from storage.buckets
     where organization_id = ${organizationId} and purpose = ${purpose}`.execute(db)
  return rows[0] ?? null
}

export async function insertBucket(
  db: Db,
  organizationId: string,
  bucket: {
    purpose: string
    name: string
    public: boolean
    fileSizeLimit: number | null
    allowedMimeTypes: string[] | null
  },
): Promise<void> {
  await sql`
    insert into storage.buckets (organization_id, purpose, name, public, file_size_limit, allowed_mime_types)
    values (${organizationId}, ${bucket.purpose}, ${bucket.name}, ${bucket.public}, ${bucket.fileSizeLimit},
            ${bucket.allowedMimeTypes}::text[])
    on conflict (organization_id, purpose) do nothing`.execute(db)
}
