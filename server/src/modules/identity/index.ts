export { signServiceToken } from './access-tokens.ts'
export { nameOfTheErased } from './account-deletion.ts'
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
export type { OrganizationRow as Organization } from './organizations.queries.ts'
export { foundOrganization, organizationOf } from './organizations.ts'
export type { PersonFacts } from './people.queries.ts'
export { localeOf, membersAmong, peopleByIds, peopleMatching, peopleWithPermission } from './people.ts'
export { type Permission, permissions } from './permissions.ts'
export { type MailRecipient, mailRecipients } from './recipients.ts'
export { createUser, type NewPerson, registerPerson } from './registration.ts'
export { createSetupLink } from './setup.ts'
export { rotateSigningKeys } from './signing-keys.ts'
export type { Terminology } from './terminology.ts'
