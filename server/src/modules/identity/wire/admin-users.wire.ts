import { Type } from 'typebox'
import type { Ctx } from '../../../platform/ctx.ts'
import { countPeople, findBansOf, findIdsAt, isMember } from './admin-users.queries.ts'
import { createPerson, isBoundKey, removePerson, updatePerson } from './admin-users.ts'
import { NoSuchUser } from './errors.ts'
import { UserBody } from './given-users.ts'
import { NumberedPage, readPage, tellPages } from './pages.ts'
import { wireRoute } from './route.ts'
import { type UserView, userViews } from './user-view.ts'

const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const forGood = '9999-12-31T23:59:59.000Z'

/** Which person a path is about. */
export const UserParams = Type.Object({ userId: Type.String({ maxLength: 200 }) })

/**
 * The person a path names, when they belong to the organization.
 * @throws NoSuchUser
 */
export async function memberId(ctx: Ctx, { userId }: { userId: string }): Promise<string> {
  if (!uuidShape.test(userId) || !(await isMember(ctx.db, ctx.organizationId, userId))) throw NoSuchUser()
  return userId.toLowerCase()
}

/** People as their organization knows them: a ban there is told as if it were everywhere. */
export async function memberViews(ctx: Ctx, ids: readonly string[]): Promise<UserView[]> {
  const bans = await findBansOf(ctx.db, ctx.organizationId, ids)
  return (await userViews(ctx, ids)).map((view) => {
    const until = bans.get(view.id)
    return until === undefined ? view : { ...view, banned_until: until?.toISOString() ?? forGood }
  })
}

/** One of them. Throws NoSuchUser. */
export async function memberView(ctx: Ctx, id: string): Promise<UserView> {
  const [view] = await memberViews(ctx, [id])
  if (!view) throw NoSuchUser()
  return view
}

const list = wireRoute({
  method: 'GET',
  path: '/admin/users',
  allow: 'service',
  query: NumberedPage,
  async handle(ctx, { query, request, reply }) {
    const page = readPage(query)
    const ids = await findIdsAt(ctx.db, ctx.organizationId, { skip: page.skip, limit: page.perPage })
    const total = await countPeople(ctx.db, ctx.organizationId)
    tellPages(request, reply, ctx.app.config.url, page, total)
    return { users: await memberViews(ctx, ids), aud: ctx.app.config.auth.jwtAudience }
  },
})

const create = wireRoute({
  method: 'POST',
  path: '/admin/users',
  allow: 'service',
  body: UserBody,
  transaction: false,
  handle: async (ctx, { body }) => memberView(ctx, await createPerson(ctx, body)),
})

const get = wireRoute({
  method: 'GET',
  path: '/admin/users/:userId',
  allow: 'service',
  params: UserParams,
  handle: async (ctx, { params }) => memberView(ctx, await memberId(ctx, params)),
})

const update = wireRoute({
  method: 'PUT',
  path: '/admin/users/:userId',
  allow: 'service',
  params: UserParams,
  body: UserBody,
  transaction: false,
  async handle(ctx, { params, body, request }) {
    const id = await memberId(ctx, params)
    await updatePerson(ctx, id, body, await isBoundKey(ctx.app, request))
    return memberView(ctx, id)
  },
})

const remove = wireRoute({
  method: 'DELETE',
  path: '/admin/users/:userId',
  allow: 'service',
  params: UserParams,
  body: Type.Object({ should_soft_delete: Type.Optional(Type.Boolean()) }),
  async handle(ctx, { params, body }) {
    await removePerson(ctx, await memberId(ctx, params), body.should_soft_delete === true)
    return {}
  },
})

/** People of the organization, for the operator's own programs. */
export const adminUserRoutes = [list, create, get, update, remove]
