import { Type } from 'typebox'
import { Id, Nullable, OneOf, Timestamp } from '../../../platform/http/schemas.ts'
import { locales } from '../../../platform/messages.ts'
import { Terminology } from './terminology.ts'

const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const ShortName = Type.String({
  minLength: 2,
  maxLength: 50,
  pattern: '^[a-z0-9](?:[a-z0-9-]*[a-z0-9])$',
  description: 'Lower-case letters, digits and hyphens',
})
const Colour = Type.String({ pattern: '^#[0-9a-f]{6}$', description: '#rrggbb' })
const Website = Type.String({ maxLength: 500, pattern: '^https?://[^\\s<>"]+$' })
const SignUp = OneOf(['open', 'invitation'] as const, {
  description: 'open: anybody may sign up. invitation: only who was invited.',
})

/** The face an organization shows to everybody. */
export const PublicOrganization = Type.Object({
  id: Id,
  slug: Type.String(),
  name: Type.String(),
  description: Nullable(Type.String()),
  website: Nullable(Type.String()),
  accentColor: Nullable(Type.String()),
  logoUrl: Nullable(Type.String()),
  coverUrl: Nullable(Type.String()),
  customTerminology: Terminology,
  defaultLanguage: Type.String(),
  signUpOpen: Type.Boolean(),
})

export const OrganizationSettings = Type.Object({
  id: Id,
  slug: Type.String(),
  name: Type.String(),
  description: Nullable(Type.String()),
  website: Nullable(Type.String()),
  accentColor: Nullable(Type.String()),
  logoUrl: Nullable(Type.String()),
  coverUrl: Nullable(Type.String()),
  customTerminology: Terminology,
  defaultLanguage: Type.String(),
  signUp: SignUp,
  domains: Type.Array(Type.String(), { description: 'Host names that lead here' }),
  updatedAt: Timestamp,
})

export const SettingsChanges = Type.Partial(
  Type.Object({
    name: Name,
    description: Nullable(Type.String({ maxLength: 2000 })),
    website: Nullable(Website),
    accentColor: Nullable(Colour),
    defaultLanguage: OneOf(locales),
    customTerminology: Terminology,
    signUp: SignUp,
  }),
  { additionalProperties: false, minProperties: 1 },
)

export const NewOrganization = Type.Object(
  { name: Name, slug: ShortName, description: Type.Optional(Nullable(Type.String({ maxLength: 2000 }))) },
  { additionalProperties: false },
)

export const Setup = { organizationName: Name, slug: ShortName }
