import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

// Pictures of people and organizations are public files; their addresses last, so rows can be told with them at once.

/** Address of a person's picture, or null; `u` is their row of auth.users. */
export const avatarUrl = sql<string | null>`
  '/media/' || u.avatar_organization_id || '/' || u.avatar_object_id || '/thumb/public/avatar.webp'`

/** Address of an organization's logo, or null; `o` is its row of auth.organizations. */
export const logoUrl = sql<string | null>`
  '/media/' || o.id || '/' || o.logo_object_id || '/thumb/public/logo.webp'`

/** Address of an organization's cover, or null; `o` is its row of auth.organizations. */
export const coverUrl = sql<string | null>`
  '/media/' || o.id || '/' || o.cover_object_id || '/web/public/cover.webp'`

/** Where a picture lies: each organization keeps its own files. */
export type StoredPicture = { organizationId: string; objectId: string }

/** Gives a person a picture, or none (null). Returns the one before; undefined when there is no such person. */
export async function replaceAvatar(
  db: Db,
  userId: string,
  picture: StoredPicture | null,
): Promise<StoredPicture | null | undefined> {
  const { rows } = await sql<{ before: StoredPicture | null }>`
    update auth.users set avatar_object = ${picture && JSON.stringify(picture)}::jsonb, updated_at = now()
     where id = ${userId} and deleted_at is null
    returning old.avatar_object as before`.execute(db)
  return rows[0]?.before
}

/** The pictures an organization has a place for. */
export type OrganizationPicture = 'logo' | 'cover'

/** Gives an organization a picture, or none (null). Returns the one before. */
export async function replaceOrganizationPicture(
  db: Db,
  organizationId: string,
  which: OrganizationPicture,
  objectId: string | null,
): Promise<string | null> {
  const column = sql.ref(which === 'logo' ? 'logo_object_id' : 'cover_object_id')
  const { rows } = await sql<{ before: string | null }>`
    update auth.organizations set ${column} = ${objectId}::uuid
     where id = ${organizationId} returning old.${column} as before`.execute(db)
  return rows[0]?.before ?? null
}
