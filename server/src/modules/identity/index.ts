export { authenticate, organizationCookie, sessionCookie } from './authenticate.ts'
export { foundOrganization } from './organizations.ts'
