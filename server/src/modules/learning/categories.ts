import type { Ctx } from '../../platform/ctx.ts'
import { sqlState } from '../../platform/db/database.ts'
import { record } from '../audit/index.ts'
import {
  type CategoryRow,
  deleteCategory,
  insertCategory,
  listCategories,
  updateCategory,
} from './categories.queries.ts'
import { NotASibling, SlugTaken } from './errors.ts'
import { positionAfter } from './positions.ts'
import { slugify } from './slugs.ts'

/** A new shelf at the end. */
export async function createCategory(
  ctx: Ctx,
  input: { name: string; description?: string | null; slug?: string },
): Promise<string> {
  const name = input.name.trim()
  const slug = input.slug ?? slugify(name, 'category')
  const position = positionAfter(await listCategories(ctx.db, ctx.organizationId), undefined)!
  const category = { slug, name, description: input.description ?? null, position }
  const id = await insertCategory(ctx.db, ctx.organizationId, category)
  if (id === null) throw SlugTaken({ slug })
  await record(ctx, 'learning.category_created', {
    entityType: 'category',
    entityId: id,
    after: { name, slug },
  })
  return id
}

export async function changeCategory(
  ctx: Ctx,
  category: CategoryRow,
  change: { name?: string; description?: string | null; slug?: string; after?: string | null },
): Promise<void> {
  const { after, ...fields } = change
  const next = { ...category, ...fields, name: (fields.name ?? category.name).trim() }
  if (after !== undefined) {
    const place = positionAfter(await listCategories(ctx.db, ctx.organizationId), after, category.id)
    if (place === null) throw NotASibling()
    next.position = place
  }
  try {
    await updateCategory(ctx.db, ctx.organizationId, category.id, next)
  } catch (error) {
    if (sqlState(error) === '23505') throw SlugTaken({ slug: next.slug })
    throw error
  }
  await record(ctx, 'learning.category_changed', {
    entityType: 'category',
    entityId: category.id,
    before: { name: category.name, slug: category.slug },
    after: { name: next.name, slug: next.slug },
  })
}

export async function removeCategory(ctx: Ctx, category: CategoryRow): Promise<void> {
  await deleteCategory(ctx.db, ctx.organizationId, category.id)
  await record(ctx, 'learning.category_deleted', {
    entityType: 'category',
    entityId: category.id,
    before: { name: category.name, slug: category.slug },
  })
}
