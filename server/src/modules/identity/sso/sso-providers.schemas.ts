import { Type } from 'typebox'
import { Id, Nullable, OneOf, Timestamp } from '../../../platform/http/schemas.ts'
import { LocalPath } from '../joining/sign-ups.schemas.ts'

export const SsoProviderParams = Type.Object({ ssoProviderId: Id })
export const SsoDomainParams = Type.Object({ ssoProviderId: Id, domainId: Id })

const AttributeName = Nullable(Type.String({ minLength: 1, maxLength: 300 }))
const mapping = {
  email: AttributeName,
  name: AttributeName,
  firstName: AttributeName,
  lastName: AttributeName,
  groups: AttributeName,
  roles: Type.Array(
    Type.Object(
      { group: Type.String({ minLength: 1, maxLength: 300 }), roleId: Id },
      { additionalProperties: false },
    ),
    { maxItems: 200, description: 'Whoever is in the group holds the role; whoever is not does not' },
  ),
}
const MappingGiven = Type.Partial(
  Type.Object(mapping, {
    description: 'Names of attributes or claims; the usual ones where null or left out',
  }),
  { additionalProperties: false },
)

const Metadata = {
  metadataXml: Type.String({ minLength: 1, maxLength: 1_000_000, description: 'Or metadataUrl' }),
  metadataUrl: Type.String({ minLength: 1, maxLength: 2000, pattern: '^https?://' }),
}
const Oidc = {
  issuer: Type.String({ minLength: 1, maxLength: 2000, pattern: '^https?://' }),
  clientId: Type.String({ minLength: 1, maxLength: 500 }),
  clientSecret: Type.String({ minLength: 1, maxLength: 2000 }),
}
const common = {
  name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  resourceId: Nullable(
    Type.String({ minLength: 1, maxLength: 120, description: 'Name of it in a tool of yours' }),
  ),
  attributeMapping: MappingGiven,
  defaultRoleId: Nullable(Id),
  disabled: Type.Boolean(),
}

export const NewSsoProvider = Type.Object(
  {
    kind: OneOf(['saml', 'oidc']),
    name: common.name,
    resourceId: Type.Optional(common.resourceId),
    attributeMapping: Type.Optional(MappingGiven),
    defaultRoleId: Type.Optional(common.defaultRoleId),
    disabled: Type.Optional(common.disabled),
    domains: Type.Optional(Type.Array(Type.String({ minLength: 3, maxLength: 254 }), { maxItems: 50 })),
    ...Type.Partial(Type.Object({ ...Metadata, ...Oidc })).properties,
  },
  { additionalProperties: false },
)
export const SsoProviderChanges = Type.Partial(Type.Object({ ...common, ...Metadata, ...Oidc }), {
  additionalProperties: false,
  minProperties: 1,
})

export const SsoDomainView = Type.Object({
  id: Id,
  domain: Type.String(),
  isProven: Type.Boolean(),
  provenAt: Nullable(Timestamp),
  provenBy: Nullable(OneOf(['dns', 'operator'])),
  missingSince: Nullable(Timestamp),
  record: Type.Object(
    { name: Type.String(), type: Type.String(), value: Type.String() },
    { description: 'DNS record that proves the domain; it may also stand at the domain itself' },
  ),
})

export const TestOutcome = Type.Object({
  at: Timestamp,
  outcome: OneOf(['sign_in', 'link', 'create', 'take_over', 'refused'], {
    description: 'What would have happened to whoever came',
  }),
  code: Nullable(Type.String({ description: 'Code of the error, when it was refused' })),
  reason: Nullable(Type.String()),
  email: Nullable(Type.String()),
  name: Nullable(Type.String()),
  groups: Type.Array(Type.String()),
  attributes: Type.Array(Type.Object({ name: Type.String(), values: Type.Array(Type.String()) })),
})

export const SsoProviderView = Type.Object({
  id: Id,
  kind: OneOf(['saml', 'oidc']),
  name: Type.String(),
  resourceId: Nullable(Type.String()),
  disabled: Type.Boolean(),
  defaultRoleId: Nullable(Id),
  attributeMapping: Type.Object(mapping),
  saml: Nullable(
    Type.Object({
      entityId: Type.String(),
      signInUrl: Type.String(),
      metadataXml: Type.String(),
      metadataUrl: Nullable(Type.String()),
      certificates: Type.Array(
        Type.Object({ fingerprint: Type.String({ description: 'SHA-256' }), validUntil: Timestamp }),
      ),
    }),
  ),
  oidc: Nullable(
    Type.Object({ issuer: Type.String(), clientId: Type.String(), hasClientSecret: Type.Boolean() }),
  ),
  domains: Type.Array(SsoDomainView),
  lastTest: Nullable(TestOutcome),
  createdAt: Timestamp,
  updatedAt: Timestamp,
})
export const SsoProviderList = Type.Object({ items: Type.Array(SsoProviderView) })

export const ServiceProviderView = Type.Object({
  saml: Type.Object({ entityId: Type.String(), acsUrl: Type.String(), metadataUrl: Type.String() }),
  oidc: Type.Object({ redirectUrl: Type.String() }),
})

export const DomainBody = Type.Object(
  { domain: Type.String({ minLength: 3, maxLength: 254 }) },
  { additionalProperties: false },
)
export const TestBody = Type.Object(
  { next: Type.Optional(LocalPath) },
  { additionalProperties: false, description: 'Where the browser comes back to; lastTest tells the outcome' },
)
export const Way = Type.Object({ url: Type.String({ description: 'Where to send the browser' }) })

export const VisitBody = Type.Object(
  {
    providerId: Type.Optional(Id),
    email: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })),
    next: Type.Optional(LocalPath),
  },
  { additionalProperties: false, minProperties: 1, description: 'providerId or email' },
)

export const SignInOptionsBody = Type.Object(
  { email: Type.String({ minLength: 3, maxLength: 254 }) },
  { additionalProperties: false },
)
export const SignInOptions = Type.Object({
  ways: Type.Array(OneOf(['password', 'code', 'passkey', 'sso', 'provider']), {
    description: 'The same for every address of a domain, whether or not somebody has it',
  }),
  sso: Nullable(
    Type.Object({
      providerId: Id,
      name: Type.String(),
      kind: OneOf(['saml', 'oidc']),
      organizationName: Type.String(),
      isRequired: Type.Boolean({ description: 'The organization asks its people to come this way' }),
    }),
  ),
  providers: Type.Array(Type.Object({ key: Type.String(), name: Type.String() })),
})
