import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** A provider an organization set up. `clientSecret` is sealed. */
export type ProviderRow = {
  id: string
  organizationId: string
  identifier: string
  providerType: 'oidc' | 'oauth2'
  name: string
  clientId: string
  clientSecret: string | null
  issuer: string | null
  discoveryUrl: string | null
  skipNonceCheck: boolean
  pkceEnabled: boolean
  authorizationUrl: string | null
  tokenUrl: string | null
  userinfoUrl: string | null
  jwksUri: string | null
  scopes: string[]
  acceptableClientIds: string[]
  authorizationParams: Record<string, string>
  attributeMapping: Record<string, string>
  settings: ProviderSettings
  emailOptional: boolean
  enabled: boolean
  ssoProviderId: string | null
  createdAt: Date
  updatedAt: Date
}

export type ProviderSettings = {
  /** Set up by the people who run the installation, so its word counts for every address. */
  operator?: boolean
  /** Claims that are kept as they come. */
  customClaims?: string[]
}

/** What can be said of a provider; `clientSecret` is sealed. */
export type ProviderFields = Omit<
  ProviderRow,
  'id' | 'organizationId' | 'createdAt' | 'updatedAt' | 'ssoProviderId'
>

const columns =
  sql.raw(`id, organization_id, identifier, provider_type, name, client_id, client_secret, issuer,
  discovery_url, skip_nonce_check, pkce_enabled, authorization_url, token_url, userinfo_url, jwks_uri, scopes,
  acceptable_client_ids, authorization_params, attribute_mapping, settings, email_optional, enabled,
  sso_provider_id, created_at, updated_at`)

/** Providers of an organization, by name; those of its single sign-on are none of them. */
export async function findProviders(db: Db, organizationId: string): Promise<ProviderRow[]> {
  const { rows } = await sql<ProviderRow>`
    select ${columns} from auth.oauth_providers
     where organization_id = ${organizationId} and sso_provider_id is null order by lower(name), id limit 100`.execute(
    db,
  )
  return rows
}

export async function findProviderRow(
  db: Db,
  organizationId: string,
  by: { id: string } | { identifier: string } | { ssoProviderId: string },
): Promise<ProviderRow | null> {
  const where =
    'id' in by
      ? sql`id = ${by.id} and sso_provider_id is null`
      : 'identifier' in by
        ? sql`identifier = ${by.identifier} and sso_provider_id is null`
        : sql`sso_provider_id = ${by.ssoProviderId}`
  const { rows } = await sql<ProviderRow>`
    select ${columns} from auth.oauth_providers where organization_id = ${organizationId} and ${where}`.execute(
    db,
  )
  return rows[0] ?? null
}

/**
 * Whether a provider is one the organization set up by itself while there are others: then its word counts there, and
 * opens no other organization.
 */
export async function isOwnWord(db: Db, organizationId: string, identifier: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.oauth_providers p
     where p.organization_id = ${organizationId} and p.identifier = ${identifier} and p.sso_provider_id is null
       and coalesce(p.settings ->> 'operator', 'false') <> 'true'
       and exists (select 1 from auth.organizations o where o.id <> p.organization_id)`.execute(db)
  return rows.length === 1
}

/** Holds the organization's providers until the end of the transaction and counts them. */
export async function countProviders(db: Db, organizationId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`oauth_providers ${organizationId}`}, 0))`.execute(
    db,
  )
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from auth.oauth_providers
     where organization_id = ${organizationId} and sso_provider_id is null`.execute(db)
  return rows[0]?.count ?? 0
}

const stored = (fields: Partial<ProviderFields>) => {
  const { authorizationParams, attributeMapping, settings, ...rest } = fields
  return {
    ...rest,
    ...(authorizationParams ? { authorizationParams: JSON.stringify(authorizationParams) } : {}),
    ...(attributeMapping ? { attributeMapping: JSON.stringify(attributeMapping) } : {}),
    ...(settings ? { settings: JSON.stringify(settings) } : {}),
  }
}

/** Null when there is one of this identifier already. */
export async function insertProvider(
  db: Db,
  organizationId: string,
  fields: ProviderFields,
): Promise<string | null> {
  const row = await db
    .insertInto('auth.oauthProviders')
    .values({ ...stored(fields), organizationId } as never)
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function updateProvider(
  db: Db,
  organizationId: string,
  id: string,
  fields: Partial<ProviderFields>,
): Promise<void> {
  await db
    .updateTable('auth.oauthProviders')
    .set({ ...stored(fields), updatedAt: sql`now()` } as never)
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .execute()
}

export async function deleteProvider(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from auth.oauth_providers where organization_id = ${organizationId} and id = ${id} returning id`.execute(
    db,
  )
  return rows.length === 1
}

/** Whether somebody is connected through a provider of an organization. */
export async function isProviderUsed(db: Db, row: { id: string; identifier: string }): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.identities
     where provider = ${row.identifier} and starts_with(provider_id, ${`${row.id}:`}) limit 1`.execute(db)
  return rows.length > 0
}

/** Disconnects everybody from a provider. */
export async function deleteIdentitiesOf(db: Db, row: { id: string; identifier: string }): Promise<void> {
  await sql`
    delete from auth.identities
     where provider = ${row.identifier} and starts_with(provider_id, ${`${row.id}:`})`.execute(db)
}

/**
 * Whether an organization may speak for a mail domain: it has proven the domain (for the single sign-on that is
 * meant, if one is), or it is the only one here, so that its administrators run the installation.
 */
export async function speaksFor(
  db: Db,
  organizationId: string,
  domain: string,
  ssoProviderId: string | null,
): Promise<{ isProven: boolean; isOnly: boolean }> {
  const { rows } = await sql<{ isProven: boolean; isOnly: boolean }>`
    select exists (
             select 1 from auth.proven_domains p
               join auth.sso_domains d on d.organization_id = p.organization_id and d.id = p.sso_domain_id
              where p.domain = ${domain} and p.organization_id = ${organizationId}
                and (${ssoProviderId}::uuid is null or d.sso_provider_id = ${ssoProviderId}::uuid)
           ) as is_proven,
           not exists (select 1 from auth.organizations where id <> ${organizationId}) as is_only`.execute(db)
  return rows[0]!
}
