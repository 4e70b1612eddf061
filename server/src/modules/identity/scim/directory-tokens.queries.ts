import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import type { Directory } from './directories.queries.ts'

export type DirectoryTokenRow = {
  prefix: string
  expiresAt: Date | null
  lastUsedAt: Date | null
  createdAt: Date
}

/** The directory a token belongs to, as long as it is good. Found by prefix; digests of 256 bits are compared. */
export async function findDirectoryByToken(
  db: Db,
  prefix: string,
  tokenHash: Buffer,
): Promise<Directory | null> {
  const { rows } = await sql<Directory>`
    select d.id, d.organization_id, d.name, d.status, d.default_role_id
      from auth.directory_tokens t
      join auth.directory_syncs d on d.organization_id = t.organization_id and d.id = t.directory_id
     where t.prefix = ${prefix} and t.token_hash = ${tokenHash} and (t.expires_at is null or t.expires_at > now())`.execute(
    db,
  )
  return rows[0] ?? null
}

export async function findDirectoryTokens(
  db: Db,
  organizationId: string,
  directoryId: string,
): Promise<DirectoryTokenRow[]> {
  const { rows } = await sql<DirectoryTokenRow>`
    select prefix, expires_at, last_used_at, created_at from auth.directory_tokens
     where organization_id = ${organizationId} and directory_id = ${directoryId}
       and (expires_at is null or expires_at > now())
     order by created_at desc, prefix limit 100`.execute(db)
  return rows
}

/** How many of its tokens work; the directory's row stays locked, so that two new ones are both counted. */
export async function countDirectoryTokens(
  db: Db,
  organizationId: string,
  directoryId: string,
): Promise<number> {
  await sql`
    select id from auth.directory_syncs where organization_id = ${organizationId} and id = ${directoryId} for no key update`.execute(
    db,
  )
  return (await findDirectoryTokens(db, organizationId, directoryId)).length
}

/** @returns false when the prefix is taken, which happens once in 10^18 times */
export async function insertDirectoryToken(
  db: Db,
  organizationId: string,
  token: { directoryId: string; prefix: string; tokenHash: Buffer; expiresAt: Date | null },
): Promise<boolean> {
  const rows = await db
    .insertInto('auth.directoryTokens')
    .values({ organizationId, ...token })
    .onConflict((conflict) => conflict.doNothing())
    .returning('prefix')
    .execute()
  return rows.length === 1
}

export async function deleteDirectoryToken(
  db: Db,
  organizationId: string,
  directoryId: string,
  prefix: string,
): Promise<boolean> {
  const { rows } = await sql`
    delete from auth.directory_tokens
     where organization_id = ${organizationId} and directory_id = ${directoryId} and prefix = ${prefix} returning prefix`.execute(
    db,
  )
  return rows.length === 1
}
