import { Type } from 'typebox'
import { Email, Id, Nullable, OneOf, PageOf, PageQuery, Timestamp } from '../../../platform/http/schemas.ts'
import { LinkToken, Mode, NewPassword, OrganizationName, PersonName } from '../sessions/sessions.schemas.ts'

const Status = OneOf(['pending', 'accepted', 'expired', 'revoked'] as const)

export const InvitationParams = Type.Object({ invitationId: Id })
export const InvitationQuery = Type.Object({ ...PageQuery.properties, status: Type.Optional(Status) })
export const NewInvitation = Type.Object({ email: Email, roleId: Id }, { additionalProperties: false })

export const InvitationView = Type.Object({
  id: Id,
  email: Type.String(),
  role: Type.Object({ id: Id, name: Type.String() }),
  status: Status,
  invitedBy: Nullable(Type.Object({ id: Id, name: Type.String() })),
  expiresAt: Timestamp,
  acceptedAt: Nullable(Timestamp),
  createdAt: Timestamp,
  can: Type.Object({ revoke: Type.Boolean(), remind: Type.Boolean() }),
})
export const InvitationPage = PageOf(InvitationView)

export const LinkQuery = Type.Object({ token: LinkToken })

export const InvitationFace = Type.Object({
  organization: OrganizationName,
  accentColor: Nullable(Type.String()),
  email: Type.String(),
  roleName: Type.String(),
  inviterName: Nullable(Type.String()),
  expiresAt: Timestamp,
  hasAccount: Type.Boolean({ description: 'Sign in to accept; without an account give name and password' }),
})

export const Acceptance = Type.Object(
  { token: LinkToken, name: Type.Optional(PersonName), password: Type.Optional(NewPassword), mode: Mode },
  { additionalProperties: false },
)

export const Accepted = Type.Object({
  organization: OrganizationName,
  token: Nullable(
    Type.String({ description: 'Session token of a new person; null in cookie mode and when signed in' }),
  ),
  expiresAt: Nullable(Timestamp),
})
