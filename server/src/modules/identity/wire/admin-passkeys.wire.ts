import { Type } from 'typebox'
import { findPasskeys } from '../passkeys/passkeys.queries.ts'
import { removePasskeyOf } from '../passkeys/passkeys.ts'
import { holdOwn, isBoundKey } from './admin-users.ts'
import { memberId, UserParams } from './admin-users.wire.ts'
import { defineWireError } from './errors.ts'
import { wireRoute } from './route.ts'

const NoSuchPasskey = defineWireError('passkey_not_found', 404, 'Passkey not found')
const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const list = wireRoute({
  method: 'GET',
  path: '/admin/users/:userId/passkeys',
  allow: 'service',
  params: UserParams,
  async handle(ctx, { params }) {
    const passkeys = await findPasskeys(ctx.db, await memberId(ctx, params))
    return passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      ...(name === null ? {} : { friendly_name: name }),
      created_at: createdAt.toISOString(),
      ...(lastUsedAt === null ? {} : { last_used_at: lastUsedAt.toISOString() }),
    }))
  },
})

const remove = wireRoute({
  method: 'DELETE',
  path: '/admin/users/:userId/passkeys/:passkeyId',
  allow: 'service',
  params: Type.Object({ ...UserParams.properties, passkeyId: Type.String({ maxLength: 200 }) }),
  async handle(ctx, { params, request }) {
    const userId = await memberId(ctx, params)
    await holdOwn(ctx, userId, await isBoundKey(ctx.app, request))
    const { passkeyId } = params
    if (!uuidShape.test(passkeyId) || !(await removePasskeyOf(ctx, userId, passkeyId))) throw NoSuchPasskey()
  },
})

/** Passkeys of a person of the organization, for somebody whose device is gone. */
export const adminPasskeyRoutes = [list, remove]
