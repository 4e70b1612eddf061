import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import type { AttributeMapping } from './profiles.ts'

export type SsoDomainRow = {
  id: string
  domain: string
  verificationToken: string
  verifiedAt: Date | null
  verifiedBy: 'dns' | 'operator' | null
  missingSince: Date | null
  createdAt: Date
  updatedAt: Date
}

/** A single sign-on with what its kind has. */
export type SsoProviderRow = {
  id: string
  organizationId: string
  kind: 'saml' | 'oidc'
  name: string
  resourceId: string | null
  disabled: boolean
  defaultRoleId: string | null
  lastTestedAt: Date | null
  lastTestOutcome: string | null
  createdAt: Date
  updatedAt: Date
  entityId: string | null
  metadataXml: string | null
  metadataUrl: string | null
  samlId: string | null
  nameIdFormat: string | null
  issuer: string | null
  clientId: string | null
  hasClientSecret: boolean
  attributeMapping: AttributeMapping
  domains: SsoDomainRow[]
}

const columns = sql`
  p.id, p.organization_id, p.kind, p.name, p.resource_id, p.disabled, p.default_role_id, p.last_tested_at,
  p.last_test_outcome, p.created_at, p.updated_at, s.id as saml_id, s.entity_id, s.metadata_xml, s.metadata_url,
  s.name_id_format,  o.issuer, o.client_id, o.client_secret is not null as has_client_secret,
  coalesce(s.attribute_mapping, o.attribute_mapping, '{}') as attribute_mapping`
const joins = sql`
  left join auth.saml_providers s on s.organization_id = p.organization_id and s.sso_provider_id = p.id
  left join auth.oauth_providers o on o.organization_id = p.organization_id and o.sso_provider_id = p.id`

/** Every single sign-on of an organization, oldest first; or one of them. */
export async function findSsoProviders(
  db: Db,
  organizationId: string,
  only: { id: string } | { resourceId: string } | null = null,
): Promise<SsoProviderRow[]> {
  const which =
    only === null
      ? sql`true`
      : 'id' in only
        ? sql`p.id = ${only.id}`
        : sql`lower(p.resource_id) = lower(${only.resourceId})`
  const { rows } = await sql<Omit<SsoProviderRow, 'domains'>>`
    select ${columns} from auth.sso_providers p ${joins}
     where p.organization_id = ${organizationId} and ${which} order by p.id limit 100`.execute(db)
  const domains = await findDomainsOf(db, organizationId)
  return rows.map((row) => ({
    ...row,
    attributeMapping: { ...row.attributeMapping, keys: row.attributeMapping.keys ?? {} },
    domains: domains.filter((domain) => domain.ssoProviderId === row.id),
  }))
}

async function findDomainsOf(
  db: Db,
  organizationId: string,
): Promise<Array<SsoDomainRow & { ssoProviderId: string }>> {
  const { rows } = await sql<SsoDomainRow & { ssoProviderId: string }>`
    select id, sso_provider_id, domain, verification_token, verified_at, verified_by, missing_since, created_at, updated_at
      from auth.sso_domains where organization_id = ${organizationId} order by domain limit 1000`.execute(db)
  return rows
}

/** The organization of a single sign-on that somebody knows by its id alone, as in a link. */
export async function findOrganizationOfProvider(db: Db, id: string): Promise<string | null> {
  const { rows } = await sql<{ organizationId: string }>`
    /* all organizations: the id is all that a link names */
    select organization_id from auth.sso_providers where id = ${id} limit 1`.execute(db)
  return rows[0]?.organizationId ?? null
}

/** Which single sign-on a proven domain leads to. */
export async function findProviderOfDomain(
  db: Db,
  domain: string,
): Promise<{
  organizationId: string
  organizationName: string
  providerId: string
  providerName: string
  kind: 'saml' | 'oidc'
  isRequired: boolean
} | null> {
  const { rows } = await sql<{
    organizationId: string
    organizationName: string
    providerId: string
    providerName: string
    kind: 'saml' | 'oidc'
    isRequired: boolean
  }>`
    select p.organization_id, o.name as organization_name, p.id as provider_id, p.name as provider_name, p.kind,
           coalesce(sp.require_sso, false) as is_required
      from auth.proven_domains d
      join auth.sso_domains sd on sd.organization_id = d.organization_id and sd.id = d.sso_domain_id
      join auth.sso_providers p on p.organization_id = sd.organization_id and p.id = sd.sso_provider_id and not p.disabled
      join auth.organizations o on o.id = p.organization_id
      left join auth.security_policies sp on sp.organization_id = p.organization_id
     where d.domain = ${domain}`.execute(db)
  return rows[0] ?? null
}

/** Holds the organization's row, so that two at the same time are both counted, and counts. */
export async function countSsoProviders(db: Db, organizationId: string): Promise<number> {
  await sql`select id from auth.organizations where id = ${organizationId} for no key update`.execute(db)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from auth.sso_providers where organization_id = ${organizationId}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

export type SsoProviderFields = Pick<
  SsoProviderRow,
  'name' | 'resourceId' | 'disabled' | 'defaultRoleId' | 'attributeMapping'
>

/** Null when the resource id is taken. */
export async function insertSsoProvider(
  db: Db,
  organizationId: string,
  provider: { kind: 'saml' | 'oidc' } & Omit<SsoProviderFields, 'attributeMapping'>,
): Promise<string | null> {
  const { kind, name, resourceId, disabled, defaultRoleId } = provider
  const { rows } = await sql<{ id: string }>`
    insert into auth.sso_providers (organization_id, kind, name, resource_id, disabled, default_role_id)
    values (${organizationId}, ${kind}, ${name}, ${resourceId}, ${disabled}, ${defaultRoleId})
    on conflict do nothing returning id`.execute(db)
  return rows[0]?.id ?? null
}

/** False when the resource id is taken, or the provider is gone. */
export async function updateSsoProvider(
  db: Db,
  organizationId: string,
  id: string,
  next: Omit<SsoProviderFields, 'attributeMapping'>,
): Promise<boolean> {
  const { rows } = await sql`
    update auth.sso_providers p
       set name = ${next.name}, resource_id = ${next.resourceId}, disabled = ${next.disabled},
           default_role_id = ${next.defaultRoleId},
           updated_at = greatest(clock_timestamp(), updated_at + interval '1 millisecond')
     where organization_id = ${organizationId} and id = ${id}
       and not exists (select 1 from auth.sso_providers q where q.organization_id = ${organizationId}
                        and q.id <> p.id and lower(q.resource_id) = lower(${next.resourceId}))
    returning id`.execute(db)
  return rows.length === 1
}

export type SamlFields = { entityId: string; metadataXml: string; metadataUrl: string | null }

/** False when the organization has another single sign-on with this entity id. */
export async function upsertSaml(
  db: Db,
  organizationId: string,
  providerId: string,
  fields: SamlFields & { attributeMapping: AttributeMapping },
): Promise<boolean> {
  const mapping = JSON.stringify(fields.attributeMapping)
  const { rows } = await sql`
    with changed as (
      update auth.saml_providers set metadata_xml = ${fields.metadataXml}, metadata_url = ${fields.metadataUrl},
             attribute_mapping = ${mapping}::jsonb, updated_at = now()
       where organization_id = ${organizationId} and sso_provider_id = ${providerId} and entity_id = ${fields.entityId}
      returning id
    ), made as (
      insert into auth.saml_providers (organization_id, sso_provider_id, entity_id, metadata_xml, metadata_url, attribute_mapping)
      select ${organizationId}, ${providerId}, ${fields.entityId}, ${fields.metadataXml}, ${fields.metadataUrl}, ${mapping}::jsonb
       where not exists (select 1 from changed)
      on conflict do nothing returning id
    )
    select id from changed union all select id from made`.execute(db)
  return rows.length === 1
}

export type OidcFields = { issuer: string; clientId: string; clientSecret: string | null }

/** The OpenID Connect side. `clientSecret` is sealed; null keeps the one that is there. */
export async function upsertOidc(
  db: Db,
  organizationId: string,
  providerId: string,
  fields: OidcFields & { name: string; enabled: boolean; attributeMapping: AttributeMapping },
): Promise<void> {
  const mapping = JSON.stringify(fields.attributeMapping)
  await sql`
    insert into auth.oauth_providers (organization_id, identifier, provider_type, name, client_id, client_secret, issuer,
                                      scopes, attribute_mapping, enabled, sso_provider_id)
    values (${organizationId}, ${`sso:${providerId}`}, 'oidc', ${fields.name}, ${fields.clientId}, ${fields.clientSecret},
            ${fields.issuer}, '{openid,email,profile}', ${mapping}::jsonb, ${fields.enabled}, ${providerId})
    on conflict (organization_id, identifier) do update
       set name = excluded.name, client_id = excluded.client_id, issuer = excluded.issuer, enabled = excluded.enabled,
           client_secret = coalesce(excluded.client_secret, oauth_providers.client_secret),
           attribute_mapping = excluded.attribute_mapping, updated_at = now()`.execute(db)
}

/** Removes a single sign-on, what it knew people by, and every session that came by it. */
export async function deleteSsoProvider(db: Db, organizationId: string, id: string): Promise<void> {
  await sql`
    with identities as (delete from auth.identities where provider = ${`sso:${id}`})
    delete from auth.sso_providers where organization_id = ${organizationId} and id = ${id}`.execute(db)
  await deleteSessionsOfProvider(db, id)
}

/** Ends every session that came by a single sign-on, and whatever is on its way. */
export async function deleteSessionsOfProvider(db: Db, id: string): Promise<void> {
  await sql`
    with codes as (delete from auth.flow_state where provider_type = ${`sso:${id}`} and consumed_at is null)
    delete from auth.sessions where sso_provider_id = ${id}`.execute(db)
}

export async function noteTest(db: Db, organizationId: string, id: string, outcome: string): Promise<void> {
  await sql`
    update auth.sso_providers set last_tested_at = now(), last_test_outcome = ${outcome}
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

/** What kind of name an identity provider is asked for. */
export async function setNameIdFormat(
  db: Db,
  organizationId: string,
  providerId: string,
  format: string | null,
): Promise<void> {
  await sql`
    update auth.saml_providers set name_id_format = ${format}, updated_at = now()
     where organization_id = ${organizationId} and sso_provider_id = ${providerId}`.execute(db)
}

/** SAML providers that publish their metadata at an address. */
export async function findPublishedMetadata(
  db: Db,
): Promise<Array<{ organizationId: string; ssoProviderId: string; metadataUrl: string }>> {
  const { rows } = await sql<{ organizationId: string; ssoProviderId: string; metadataUrl: string }>`
    /* all organizations: metadata is read again by a schedule */
    select s.organization_id, s.sso_provider_id, s.metadata_url from auth.saml_providers s
      join auth.sso_providers p on p.organization_id = s.organization_id and p.id = s.sso_provider_id and not p.disabled
     where s.metadata_url is not null order by s.updated_at limit 1000`.execute(db)
  return rows
}
