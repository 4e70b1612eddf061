import { Type } from 'typebox'
import { Id, Nullable, OneOf, Timestamp } from '../../../platform/http/schemas.ts'
import { LocalPath } from '../joining/sign-ups.schemas.ts'

export const ProviderList = Type.Object({
  items: Type.Array(Type.Object({ key: Type.String(), name: Type.String() })),
})

export const VisitBody = Type.Object(
  {
    provider: Type.String({ minLength: 1, maxLength: 63 }),
    purpose: Type.Optional(
      OneOf(['sign_in', 'link'] as const, {
        default: 'sign_in',
        description: 'link: connects the account at the provider with the person who is signed in',
      }),
    ),
    next: Type.Optional(LocalPath),
    invitation: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'token of an invitation' }),
    ),
  },
  { additionalProperties: false },
)
export const VisitAnswer = Type.Object({ url: Type.String({ description: 'Send the browser there' }) })

export const IdentityParams = Type.Object({ identityId: Id })
export const IdentityList = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      provider: Type.String(),
      providerName: Type.String(),
      email: Nullable(Type.String()),
      name: Nullable(Type.String()),
      lastSignInAt: Nullable(Timestamp),
      createdAt: Timestamp,
      can: Type.Object({ unlink: Type.Boolean() }),
    }),
  ),
})

const Url = Type.String({ minLength: 8, maxLength: 1000, pattern: '^https?://' })
const StringMap = Type.Record(
  Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,100}$' }),
  Type.String({ maxLength: 500 }),
  { maxProperties: 50 },
)
const Scopes = Type.Array(Type.String({ pattern: '^[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,200}$' }), {
  maxItems: 50,
})

const fields = {
  name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  clientId: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  clientSecret: Nullable(
    Type.String({ minLength: 1, maxLength: 2000, description: 'null for a public client; never answered' }),
  ),
  issuer: Nullable(Url),
  discoveryUrl: Nullable(Url),
  authorizationUrl: Nullable(Url),
  tokenUrl: Nullable(Url),
  userinfoUrl: Nullable(Url),
  scopes: Scopes,
  acceptableClientIds: Type.Array(Type.String({ minLength: 1, maxLength: 500 }), {
    maxItems: 50,
    description: 'Further audiences an id token may have: the ids of apps',
  }),
  authorizationParams: StringMap,
  attributeMapping: StringMap,
  skipNonceCheck: Type.Boolean(),
  pkceEnabled: Type.Boolean(),
  emailOptional: Type.Boolean(),
  enabled: Type.Boolean(),
}

export const OauthProviderBody = Type.Object(
  {
    identifier: Type.String({
      pattern: '^[a-z0-9][a-z0-9:_.-]{0,62}$',
      description: 'Short name, as in links; stays as it is',
    }),
    providerType: OneOf(['oidc', 'oauth2'] as const),
    name: fields.name,
    clientId: fields.clientId,
    ...Type.Partial(
      Type.Object(
        Object.fromEntries(
          Object.entries(fields).filter(([key]) => key !== 'name' && key !== 'clientId'),
        ) as Omit<typeof fields, 'name' | 'clientId'>,
      ),
    ).properties,
  },
  { additionalProperties: false },
)
export const OauthProviderChanges = Type.Partial(Type.Object(fields), {
  additionalProperties: false,
  minProperties: 1,
})

export const OauthProviderParams = Type.Object({ providerId: Id })

const { clientSecret: _, ...shown } = fields
export const OauthProviderView = Type.Object({
  id: Id,
  identifier: Type.String(),
  providerType: OneOf(['oidc', 'oauth2'] as const),
  ...shown,
  hasClientSecret: Type.Boolean(),
  callbackUrl: Type.String({ description: 'Enter this at the provider' }),
  createdAt: Timestamp,
  updatedAt: Timestamp,
})
export const OauthProviderList = Type.Object({
  items: Type.Array(OauthProviderView),
  presets: Type.Array(
    Type.Object({ key: Type.String(), name: Type.String() }, { description: 'Set by the operator' }),
  ),
})

export const ProviderTest = Type.Object({
  works: Type.Boolean(),
  problem: Nullable(Type.String({ description: 'What is wrong, in words' })),
  issuer: Nullable(Type.String()),
  checks: Type.Array(
    Type.Object({
      code: OneOf(['reachable', 'issuer', 'endpoints', 'pkce', 'keys'] as const),
      passes: Type.Boolean(),
      message: Type.String(),
    }),
  ),
})
