import { type Static, Type } from 'typebox'
import { Id, Nullable, OneOf, PageOf, Slug, Timestamp } from '../../../platform/http/schemas.ts'
import { scopes } from './scopes.ts'

const Uri = Type.String({ maxLength: 2000 })
const Uris = Type.Array(Uri, { maxItems: 50 })
const Text = Nullable(Type.String())
const OrganizationName = Type.Object({ id: Id, slug: Slug, name: Type.String() })

export const AuthorizationParams = Type.Object({
  authorizationId: Type.String({ pattern: '^[\\w-]{1,100}$' }),
})

export const Authorization = Type.Object({
  id: Type.String(),
  app: Type.Object({
    clientId: Id,
    name: Text,
    uri: Text,
    logoUri: Text,
    policyUri: Text,
    tosUri: Text,
    isUnknown: Type.Boolean({ description: 'It registered by itself: nobody of the organization knows it' }),
    sendsTo: Type.String({ description: 'Host, or scheme of an app on the device, the person is sent to' }),
  }),
  scopes: Type.Array(
    Type.Object({
      scope: Type.String(),
      wordsKey: Type.String({ description: 'Key of the words that explain it' }),
      allowedBefore: Type.Boolean(),
    }),
  ),
  person: Type.Object({ id: Id, name: Type.String(), email: Text }),
  organization: OrganizationName,
  expiresAt: Timestamp,
})

export const DecisionBody = Type.Object({ allow: Type.Boolean() }, { additionalProperties: false })
export const Decision = Type.Object({ url: Type.String({ description: 'Where the browser goes on' }) })

export const AllowedApps = Type.Object({
  items: Type.Array(
    Type.Object({
      clientId: Id,
      name: Text,
      uri: Text,
      logoUri: Text,
      organization: OrganizationName,
      scopes: Type.Array(Type.String()),
      grantedAt: Timestamp,
    }),
  ),
})

const clientFields = {
  name: Type.String({ minLength: 1, maxLength: 200 }),
  redirectUris: Type.Array(Uri, { minItems: 1, maxItems: 50 }),
  postLogoutRedirectUris: Type.Optional(Uris),
  isPublic: Type.Optional(
    Type.Boolean({ description: 'An app that cannot keep a secret: in a browser, on a device' }),
  ),
  scopes: Type.Optional(Type.Array(OneOf(scopes), { maxItems: 100, minItems: 1 })),
  uri: Type.Optional(Nullable(Uri)),
  logoUri: Type.Optional(Nullable(Uri)),
  policyUri: Type.Optional(Nullable(Uri)),
  tosUri: Type.Optional(Nullable(Uri)),
  contacts: Type.Optional(Type.Array(Type.String({ maxLength: 254 }), { maxItems: 10 })),
}

export const ClientBody = Type.Object(clientFields, { additionalProperties: false })
export const ClientChanges = Type.Partial(ClientBody, { additionalProperties: false })
export type ClientChanges = Static<typeof ClientChanges>

export const ClientParams = Type.Object({ clientId: Id })

export const Client = Type.Object({
  clientId: Id,
  name: Text,
  redirectUris: Type.Array(Type.String()),
  postLogoutRedirectUris: Type.Array(Type.String()),
  isPublic: Type.Boolean(),
  registration: OneOf(['manual', 'dynamic']),
  scopes: Type.Array(Type.String()),
  uri: Text,
  logoUri: Text,
  policyUri: Text,
  tosUri: Text,
  contacts: Type.Array(Type.String()),
  createdAt: Timestamp,
  updatedAt: Timestamp,
})
/** With the secret, which is shown once. */
export const ClientWithSecret = Type.Intersect([Client, Type.Object({ secret: Text })])
export const ClientPage = PageOf(Client)

export const OAuthServerFacts = Type.Object({
  issuer: Type.String(),
  discovery: Type.String(),
  scopes: Type.Array(Type.String()),
})
