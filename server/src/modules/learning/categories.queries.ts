import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

export type CategoryRow = {
  id: string
  slug: string
  name: string
  description: string | null
  position: string
}

/** All shelves, in order. */
export async function listCategories(db: Db, organizationId: string): Promise<CategoryRow[]> {
  const { rows } = await sql<CategoryRow>`
    select id, slug, name, description, position from learning.categories
     where organization_id = ${organizationId} order by position, id`.execute(db)
  return rows
}

export async function findCategory(db: Db, organizationId: string, id: string): Promise<CategoryRow | null> {
  const { rows } = await sql<CategoryRow>`
    select id, slug, name, description, position from learning.categories
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Null when the slug is taken. */
export async function insertCategory(
  db: Db,
  organizationId: string,
  category: { slug: string; name: string; description: string | null; position: string },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into learning.categories (organization_id, slug, name, description, position)
    values (${organizationId}, ${category.slug}, ${category.name}, ${category.description}, ${category.position})
    on conflict (organization_id, slug) do nothing
    returning id`.execute(db)
  return rows[0]?.id ?? null
}

export async function updateCategory(
  db: Db,
  organizationId: string,
  id: string,
  category: { slug: string; name: string; description: string | null; position: string },
): Promise<void> {
  await sql`
    update learning.categories set slug = ${category.slug}, name = ${category.name},
           description = ${category.description}, position = ${category.position}, updated_at = now()
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

/** The courses on the shelf stay, without one. */
export async function deleteCategory(db: Db, organizationId: string, id: string): Promise<void> {
  await sql`delete from learning.categories where organization_id = ${organizationId} and id = ${id}`.execute(
    db,
  )
}
