import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { MediaType } from './file-types.ts'

/** A stored file with what is known of it. `path` is its name in the bucket, behind its own id. */
export type ObjectRow = {
  id: string
  path: string
  bucketId: string
  bucket: string
  public: boolean
  mimeType: string
  mediaType: MediaType
  size: number
  sha256: Buffer
  width: number | null
  height: number | null
  durationMs: number | null
  altText: string | null
  caption: string | null
  ownerId: string | null
  version: string
  createdAt: Date
  updatedAt: Date
  expiresAt: Date | null
}

const columns = sql`
  o.id, o.bucket_id, o.name as path, coalesce(b.purpose, b.name) as bucket, b.public, o.mime_type, a.media_type, o.size, o.sha256,
  a.width, a.height, a.duration_ms, a.alt_text, a.caption, o.owner_id, o.version, o.created_at,
  greatest(o.updated_at, a.updated_at) as updated_at, o.expires_at`
const tables = sql`
  storage.objects o
  join storage.buckets b on b.organization_id = o.organization_id and b.id = o.bucket_id
  join storage.assets a on a.organization_id = o.organization_id and a.object_id = o.id`

/** What rows need that come with their bytes. */
type NewObject = {
  organizationId: string
  bucketId: string
  version: string
  name: string
  mimeType: string
  mediaType: MediaType
  size: number
  sha256: Buffer
  width: number | null
  height: number | null
  ownerId: string | null
}

/**
 * Makes received bytes a file: the row comes and the announcement goes, in one statement. Null when the
 * announcement is gone or so old that the sweeper may be at it.
 */
export async function insertObject(
  db: Db,
  object: NewObject & { altText: string | null; expiresAt: Date | null },
): Promise<ObjectRow | null> {
  const { rows } = await sql<ObjectRow>`
    with written as (
      delete from storage.pending_writes
       where organization_id = ${object.organizationId} and version = ${object.version}
         and started_at > now() - interval '20 hours'
      returning organization_id, uuidv7() as id
    ), o as (
      insert into storage.objects (organization_id, id, bucket_id, name, version, size, mime_type, sha256, owner_id, expires_at)
      select organization_id, id, ${object.bucketId}, id || '/' || ${object.name}, ${object.version}, ${object.size},
             ${object.mimeType}, ${object.sha256}, ${object.ownerId}, ${object.expiresAt}
        from written
      returning *
    ), a as (
      insert into storage.assets (organization_id, object_id, media_type, width, height, alt_text)
      select organization_id, id, ${object.mediaType}, ${object.width}, ${object.height}, ${object.altText} from o
      returning *
    )
    select ${columns}
      from o join a on a.object_id = o.id
      join storage.buckets b on b.organization_id = o.organization_id and b.id = o.bucket_id`.execute(db)
  return rows[0] ?? null
}

/** Adds a variant of a picture; false when another was faster or the picture is gone. */
export async function insertVariant(
  db: Db,
  parentId: string,
  variant: 'web' | 'thumb',
  object: NewObject,
): Promise<boolean> {
  // Variants of one picture are added one after the other; the lock also keeps the picture from going.
  const { rows: free } = await sql`
    select 1 from storage.objects o
     where o.organization_id = ${object.organizationId} and o.id = ${parentId} for update`.execute(db)
  if (free.length === 0) return false
  const { rows } = await sql`
    with written as (
      delete from storage.pending_writes
       where organization_id = ${object.organizationId} and version = ${object.version}
         and not exists (select 1 from storage.assets
                          where organization_id = ${object.organizationId} and parent_object_id = ${parentId}
                            and variant = ${variant} and kind = 'derived')
      returning organization_id, uuidv7() as id
    ), o as (
      insert into storage.objects (organization_id, id, bucket_id, name, version, size, mime_type, sha256, owner_id)
      select organization_id, id, ${object.bucketId}, id || '/' || ${object.name}, ${object.version}, ${object.size},
             ${object.mimeType}, ${object.sha256}, ${object.ownerId}
        from written
      returning organization_id, id
    )
    insert into storage.assets (organization_id, object_id, parent_object_id, kind, variant, media_type, width, height)
    select organization_id, id, ${parentId}, 'derived', ${variant}, ${object.mediaType}, ${object.width}, ${object.height}
      from o
    returning id`.execute(db)
  return rows.length === 1
}

/** Files by id; variants are not files of their own here. */
export async function findObjects(db: Db, organizationId: string, ids: string[]): Promise<ObjectRow[]> {
  const { rows } = await sql<ObjectRow>`
    select ${columns} from ${tables}
     where o.organization_id = ${organizationId} and o.id = any(${ids}::uuid[]) and a.kind <> 'derived'`.execute(
    db,
  )
  return rows
}

/** Files, newest first; one more than the page when there are more. */
export async function listObjects(
  db: Db,
  organizationId: string,
  page: {
    limit: number
    before: string | null
    ownerId: string | null
    bucket: string | null
    mediaType: string | null
  },
): Promise<ObjectRow[]> {
  const { rows } = await sql<ObjectRow>`
    select ${columns} from ${tables}
     where o.organization_id = ${organizationId} and a.kind <> 'derived'
       ${page.before ? sql`and o.id < ${page.before}` : sql``}
       ${page.ownerId ? sql`and o.owner_id = ${page.ownerId}` : sql``}
       ${page.bucket ? sql`and b.purpose = ${page.bucket}` : sql``}
       ${page.mediaType ? sql`and a.media_type = ${page.mediaType}` : sql``}
     order by o.id desc limit ${page.limit + 1}`.execute(db)
  return rows
}

export type LinkFacts = { id: string; path: string; mimeType: string; public: boolean }

export type LinkFactsWithSize = LinkFacts & { width: number | null; height: number | null }

/** What a link to a file needs, for many files at once. */
export async function findLinkFacts(
  db: Db,
  organizationId: string,
  ids: string[],
): Promise<LinkFactsWithSize[]> {
  const { rows } = await sql<LinkFactsWithSize>`
    select o.id, o.name as path, o.mime_type, b.public, a.width, a.height
      from storage.objects o
      join storage.buckets b on b.organization_id = o.organization_id and b.id = o.bucket_id
      left join storage.assets a on a.organization_id = o.organization_id and a.object_id = o.id
     where o.organization_id = ${organizationId} and o.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

export type Serving = {
  path: string
  public: boolean
  mimeType: string
  size: number
  version: string
  /** False when the variant asked for is not made yet and the original stands in. */
  asAsked: boolean
}

/** The bytes to send for a file and variant; the original where the variant is not made. */
export async function findServing(
  db: Db,
  organizationId: string,
  id: string,
  variant: 'original' | 'web' | 'thumb',
): Promise<Serving | null> {
  const { rows } = await sql<Serving>`
    select o.name as path, b.public, coalesce(d.mime_type, o.mime_type) as mime_type, coalesce(d.size, o.size) as size,
           coalesce(d.version, o.version) as version, (d.id is not null or ${variant} = 'original') as as_asked
      from storage.objects o
      join storage.buckets b on b.organization_id = o.organization_id and b.id = o.bucket_id
      left join storage.assets a on a.organization_id = o.organization_id and a.parent_object_id = o.id
           and a.variant = ${variant} and a.kind = 'derived'
      left join storage.objects d on d.organization_id = a.organization_id and d.id = a.object_id
     where o.organization_id = ${organizationId} and o.id = ${id}
       and (o.expires_at is null or o.expires_at > now())`.execute(db)
  return rows[0] ?? null
}

export async function variantsOf(db: Db, organizationId: string, id: string): Promise<string[]> {
  const { rows } = await sql<{ variant: string }>`
    select variant from storage.assets
     where organization_id = ${organizationId} and parent_object_id = ${id} and kind = 'derived'`.execute(db)
  return rows.map((row) => row.variant)
}

/** Changes what is said about a file; fields that are undefined stay. */
export async function updateAsset(
  db: Db,
  organizationId: string,
  objectId: string,
  changes: { altText?: string | null; caption?: string | null },
): Promise<void> {
  await db
    .updateTable('storage.assets')
    .set({ ...changes, updatedAt: new Date() })
    .where('organizationId', '=', organizationId)
    .where('objectId', '=', objectId)
    .execute()
}

export type DeletionReason = 'manual' | 'expired' | 'policy'

/**
 * Deletes files with their variants and writes who and why into the deletion log; the bytes follow later.
 * The foreign keys of those who use a file refuse this.
 * @returns ids of the files that were there
 */
export async function deleteObjects(
  db: Db,
  organizationId: string,
  ids: string[],
  by: { deletedBy: string | null; reason: DeletionReason },
): Promise<string[]> {
  const { rows } = await sql<{ objectId: string }>`
    with gone as (
      delete from storage.objects o
       where o.organization_id = ${organizationId}
         and (o.id = any(${ids}::uuid[])
              or o.id in (select object_id from storage.assets
                           where organization_id = ${organizationId} and kind = 'derived'
                             and parent_object_id = any(${ids}::uuid[])))
      returning o.*
    )
    insert into storage.deletion_log (organization_id, object_id, owner_id, bucket_name, name, size, version, deleted_by, reason)
    select g.organization_id, g.id, g.owner_id, b.name, g.name, g.size, g.version, ${by.deletedBy}, ${by.reason}
      from gone g join storage.buckets b on b.organization_id = g.organization_id and b.id = g.bucket_id
    returning object_id`.execute(db)
  return rows.map((row) => row.objectId).filter((id) => ids.includes(id))
}
