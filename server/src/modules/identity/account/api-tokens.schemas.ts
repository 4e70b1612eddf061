import { Type } from 'typebox'
import { Id, Nullable, OneOf, PageOf, PageQuery, Timestamp } from '../../../platform/http/schemas.ts'
import { switchableModules } from '../permissions.ts'

/** What a token may be given: reading and writing, module by module. Writing includes reading. */
export const tokenScopes = ['identity', ...switchableModules].flatMap((module) => [
  `${module}:read`,
  `${module}:write`,
])

export const NewApiToken = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
    scopes: Type.Array(OneOf(tokenScopes), { minItems: 1, maxItems: tokenScopes.length, uniqueItems: true }),
    expiresInDays: Nullable(
      Type.Integer({
        minimum: 1,
        maximum: 3650,
        description: 'null: until it is revoked, where the organization allows it',
      }),
    ),
  },
  { additionalProperties: false },
)

const token = {
  id: Id,
  name: Type.String(),
  prefix: Type.String({ description: 'How the token begins: stoa_ and this' }),
  scopes: Type.Array(Type.String()),
  expiresAt: Nullable(Timestamp),
  lastUsedAt: Nullable(Timestamp),
  createdAt: Timestamp,
}

export const ApiTokenShown = Type.Object({
  ...token,
  token: Type.String({ description: 'The token itself; it is shown this once' }),
})
export const MyApiTokens = PageOf(Type.Object(token))
export const ApiTokens = PageOf(
  Type.Object({ ...token, person: Type.Object({ id: Id, name: Type.String() }) }),
)
export const ApiTokensQuery = Type.Object({ ...PageQuery.properties, personId: Type.Optional(Id) })
export const ApiTokenParams = Type.Object({ tokenId: Id })
