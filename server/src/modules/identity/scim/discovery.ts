import scimmy from 'scimmy'
import { enterpriseSchema, groupSchema, listMessage, userSchema } from './names.ts'
import type { Document } from './patches.ts'

export const pageAtMost = 200

/** What we can do, RFC 7643, section 5. */
export const serviceProviderConfig = (base: string): Document => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: pageAtMost },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'A token of the directory, made by an administrator of the organization.',
      specUri: 'https://www.rfc-editor.org/info/rfc6750',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
})

/** Kinds of resources, RFC 7643, section 6. */
export const resourceTypes = (base: string): Document[] => [
  {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: 'User',
    name: 'User',
    description: 'People a directory keeps in the organization',
    endpoint: '/Users',
    schema: userSchema,
    schemaExtensions: [{ schema: enterpriseSchema, required: false }],
    meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/User` },
  },
  {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: 'Group',
    name: 'Group',
    description: 'Groups of a directory; one may stand for a role',
    endpoint: '/Groups',
    schema: groupSchema,
    schemaExtensions: [],
    meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/Group` },
  },
]

/** The attributes of each schema, RFC 7643, section 7. Passwords of a directory are never taken. */
export function schemaDocuments(base: string): Document[] {
  const { User, Group, EnterpriseUser } = scimmy.Schemas
  return [User, Group, EnterpriseUser].map(({ definition }) => {
    const described = JSON.parse(JSON.stringify(definition.describe())) as Document & {
      attributes: Array<{ name: string }>
    }
    return {
      ...described,
      attributes: described.attributes.filter(({ name }) => name !== 'password'),
      meta: { resourceType: 'Schema', location: `${base}/Schemas/${definition.id}` },
    }
  })
}

/** A list as SCIM answers it (RFC 7644, 3.4.2). */
export const listOf = (resources: Document[], total = resources.length, startIndex = 1): Document => ({
  schemas: [listMessage],
  totalResults: total,
  startIndex,
  itemsPerPage: resources.length,
  Resources: resources,
})
