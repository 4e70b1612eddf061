import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** What a person allowed an app. */
type Consent = {
  id: string
  userId: string
  clientId: string
  organizationId: string
  scopes: string[]
  grantedAt: Date
}

/** Adds scopes to what a person allowed an app; the first time it makes the consent. Null when the app is gone. */
export async function allowScopes(
  db: Db,
  userId: string,
  clientId: string,
  scopes: readonly string[],
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into auth.oauth_consents as old (organization_id, user_id, client_id, scopes)
    select organization_id, ${userId}, id, ${scopes}::text[] from auth.oauth_clients
     where id = ${clientId} and deleted_at is null
    on conflict (user_id, client_id) where revoked_at is null do update
       set scopes = array(select distinct unnest(old.scopes || excluded.scopes) order by 1), granted_at = now()
    returning id`.execute(db)
  return rows[0]?.id ?? null
}

const columns = sql`g.id, g.user_id, g.client_id, g.organization_id, g.scopes, g.granted_at`

/** A consent that stands, of an app that stands. */
export async function findConsent(db: Db, id: string): Promise<Consent | null> {
  const { rows } = await sql<Consent>`
    select ${columns} from auth.oauth_consents g
      join auth.oauth_clients c on c.id = g.client_id and c.deleted_at is null
     where g.id = ${id} and g.revoked_at is null`.execute(db)
  return rows[0] ?? null
}

export async function findConsentTo(db: Db, userId: string, clientId: string): Promise<Consent | null> {
  const { rows } = await sql<Consent>`
    select ${columns} from auth.oauth_consents g
     where g.user_id = ${userId} and g.client_id = ${clientId} and g.revoked_at is null`.execute(db)
  return rows[0] ?? null
}

/** Takes a consent back, with every token and code that came of it; null when it does not stand. */
export async function revokeConsent(
  db: Db,
  id: string,
): Promise<Pick<Consent, 'userId' | 'clientId' | 'organizationId'> | null> {
  const { rows } = await sql<Pick<Consent, 'userId' | 'clientId' | 'organizationId'>>`
    with revoked as (
      update auth.oauth_consents set revoked_at = now() where id = ${id} and revoked_at is null
      returning id, user_id, client_id, organization_id
    ), tokens as (
      delete from auth.oauth_artifacts where grant_id in (select id::text from revoked) returning 1
    ), codes as (
      update auth.oauth_authorizations a set consumed_at = now() from revoked r
       where a.user_id = r.user_id and a.client_id = r.client_id and a.authorization_code_hash is not null
         and a.consumed_at is null returning 1
    )
    select user_id, client_id, organization_id from revoked`.execute(db)
  return rows[0] ?? null
}

/** Takes back what a person allowed the apps of an organization, with every token and code that came of it. */
export async function revokeConsentsAt(db: Db, organizationId: string, userId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from auth.oauth_consents
     where organization_id = ${organizationId} and user_id = ${userId} and revoked_at is null`.execute(db)
  for (const { id } of rows) await revokeConsent(db, id)
}

/** An app may do less from now on, whatever was allowed before. */
export async function narrowConsents(db: Db, clientId: string, scopes: readonly string[]): Promise<void> {
  await sql`
    update auth.oauth_consents
       set scopes = array(select unnest(scopes) intersect select unnest(${scopes}::text[]) order by 1)
     where client_id = ${clientId} and revoked_at is null and not scopes <@ ${scopes}::text[]`.execute(db)
}

/** An app somebody let in. */
type AllowedApp = {
  clientId: string
  name: string | null
  uri: string | null
  logoUri: string | null
  organization: { id: string; slug: string; name: string }
  scopes: string[]
  grantedAt: Date
}

/** The apps a person lets in, newest first; there are few of them. */
export async function findAllowedApps(db: Db, userId: string): Promise<AllowedApp[]> {
  const { rows } = await sql<AllowedApp>`
    select g.client_id, c.client_name as name, c.client_uri as uri, c.logo_uri,
           jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name) as organization, g.scopes, g.granted_at
      from auth.oauth_consents g
      join auth.oauth_clients c on c.id = g.client_id and c.deleted_at is null
      join auth.organizations o on o.id = g.organization_id
     where g.user_id = ${userId} and g.revoked_at is null
     order by g.granted_at desc, g.id limit 500`.execute(db)
  return rows
}
