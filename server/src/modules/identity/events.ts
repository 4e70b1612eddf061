import { Type } from 'typebox'
import { defineEvent } from '../../platform/events/events.ts'
import { Id, Nullable } from '../../platform/http/schemas.ts'

/** Somebody proved their address and is a person of Stoa from now on. */
export const personSignedUp = defineEvent('identity.person_signed_up', Type.Object({ userId: Id }))
/** Somebody became a member of the organization. */
export const personJoined = defineEvent(
  'identity.person_joined',
  Type.Object({ userId: Id, membershipId: Id }),
)
/** Somebody is no longer a member. */
export const personLeft = defineEvent('identity.person_left', Type.Object({ userId: Id }))
export const personSignedIn = defineEvent(
  'identity.person_signed_in',
  Type.Object({ userId: Id, sessionId: Id }),
)
/** Name or picture changed: whoever keeps a copy refreshes it. */
export const personChanged = defineEvent('identity.person_changed', Type.Object({ userId: Id }))
/** `until` is an ISO moment, or null for good. */
export const personBanned = defineEvent(
  'identity.person_banned',
  Type.Object({ userId: Id, banId: Id, until: Nullable(Type.String()) }),
)
export const banLifted = defineEvent('identity.ban_lifted', Type.Object({ userId: Id, banId: Id }))
/** Roles, permissions or module switches changed; `userId` null means of more than one person. */
export const accessChanged = defineEvent('identity.access_changed', Type.Object({ userId: Nullable(Id) }))
/** A new organization stands, with its roles and modules. */
export const organizationFounded = defineEvent(
  'identity.organization_founded',
  Type.Object({ organizationId: Id, ownerId: Nullable(Id) }),
)
