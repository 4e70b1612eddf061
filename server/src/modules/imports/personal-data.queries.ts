import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** Course packages a person brought in. */
export async function findImportsOf(
  db: Db,
  organizationId: string,
  userId: string,
): Promise<Array<{ id: string; fileName: string; title: string | null; createdAt: Date }>> {
  const { rows } = await sql<{ id: string; fileName: string; title: string | null; createdAt: Date }>`
    select id, file_name, title, created_at from imports.course_imports
     where organization_id = ${organizationId} and started_by = ${userId} order by id limit 10000`.execute(db)
  return rows
}
