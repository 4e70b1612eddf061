import { Type } from 'typebox'
import { Id, Nullable, OneOf, PageOf, PageQuery, Timestamp } from '../../../platform/http/schemas.ts'

export const statuses = ['active', 'inactive', 'banned'] as const
export const Status = OneOf(statuses)

const RoleName = Type.Object({ id: Id, key: Type.String(), name: Type.String(), rank: Type.Integer() })

export const PersonParams = Type.Object({ personId: Id })

export const PeopleQuery = Type.Object({
  ...PageQuery.properties,
  search: Type.Optional(Type.String({ maxLength: 100, description: 'Part of a name or address' })),
  role: Type.Optional(Type.String({ maxLength: 60, description: 'Key of a role' })),
  status: Type.Optional(Status),
  hasFactor: Type.Optional(Type.Boolean({ description: 'Signs in with a second factor' })),
  seenWithinDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
  notSeenForDays: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 3650, description: 'Also who was never here' }),
  ),
  isOnline: Type.Optional(Type.Boolean({ description: 'Here now' })),
})

const listed = {
  id: Id,
  name: Type.String(),
  email: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
  status: Status,
  jobTitle: Nullable(Type.String()),
  roles: Type.Array(RoleName),
  hasFactor: Type.Boolean({ description: 'Signs in with a second factor' }),
  lastSeenAt: Nullable(Timestamp),
  joinedAt: Timestamp,
}

const text = Nullable(Type.String())
const employment = {
  jobTitle: text,
  department: text,
  officeLocation: text,
  phone: text,
  mobilePhone: text,
}
export const Employment = Type.Object(employment)

const shortText = Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })))
const phone = Type.Optional(
  Nullable(Type.String({ maxLength: 40, pattern: '^[+]?[0-9 ()/.-]{3,40}(?:[ ]?x[0-9]{1,8})?$' })),
)
export const EmploymentBody = Type.Object(
  {
    jobTitle: shortText,
    department: shortText,
    officeLocation: shortText,
    phone,
    mobilePhone: phone,
  },
  { additionalProperties: false },
)

/** One step of the way up. */
export const ChainLink = Type.Object({ id: Id, name: Type.String(), jobTitle: text })

export const PersonPage = PageOf(Type.Object(listed))

export const PersonDetail = Type.Object({
  ...listed,
  ...employment,
  managers: Type.Array(ChainLink, { description: 'Their own manager first, the highest last' }),
  directory: Nullable(
    Type.Object({ id: Id, name: Type.String() }, { description: 'The directory that keeps the membership' }),
  ),
  hasAccepted: Type.Boolean({
    description: 'False while a directory named the person and they have not agreed yet',
  }),
  headline: Nullable(Type.String()),
  bio: Nullable(Type.String()),
  emailConfirmed: Type.Boolean(),
  lastSignInAt: Nullable(Timestamp),
  sessions: Type.Integer({ description: 'Devices signed in at this organization' }),
  factors: Type.Array(Type.String(), {
    description: 'Kinds of second factors and passkeys: totp, phone, webauthn, passkey',
  }),
  apiTokens: Type.Integer({ description: 'API tokens of theirs that work at this organization' }),
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
    impersonate: Type.Boolean(),
    resetFactors: Type.Boolean(),
    editEmployment: Type.Boolean(),
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
