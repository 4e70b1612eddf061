import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type ModuleRow = { key: string; isActive: boolean; sortOrder: number }

export function findModules(db: Db, organizationId: string): Promise<ModuleRow[]> {
  return db
    .selectFrom('auth.modules')
    .select(['key', 'isActive', 'sortOrder'])
    .where('organizationId', '=', organizationId)
    .orderBy('sortOrder')
    .orderBy('key')
    .execute()
}

/** Null when there is no such module. */
export async function setModule(
  db: Db,
  organizationId: string,
  key: string,
  isActive: boolean,
): Promise<ModuleRow | null> {
  const { rows } = await sql<ModuleRow>`
    update auth.modules set is_active = ${isActive}, updated_at = now()
     where organization_id = ${organizationId} and key = ${key}
    returning key, is_active, sort_order`.execute(db)
  return rows[0] ?? null
}
