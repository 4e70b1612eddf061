import { Type } from 'typebox'
import { Id, Nullable, OneOf, Timestamp } from '../../../platform/http/schemas.ts'
import { everyPermission } from '../permissions.ts'
import { ModuleParams } from './people.schemas.ts'

export const RoleParams = Type.Object({ roleId: Id })
export const RoleModuleParams = Type.Object({ roleId: Id, ...ModuleParams.properties })

const wish = {
  name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
  description: Nullable(Type.String({ maxLength: 500 })),
  rank: Type.Integer({
    minimum: 1,
    maximum: 99,
    description: 'Who stands above whom; learners 10, teachers 40, administrators 80',
  }),
  permissions: Type.Array(OneOf(everyPermission), { maxItems: everyPermission.length, uniqueItems: true }),
}
export const NewRole = Type.Object(wish, { additionalProperties: false })
export const RoleChanges = Type.Partial(Type.Object(wish), { additionalProperties: false, minProperties: 1 })

export const RoleView = Type.Object({
  id: Id,
  key: Type.String(),
  name: Type.String(),
  description: Nullable(Type.String()),
  rank: Type.Integer(),
  permissions: Type.Array(Type.String(), { description: '* means all' }),
  isDefault: Type.Boolean({ description: 'Given to people who sign up by themselves' }),
  isBuiltIn: Type.Boolean(),
  inUse: Type.Boolean(),
  modulesOff: Type.Array(Type.String(), { description: 'Modules switched off for this role' }),
  updatedAt: Timestamp,
  can: Type.Object({ edit: Type.Boolean(), delete: Type.Boolean(), give: Type.Boolean() }),
})
export const RoleList = Type.Object({ items: Type.Array(RoleView) })

export const PermissionList = Type.Object({
  items: Type.Array(
    Type.Object({
      key: Type.String(),
      module: Type.String(),
      held: Type.Boolean({ description: 'Whether you hold it yourself, so may give it' }),
    }),
  ),
})

export const ModuleView = Type.Object({
  key: Type.String(),
  isActive: Type.Boolean(),
  sortOrder: Type.Integer(),
})
export const ModuleList = Type.Object({ items: Type.Array(ModuleView) })
export const ModuleSwitch = Type.Object({ isActive: Type.Boolean() }, { additionalProperties: false })
