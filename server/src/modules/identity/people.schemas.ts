import { Type } from 'typebox'
import { Id, Nullable, OneOf, PageOf, PageQuery, Timestamp } from '../../platform/http/schemas.ts'

export const statuses = ['active', 'inactive', 'banned'] as const
export const Status = OneOf(statuses)

const RoleName = Type.Object({ id: Id, key: Type.String(), name: Type.String(), rank: Type.Integer() })

export const PersonParams = Type.Object({ personId: Id })

export const PeopleQuery = Type.Object({
  ...PageQuery.properties,
  search: Type.Optional(Type.String({ maxLength: 100, description: 'Part of a name or address' })),
  role: Type.Optional(Type.String({ maxLength: 60, description: 'Key of a role' })),
  status: Type.Optional(Status),
})

const listed = {
  id: Id,
  name: Type.String(),
  email: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
  status: Status,
  jobTitle: Nullable(Type.String()),
  roles: Type.Array(RoleName),
  lastSeenAt: Nullable(Timestamp),
  joinedAt: Timestamp,
}

export const PersonPage = PageOf(Type.Object(listed))

export const PersonDetail = Type.Object({
  ...listed,
  headline: Nullable(Type.String()),
  bio: Nullable(Type.String()),
  emailConfirmed: Type.Boolean(),
  lastSignInAt: Nullable(Timestamp),
  sessions: Type.Integer({ description: 'Devices signed in at this organization' }),
  modules: Type.Array(Type.Object({ key: Type.String(), hasAccess: Type.Boolean() }), {
    description: 'Switches of this one person',
  }),
  ban: Nullable(
    Type.Object({
      id: Id,
      reason: Type.String(),
      until: Nullable(Timestamp),
      bannedAt: Timestamp,
      bannedBy: Nullable(Type.Object({ id: Id, name: Type.String() })),
    }),
  ),
  can: Type.Object({
    changeRoles: Type.Boolean(),
    deactivate: Type.Boolean(),
    reactivate: Type.Boolean(),
    ban: Type.Boolean(),
    liftBan: Type.Boolean(),
    remove: Type.Boolean(),
    switchModules: Type.Boolean(),
    endSessions: Type.Boolean(),
  }),
})

export const RolesBody = Type.Object(
  { roleIds: Type.Array(Id, { minItems: 1, maxItems: 20, uniqueItems: true }) },
  { additionalProperties: false },
)

export const BanBody = Type.Object(
  {
    reason: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }),
    until: Nullable(Type.String({ format: 'date-time', maxLength: 40, description: 'null: for good' })),
  },
  { additionalProperties: false },
)

export const OverrideBody = Type.Object({ hasAccess: Type.Boolean() }, { additionalProperties: false })
export const ModuleParams = Type.Object({ moduleKey: Type.String({ maxLength: 40 }) })
export const PersonModuleParams = Type.Object({ personId: Id, ...ModuleParams.properties })
