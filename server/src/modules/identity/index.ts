export { nameOfTheErased } from './account/account-deletion.ts'
export { authenticate, findOrganizationBySlug, organizationCookie, sessionCookie } from './authenticate.ts'
export {
  accessChanged,
  banLifted,
  organizationFounded,
  personBanned,
  personChanged,
  personJoined,
  personLeft,
  personSignedIn,
  personSignedUp,
} from './events.ts'
export { createUser, type NewPerson, registerPerson } from './joining/registration.ts'
export { createSetupLink } from './joining/setup.ts'
export { frameOf } from './organizations/frame.ts'
export type { OrganizationRow as Organization } from './organizations/organizations.queries.ts'
export { foundOrganization, organizationOf } from './organizations/organizations.ts'
export type { Terminology } from './organizations/terminology.ts'
export type { PersonFacts } from './people/people.queries.ts'
export { localeOf, membersAmong, peopleByIds, peopleMatching, peopleWithPermission } from './people/people.ts'
export { type MailRecipient, mailRecipients } from './people/recipients.ts'
export { type Permission, permissions } from './permissions.ts'
export type { OrganizationPicture, StoredPicture } from './pictures/pictures.queries.ts'
export { showAvatar, showOrganizationPicture } from './pictures/pictures.ts'
export { signServiceToken } from './sessions/access-tokens.ts'
export { rotateSigningKeys } from './sessions/signing-keys.ts'
