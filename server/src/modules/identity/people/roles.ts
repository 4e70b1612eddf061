import type { Ctx } from '../../../platform/ctx.ts'
import { Conflict, NotFound } from '../../../platform/errors.ts'
import { announce } from '../../../platform/events/events.ts'
import { record } from '../../audit/index.ts'
import { PermissionNotHeld, RankTooHigh, RoleBuiltIn, RoleInUse, RoleTaken, TooManyRoles } from '../errors.ts'
import { accessChanged } from '../events.ts'
import { isOwner, obstacleToGiving } from '../policy.ts'
import { refuseModule } from './members.ts'
import {
  countRoles,
  deleteUnusedRole,
  findRole,
  insertRoles,
  type RoleRow,
  setRoleModule,
  updateRole,
} from './roles.queries.ts'

const rolesAtMost = 100

export type RoleWish = Pick<RoleRow, 'name' | 'description' | 'rank' | 'permissions'>

/** A role of the organization. Throws NotFound. */
export async function roleOf(ctx: Ctx, id: string): Promise<RoleRow> {
  const role = await findRole(ctx.db, ctx.organizationId, id)
  if (!role) throw NotFound()
  return role
}

/**
 * Makes a role of the organization's own.
 * @throws RoleTaken, RankTooHigh, PermissionNotHeld, TooManyRoles
 */
export async function createRole(ctx: Ctx, wish: RoleWish): Promise<RoleRow> {
  refuseBeyondOwn(ctx, wish.rank, wish.permissions)
  if ((await countRoles(ctx.db, ctx.organizationId)) >= rolesAtMost)
    throw TooManyRoles({ limit: rolesAtMost })
  const role = { ...wish, key: keyOf(wish.name), isDefault: false, isBuiltIn: false }
  const [id] = await insertRoles(ctx.db, ctx.organizationId, [role])
  if (!id) throw RoleTaken()
  await record(ctx, 'identity.role_created', { entityType: 'role', entityId: id, after: { ...wish } })
  return roleOf(ctx, id)
}

/**
 * Changes a role. Permissions that stay need not be held by who changes it; those that are added do.
 * @throws RoleBuiltIn, RankTooHigh, PermissionNotHeld
 */
export async function editRole(ctx: Ctx, role: RoleRow, changes: Partial<RoleWish>): Promise<RoleRow> {
  const { name, description, rank, permissions } = role
  const before = { name, description, rank, permissions }
  const next = { ...before, ...changes }
  if (role.isBuiltIn && next.rank !== rank) throw RoleBuiltIn()
  refuseBeyondOwn(
    ctx,
    next.rank,
    next.permissions.filter((permission) => !permissions.includes(permission)),
  )
  await updateRole(ctx.db, ctx.organizationId, role.id, next)
  await announce(ctx, accessChanged, { userId: null })
  await record(ctx, 'identity.role_changed', { entityType: 'role', entityId: role.id, before, after: next })
  return roleOf(ctx, role.id)
}

/** @throws RoleBuiltIn, RoleInUse */
export async function deleteRole(ctx: Ctx, role: RoleRow): Promise<void> {
  if (role.isBuiltIn || role.isDefault) throw RoleBuiltIn()
  if (!(await deleteUnusedRole(ctx.db, ctx.organizationId, role.id))) {
    throw (await findRole(ctx.db, ctx.organizationId, role.id)) ? RoleInUse() : Conflict()
  }
  const { name, rank, permissions } = role
  await record(ctx, 'identity.role_deleted', {
    entityType: 'role',
    entityId: role.id,
    before: { name, rank, permissions },
  })
}

/** Switches a module for everybody who holds a role; a person keeps it when another role of theirs has it. */
export async function switchModuleOfRole(
  ctx: Ctx,
  role: RoleRow,
  moduleKey: string,
  hasAccess: boolean,
): Promise<RoleRow> {
  if (hasAccess) refuseModule(ctx, moduleKey)
  if (!(await setRoleModule(ctx.db, ctx.organizationId, role.id, moduleKey, hasAccess))) throw NotFound()
  await announce(ctx, accessChanged, { userId: null })
  await record(ctx, 'identity.module_switched', {
    entityType: 'role',
    entityId: role.id,
    after: { module: moduleKey, hasAccess },
  })
  return roleOf(ctx, role.id)
}

function refuseBeyondOwn(ctx: Ctx, rank: number, permissions: string[]) {
  // A role of one's own rank could not be edited afterwards.
  if (rank >= ctx.actor.rank && !isOwner(ctx.actor)) throw RankTooHigh()
  const obstacle = obstacleToGiving(ctx.actor, { rank, permissions })
  if (obstacle && 'permission' in obstacle) throw PermissionNotHeld({ permission: obstacle.permission })
}

/** A stable key from a name; two names that differ only in dress are one role. */
function keyOf(name: string): string {
  const key = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return key || 'role'
}
