import { Type } from 'typebox'
import { Id, Json, Nullable, OneOf, PageOf, Timestamp } from '../../../platform/http/schemas.ts'

const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })
const Status = OneOf(['active', 'paused'] as const)

export const DirectoryParams = Type.Object({ directoryId: Id })
export const DirectoryGroupParams = Type.Object({ directoryId: Id, groupId: Id })
export const DirectoryTokenParams = Type.Object({
  directoryId: Id,
  prefix: Type.String({ pattern: '^[a-z0-9]{12}$' }),
})

export const NewDirectory = Type.Object(
  { name: Name, defaultRoleId: Nullable(Id) },
  { additionalProperties: false },
)
export const DirectoryChanges = Type.Object(
  {
    name: Type.Optional(Name),
    defaultRoleId: Type.Optional(Nullable(Id)),
    status: Type.Optional(Status),
  },
  { additionalProperties: false },
)

const token = {
  prefix: Type.String({ description: 'How the token begins: scim_ and this' }),
  expiresAt: Nullable(Timestamp),
  lastUsedAt: Nullable(Timestamp),
  createdAt: Timestamp,
}

const listed = {
  id: Id,
  name: Type.String(),
  status: Status,
  defaultRole: Nullable(Type.Object({ id: Id, name: Type.String() })),
  personCount: Type.Integer(),
  groupCount: Type.Integer(),
  lastSyncAt: Nullable(Timestamp),
  lastError: Nullable(Type.String({ description: 'What the last change of the directory was refused with' })),
  createdAt: Timestamp,
}

export const Directories = Type.Object({ items: Type.Array(Type.Object(listed)) })
export const DirectoryDetail = Type.Object({
  ...listed,
  url: Type.String({ description: 'Where the directory sends its requests' }),
  tokens: Type.Array(Type.Object(token)),
})

export const NewDirectoryToken = Type.Object(
  {
    expiresInDays: Nullable(
      Type.Integer({ minimum: 1, maximum: 3650, description: 'null: until it is revoked' }),
    ),
  },
  { additionalProperties: false },
)
export const DirectoryTokenShown = Type.Object({
  ...token,
  token: Type.String({ description: 'The token itself; it is shown this once' }),
})

const group = {
  id: Id,
  displayName: Type.String(),
  role: Nullable(Type.Object({ id: Id, name: Type.String(), rank: Type.Integer() })),
  people: Type.Integer(),
  updatedAt: Timestamp,
}
export const MappedGroups = PageOf(Type.Object(group))
export const GroupRoleBody = Type.Object({ roleId: Nullable(Id) }, { additionalProperties: false })

export const DirectoryTest = Type.Object({
  url: Type.String(),
  ready: Type.Boolean({ description: 'A directory could begin: it is active and has a token that works' }),
  problems: Type.Array(
    OneOf(['paused', 'no_token', 'token_ends_soon', 'never_seen', 'last_change_refused'] as const),
  ),
  provenDomains: Type.Array(Type.String(), {
    description: 'Addresses of these are members at once; all others are asked first',
  }),
  users: Type.Object({ total: Type.Integer(), first: Type.Array(Json) }),
  groups: Type.Object({ total: Type.Integer(), first: Type.Array(Json) }),
})
