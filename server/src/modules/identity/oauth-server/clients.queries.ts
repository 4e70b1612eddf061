import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** An app that asks people to let it in. */
export type ClientRow = {
  id: string
  organizationId: string
  organizationSlug: string
  organizationName: string
  /** Hash of the secret; null for a public app. */
  clientSecretHash: string | null
  registrationType: 'manual' | 'dynamic'
  clientType: 'public' | 'confidential'
  clientName: string | null
  redirectUris: string[]
  postLogoutRedirectUris: string[]
  grantTypes: string[]
  tokenEndpointAuthMethod: 'client_secret_basic' | 'client_secret_post' | 'none'
  scope: string
  clientUri: string | null
  logoUri: string | null
  policyUri: string | null
  tosUri: string | null
  contacts: string[]
  metadata: { id_token_signed_response_alg?: string }
  createdAt: Date
  updatedAt: Date
}

/** What can be said of an app when it is registered or changed. */
export type ClientFields = Omit<
  ClientRow,
  | 'id'
  | 'organizationId'
  | 'organizationSlug'
  | 'organizationName'
  | 'clientSecretHash'
  | 'registrationType'
  | 'createdAt'
  | 'updatedAt'
>

const columns = sql`c.id, c.organization_id, o.slug as organization_slug, o.name as organization_name,
  c.client_secret_hash, c.registration_type, c.client_type, c.client_name, c.redirect_uris,
  c.post_logout_redirect_uris, c.grant_types, c.token_endpoint_auth_method, c.scope, c.client_uri, c.logo_uri,
  c.policy_uri, c.tos_uri, c.contacts, c.metadata, c.created_at, c.updated_at`

/** An app by its client id, of whatever organization; null when it was deleted. */
export async function findClient(db: Db, id: string): Promise<ClientRow | null> {
  const { rows } = await sql<ClientRow>`
    select ${columns} from auth.oauth_clients c join auth.organizations o on o.id = c.organization_id
     where c.id = ${id} and c.deleted_at is null`.execute(db)
  return rows[0] ?? null
}

/** An app that manages itself with the token it got when it registered (RFC 7592). */
export async function findClientByToken(db: Db, id: string, tokenHash: Buffer): Promise<ClientRow | null> {
  const { rows } = await sql<ClientRow>`
    select ${columns} from auth.oauth_clients c join auth.organizations o on o.id = c.organization_id
     where c.id = ${id} and c.registration_token_hash = ${tokenHash} and c.deleted_at is null`.execute(db)
  return rows[0] ?? null
}

/** Apps of an organization, newest first. */
export async function findClients(
  db: Db,
  organizationId: string,
  before: string | null,
  limit: number,
): Promise<ClientRow[]> {
  const { rows } = await sql<ClientRow>`
    select ${columns} from auth.oauth_clients c join auth.organizations o on o.id = c.organization_id
     where c.organization_id = ${organizationId} and c.deleted_at is null
       and (${before}::uuid is null or c.id < ${before}::uuid)
     order by c.id desc limit ${limit}`.execute(db)
  return rows
}

/** @param how null: however they were registered */
export async function countClients(
  db: Db,
  organizationId: string,
  how: 'manual' | 'dynamic' | null,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from auth.oauth_clients
     where organization_id = ${organizationId} and deleted_at is null
       and (${how}::text is null or registration_type = ${how})`.execute(db)
  return rows[0]?.count ?? 0
}

export async function insertClient(
  db: Db,
  client: ClientFields & {
    organizationId: string
    registrationType: 'manual' | 'dynamic'
    clientSecretHash: string | null
    registrationTokenHash: Buffer | null
    createdBy: string | null
  },
): Promise<string> {
  const row = await db
    .insertInto('auth.oauthClients')
    .values({ ...client, metadata: JSON.stringify(client.metadata) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateClient(
  db: Db,
  organizationId: string,
  id: string,
  fields: Partial<ClientFields> & { clientSecretHash?: string | null; registrationTokenHash?: Buffer },
): Promise<void> {
  const { metadata, ...rest } = fields
  await db
    .updateTable('auth.oauthClients')
    .set({ ...rest, ...(metadata ? { metadata: JSON.stringify(metadata) } : {}), updatedAt: new Date() })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .execute()
}

/** Ends an app and everything it was given; its id stays taken. */
export async function endClient(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    with ended as (
      update auth.oauth_clients set deleted_at = now(), updated_at = now(), registration_token_hash = null
       where organization_id = ${organizationId} and id = ${id} and deleted_at is null returning id
    ), revoked as (
      update auth.oauth_consents set revoked_at = now()
       where organization_id = ${organizationId} and client_id in (select id from ended) and revoked_at is null
      returning id
    ), tokens as (
      delete from auth.oauth_artifacts where grant_id in (select id::text from revoked) returning 1
    )
    select id from ended`.execute(db)
  return rows.length === 1
}

/** Apps of an organization by page, newest first: the protocol of /auth/v1 numbers its pages. */
export async function findClientsAt(
  db: Db,
  organizationId: string,
  page: { skip: number; limit: number },
): Promise<ClientRow[]> {
  const { rows } = await sql<ClientRow>`
    select ${columns} from auth.oauth_clients c join auth.organizations o on o.id = c.organization_id
     where c.organization_id = ${organizationId} and c.deleted_at is null
     order by c.id desc limit ${page.limit} offset ${page.skip}`.execute(db)
  return rows
}
