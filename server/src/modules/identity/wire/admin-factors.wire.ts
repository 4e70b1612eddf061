import { Type } from 'typebox'
import type { Ctx } from '../../../platform/ctx.ts'
import { record } from '../../audit/index.ts'
import { findFactor, renameFactor } from '../factors/factors.queries.ts'
import { phoneNumber, removeFactorOf } from '../factors/factors.ts'
import { setFactorPhone } from './admin-factors.queries.ts'
import { holdOwn, isBoundKey } from './admin-users.ts'
import { memberId, UserParams } from './admin-users.wire.ts'
import { defineWireError } from './errors.ts'
import { wireRoute } from './route.ts'
import { findUsers } from './user-view.queries.ts'
import { factorView } from './user-view.ts'

const NoSuchFactor = defineWireError('mfa_factor_not_found', 404, 'Factor not found')
const NameTaken = defineWireError(
  'mfa_factor_name_conflict',
  422,
  'A factor with this friendly name exists for this user already',
)
const PhoneTaken = defineWireError(
  'mfa_verified_factor_exists',
  422,
  'A factor with this phone number exists for this user already',
)

const FactorParams = Type.Object({ ...UserParams.properties, factorId: Type.String({ maxLength: 200 }) })
const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const factorViews = async (ctx: Ctx, userId: string) =>
  ((await findUsers(ctx.db, [userId]))[0]?.factors ?? []).map(factorView)

async function viewOf(ctx: Ctx, userId: string, factorId: string) {
  const view = (await factorViews(ctx, userId)).find((factor) => factor.id === factorId)
  if (!view) throw NoSuchFactor()
  return view
}

const list = wireRoute({
  method: 'GET',
  path: '/admin/users/:userId/factors',
  allow: 'service',
  params: UserParams,
  handle: async (ctx, { params }) => factorViews(ctx, await memberId(ctx, params)),
})

const update = wireRoute({
  method: 'PUT',
  path: '/admin/users/:userId/factors/:factorId',
  allow: 'service',
  params: FactorParams,
  body: Type.Object({
    friendly_name: Type.Optional(Type.String({ maxLength: 200 })),
    phone: Type.Optional(Type.String({ maxLength: 30 })),
  }),
  async handle(ctx, { params, body, request }) {
    const userId = await memberId(ctx, params)
    await holdOwn(ctx, userId, await isBoundKey(ctx.app, request))
    const factor = uuidShape.test(params.factorId) ? await findFactor(ctx.db, userId, params.factorId) : null
    if (!factor) throw NoSuchFactor()
    const { friendly_name: name, phone } = body
    if (name !== undefined && !(await renameFactor(ctx.db, factor.id, name || null))) throw NameTaken()
    if (phone && factor.type === 'phone') {
      if (!(await setFactorPhone(ctx.db, factor.id, phoneNumber(phone.replace(/^\+?/, '+')))))
        throw PhoneTaken()
    }
    await record(ctx, 'identity.factor_changed', {
      entityType: 'factor',
      entityId: factor.id,
      targetId: userId,
      metadata: { changed: Object.keys(body) },
    })
    return viewOf(ctx, userId, factor.id)
  },
})

const remove = wireRoute({
  method: 'DELETE',
  path: '/admin/users/:userId/factors/:factorId',
  allow: 'service',
  params: FactorParams,
  async handle(ctx, { params, request }) {
    const userId = await memberId(ctx, params)
    await holdOwn(ctx, userId, await isBoundKey(ctx.app, request))
    const view = await viewOf(ctx, userId, params.factorId.toLowerCase())
    if (!(await removeFactorOf(ctx, userId, String(view.id)))) throw NoSuchFactor()
    return view
  },
})

/** Second factors of a person of the organization, for somebody who lost theirs. */
export const adminFactorRoutes = [list, update, remove]
