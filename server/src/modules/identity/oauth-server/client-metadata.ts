import type { ClientMetadata } from 'oidc-provider'
import type { ClientRow } from './clients.queries.ts'
import { isNative } from './redirect-uris.ts'

/** What oidc-provider is told of an app besides the standard: whose people it asks. */
export const ownMetadata = ['organization_id', 'organization_slug'] as const

const present = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }

/** An app as RFC 7591 writes it; never its secret. */
export const publicMetadata = (client: ClientRow) => ({
  client_id: client.id,
  client_id_issued_at: Math.floor(client.createdAt.getTime() / 1000),
  redirect_uris: client.redirectUris,
  post_logout_redirect_uris: client.postLogoutRedirectUris,
  grant_types: client.grantTypes,
  response_types: ['code' as const],
  token_endpoint_auth_method: client.tokenEndpointAuthMethod,
  application_type: isNative(client.redirectUris, client.clientType === 'public')
    ? ('native' as const)
    : ('web' as const),
  scope: client.scope,
  contacts: client.contacts,
  id_token_signed_response_alg: client.metadata.id_token_signed_response_alg ?? 'RS256',
  ...present({
    client_name: client.clientName,
    client_uri: client.clientUri,
    logo_uri: client.logoUri,
    policy_uri: client.policyUri,
    tos_uri: client.tosUri,
  }),
})

/** An app as oidc-provider takes it; where it expects a secret it gets the hash (see provider.ts). */
export const clientMetadata = (client: ClientRow): ClientMetadata => ({
  ...(publicMetadata(client) as ClientMetadata),
  ...(client.clientSecretHash ? { client_secret: client.clientSecretHash } : {}),
  organization_id: client.organizationId,
  organization_slug: client.organizationSlug,
})
