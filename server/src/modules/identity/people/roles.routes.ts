import { holds, may } from '../../../platform/actor.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { route } from '../../../platform/http/route.ts'
import { Empty } from '../../../platform/http/schemas.ts'
import { PermissionNotHeld, RankTooHigh, RoleBuiltIn, RoleInUse, RoleTaken, TooManyRoles } from '../errors.ts'
import { permissions } from '../permissions.ts'
import { canEditRole, canSeeRoles, obstacleToGiving } from '../policy.ts'
import { OverrideBody } from './people.schemas.ts'
import { findRoles, type RoleRow } from './roles.queries.ts'
import {
  NewRole,
  PermissionList,
  RoleChanges,
  RoleList,
  RoleModuleParams,
  RoleParams,
  RoleView,
} from './roles.schemas.ts'
import { createRole, deleteRole, editRole, roleOf, switchModuleOfRole } from './roles.ts'

const load = (ctx: Ctx, { params }: { params: { roleId: string } }) => roleOf(ctx, params.roleId)
const version = (role: RoleRow) => role.updatedAt.getTime()

function describe(ctx: Ctx, role: RoleRow) {
  const edit = canEditRole(ctx.actor, role) === true
  return {
    ...role,
    can: {
      edit,
      delete: edit && !role.isBuiltIn && !role.isDefault && !role.inUse,
      give: may(ctx.actor, 'identity.people.manage') && obstacleToGiving(ctx.actor, role) === null,
    },
  }
}

export const roleRoutes = [
  route({
    method: 'GET',
    path: '/roles',
    summary: 'Roles of the organization, highest first (at most 100)',
    response: RoleList,
    allow: canSeeRoles,
    handle: async (ctx) => ({
      items: (await findRoles(ctx.db, ctx.organizationId)).map((role) => describe(ctx, role)),
    }),
  }),
  route({
    method: 'POST',
    path: '/roles',
    summary: 'Make a role',
    body: NewRole,
    response: RoleView,
    status: 201,
    errors: [RoleTaken, RankTooHigh, PermissionNotHeld, TooManyRoles],
    allow: holds('identity.roles.manage'),
    handle: async (ctx, _, { body }) =>
      describe(ctx, await createRole(ctx, { ...body, name: body.name.trim() })),
  }),
  route({
    method: 'GET',
    path: '/roles/:roleId',
    summary: 'One role',
    params: RoleParams,
    response: RoleView,
    load,
    allow: canSeeRoles,
    version,
    handle: async (ctx, role) => describe(ctx, role),
  }),
  route({
    method: 'PATCH',
    path: '/roles/:roleId',
    summary: 'Change a role',
    params: RoleParams,
    body: RoleChanges,
    response: RoleView,
    errors: [RoleBuiltIn, RankTooHigh, PermissionNotHeld],
    load,
    allow: canEditRole,
    version,
    handle: async (ctx, role, { body }) => describe(ctx, await editRole(ctx, role, body)),
  }),
  route({
    method: 'DELETE',
    path: '/roles/:roleId',
    summary: 'Delete a role nobody holds',
    params: RoleParams,
    response: Empty,
    errors: [RoleBuiltIn, RoleInUse],
    load,
    allow: canEditRole,
    version,
    async handle(ctx, role) {
      await deleteRole(ctx, role)
      return null
    },
  }),
  route({
    method: 'PUT',
    path: '/roles/:roleId/modules/:moduleKey',
    summary: 'Switch a module for a role',
    params: RoleModuleParams,
    body: OverrideBody,
    response: RoleView,
    errors: [PermissionNotHeld],
    load,
    allow: canEditRole,
    handle: async (ctx, role, { params, body }) =>
      describe(ctx, await switchModuleOfRole(ctx, role, params.moduleKey, body.hasAccess)),
  }),
  route({
    method: 'GET',
    path: '/permissions',
    summary: 'Every permission there is',
    response: PermissionList,
    allow: canSeeRoles,
    handle: async (ctx) => ({
      items: Object.entries(permissions).flatMap(([module, keys]) =>
        keys.map((key) => ({ key, module, held: may(ctx.actor, key) })),
      ),
    }),
  }),
]
