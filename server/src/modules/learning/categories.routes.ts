import { Type } from 'typebox'
import { anyone } from '../../platform/actor.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { Empty, Id, Nullable, Slug } from '../../platform/http/schemas.ts'
import { findCategory, listCategories } from './categories.queries.ts'
import { changeCategory, createCategory, removeCategory } from './categories.ts'
import { NotASibling, SlugTaken } from './errors.ts'
import { canManageCourses } from './policy.ts'

const Category = Type.Object({
  id: Id,
  slug: Type.String(),
  name: Type.String(),
  description: Nullable(Type.String()),
})
const fields = {
  name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  description: Type.Optional(Nullable(Type.String({ maxLength: 1000 }))),
  slug: Type.Optional(Slug),
}
const CategoryCreate = Type.Object(fields, { additionalProperties: false })
const CategoryChange = Type.Partial(Type.Object({ ...fields, after: Type.Optional(Nullable(Id)) }), {
  additionalProperties: false,
  minProperties: 1,
})
const params = Type.Object({ categoryId: Id })

async function category(ctx: Ctx, id: string) {
  const found = await findCategory(ctx.db, ctx.organizationId, id)
  if (!found) throw NotFound()
  return found
}

export const categoryRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/categories',
    summary: 'Shelves of the catalogue',
    response: Type.Object({ items: Type.Array(Category) }),
    allow: anyone,
    handle: async (ctx) => ({ items: await listCategories(ctx.db, ctx.organizationId) }),
  }),
  route({
    method: 'POST',
    path: '/categories',
    summary: 'Add a shelf',
    body: CategoryCreate,
    response: Category,
    status: 201,
    errors: [SlugTaken],
    allow: canManageCourses,
    handle: async (ctx, _thing, { body }) => category(ctx, await createCategory(ctx, body)),
  }),
  route({
    method: 'PATCH',
    path: '/categories/:categoryId',
    summary: 'Rename or move a shelf',
    params,
    body: CategoryChange,
    response: Category,
    errors: [SlugTaken, NotASibling],
    load: (ctx, input) => category(ctx, input.params.categoryId),
    allow: canManageCourses,
    async handle(ctx, found, { body }) {
      await changeCategory(ctx, found, body)
      return category(ctx, found.id)
    },
  }),
  route({
    method: 'DELETE',
    path: '/categories/:categoryId',
    summary: 'Remove a shelf; its courses stay',
    params,
    response: Empty,
    load: (ctx, input) => category(ctx, input.params.categoryId),
    allow: canManageCourses,
    async handle(ctx, found) {
      await removeCategory(ctx, found)
      return null
    },
  }),
]
