export { authenticate, findOrganizationBySlug, organizationCookie, sessionCookie } from './authenticate.ts'
export {
  accessChanged,
  banLifted,
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
export { localeOf, peopleByIds, peopleWithPermission } from './people.ts'
export { type Permission, permissions } from './permissions.ts'
export { type NewPerson, registerPerson } from './registration.ts'
export type { Terminology } from './terminology.ts'
