/** Schemas by URN, RFC 7643 and 7644. */
export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group'
export const enterpriseSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const listMessage = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'
export const patchMessage = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
export const errorMessage = 'urn:ietf:params:scim:api:messages:2.0:Error'

export const schemas = [userSchema, groupSchema, enterpriseSchema]

/** Attributes with many values; everything else that holds an object holds one. */
export const multiValued = new Set([
  'emails',
  'phoneNumbers',
  'ims',
  'photos',
  'addresses',
  'groups',
  'entitlements',
  'roles',
  'x509Certificates',
  'members',
])

const known = [
  ...schemas,
  ...multiValued,
  ...[
    'id',
    'externalId',
    'schemas',
    'meta',
    'userName',
    'name',
    'displayName',
    'nickName',
    'profileUrl',
    'title',
  ],
  ...['userType', 'preferredLanguage', 'locale', 'timezone', 'active', 'password'],
  ...['formatted', 'familyName', 'givenName', 'middleName', 'honorificPrefix', 'honorificSuffix'],
  ...[
    'value',
    'display',
    'type',
    'primary',
    '$ref',
    'streetAddress',
    'locality',
    'region',
    'postalCode',
    'country',
  ],
  ...['employeeNumber', 'costCenter', 'organization', 'division', 'department', 'manager'],
  ...['resourceType', 'created', 'lastModified', 'location', 'version'],
]
const byLowerCase = new Map(known.map((name) => [name.toLowerCase(), name]))

/** Names are the same in any case (RFC 7643, 2.1); those of the standard are written as it writes them. */
export const properName = (name: string): string => byLowerCase.get(name.toLowerCase()) ?? name
