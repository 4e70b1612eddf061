import { type Static, Type } from 'typebox'
import { Email, Id, Nullable, OneOf, PageOf, Slug, Timestamp } from '../../../platform/http/schemas.ts'
import { Device } from './devices.ts'

/** How the session comes back: as a token in the answer, or as a cookie no script can read. */
export const Mode = OneOf(['token', 'cookie'] as const, {
  default: 'token',
  description: 'token: the session token is in the answer. cookie: it is set as an HttpOnly cookie.',
})

export const NewPassword = Type.String({
  minLength: 6,
  maxLength: 1024,
  description: 'At least as many characters as the installation asks for: 10 unless set otherwise',
})
export const GivenPassword = Type.String({ minLength: 1, maxLength: 1024 })
export const LinkToken = Type.String({ minLength: 1, maxLength: 100, description: 'token of the link' })
export const PersonName = Type.String({
  minLength: 1,
  maxLength: 120,
  pattern: '\\S',
  description: 'Full name',
})

export const OrganizationName = Type.Object({ id: Id, slug: Slug, name: Type.String() })

export const SignInBody = Type.Object(
  { email: Email, password: GivenPassword, mode: Mode },
  { additionalProperties: false },
)

export const SignedIn = Type.Object({
  token: Nullable(Type.String({ description: 'Session token; null in cookie mode' })),
  expiresAt: Timestamp,
  person: Type.Object({ id: Id, name: Type.String(), email: Nullable(Type.String()) }),
  organization: Nullable(OrganizationName),
  owes: Nullable(
    OneOf(['second_factor', 'second_factor_enrolment', 'sso'] as const, {
      description: 'What is still to be done before the session counts; until then it opens nothing else',
    }),
  ),
})
export type SignedIn = Static<typeof SignedIn>

export const SessionView = Type.Object({
  id: Id,
  device: Device,
  ip: Nullable(Type.String()),
  country: Nullable(
    Type.String({ description: 'Where the network is registered, ISO 3166-1 alpha-2; a hint' }),
  ),
  organizationName: Nullable(Type.String()),
  lastUsedAt: Timestamp,
  createdAt: Timestamp,
  expiresAt: Timestamp,
  isCurrent: Type.Boolean(),
  isImpersonation: Type.Boolean(),
})
export const SessionPage = PageOf(SessionView)
