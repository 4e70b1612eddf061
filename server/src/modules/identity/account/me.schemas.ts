import { type Static, Type } from 'typebox'
import { Email, Id, Nullable, OneOf, Timestamp } from '../../../platform/http/schemas.ts'
import { locales } from '../../../platform/messages.ts'
import { TimeZone } from '../joining/sign-ups.schemas.ts'
import { PublicOrganization } from '../organizations/organizations.schemas.ts'
import {
  GivenPassword,
  LinkToken,
  NewPassword,
  OrganizationName,
  PersonName,
} from '../sessions/sessions.schemas.ts'

const Text = (maxLength: number) => Nullable(Type.String({ maxLength }))
const Website = Nullable(Type.String({ maxLength: 500, pattern: '^https?://[^\\s<>"]+$' }))

const preferences = {
  theme: OneOf(['system', 'light', 'dark'] as const),
  language: OneOf(locales),
  timeZone: TimeZone,
  dateFormat: OneOf(['short', 'medium', 'long', 'iso'] as const),
  emailNotifications: Type.Boolean(),
  pushNotifications: Type.Boolean(),
  viewOrders: Type.Record(
    Type.String({ pattern: '^[a-z0-9_.-]{1,60}$' }),
    Type.Array(Type.String({ maxLength: 60 }), { maxItems: 100 }),
    { maxProperties: 50, additionalProperties: false, description: 'Order of columns or cards, by view' },
  ),
}

export const Preferences = Type.Object(preferences)
export type Preferences = Static<typeof Preferences>
export const PreferencesBody = Type.Object(preferences, { additionalProperties: false })

export const MyProfile = Type.Object({
  id: Id,
  name: Type.String(),
  email: Nullable(Type.String()),
  headline: Nullable(Type.String()),
  bio: Nullable(Type.String()),
  website: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
  hasPassword: Type.Boolean(),
  createdAt: Timestamp,
})

export const ProfileChanges = Type.Partial(
  Type.Object({ name: PersonName, headline: Text(200), bio: Text(4000), website: Website }),
  { additionalProperties: false, minProperties: 1 },
)

export const Me = Type.Object({
  person: MyProfile,
  organization: Nullable(PublicOrganization),
  isMember: Type.Boolean(),
  permissions: Type.Array(Type.String(), { description: 'Every permission held, none by a wildcard' }),
  roles: Type.Array(Type.Object({ id: Id, key: Type.String(), name: Type.String(), rank: Type.Integer() })),
  modules: Type.Array(Type.String(), { description: 'Modules the person may use' }),
  preferences: Preferences,
  memberships: Type.Array(OrganizationName, { description: 'Organizations the person can switch to' }),
  impersonation: Nullable(
    Type.Object({ by: Type.Object({ id: Id, name: Type.String() }), reason: Nullable(Type.String()) }),
  ),
  can: Type.Object({
    join: Type.Boolean(),
    readPeople: Type.Boolean(),
    managePeople: Type.Boolean(),
    manageRoles: Type.Boolean(),
    manageSettings: Type.Boolean(),
    foundOrganization: Type.Boolean(),
    changePassword: Type.Boolean(),
  }),
})

export const PasswordChange = Type.Object(
  { currentPassword: GivenPassword, newPassword: NewPassword },
  { additionalProperties: false },
)
export const ResetRequest = Type.Object({ email: Email }, { additionalProperties: false })
export const Reset = Type.Object({ token: LinkToken, password: NewPassword }, { additionalProperties: false })
