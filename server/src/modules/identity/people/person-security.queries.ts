import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import type { SessionRow } from '../sessions/sessions.queries.ts'

/** Where a person is signed in at one organization, newest first. */
export async function findSessionsAt(
  db: Db,
  organizationId: string,
  userId: string,
  before: string | null,
  limit: number,
): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select s.id, host(s.ip) as ip, s.country, s.user_agent, o.name as organization_name, s.refreshed_at as last_used_at,
           s.created_at, s.not_after, s.impersonated_by is not null as is_impersonation
      from auth.sessions s join auth.organizations o on o.id = s.organization_id
     where s.organization_id = ${organizationId} and s.user_id = ${userId} and s.not_after > now() and s.idle_after > now()
       and (${before}::uuid is null or s.id < ${before}::uuid)
     order by s.id desc limit ${limit}`.execute(db)
  return rows
}

/** Ends one sign-in of a person at one organization; false when it is not there. */
export async function deleteSessionAt(
  db: Db,
  organizationId: string,
  userId: string,
  sessionId: string,
): Promise<boolean> {
  const { rows } = await sql`
    delete from auth.sessions
     where id = ${sessionId} and user_id = ${userId} and organization_id = ${organizationId} returning id`.execute(
    db,
  )
  return rows.length === 1
}

/** What else signs a person in or speaks for them: kinds of second factors and passkeys, and API tokens here. */
export async function findWaysIn(
  db: Db,
  organizationId: string,
  userId: string,
): Promise<{ factors: string[]; apiTokens: number }> {
  const { rows } = await sql<{ factors: string[]; apiTokens: number }>`
    select array(select factor_type from auth.mfa_factors where user_id = ${userId} and status = 'verified'
                 union select 'passkey' from auth.webauthn_credentials where user_id = ${userId} order by 1) as factors,
           (select count(*)::int from auth.api_tokens
             where organization_id = ${organizationId} and user_id = ${userId} and revoked_at is null
               and (expires_at is null or expires_at > now())) as api_tokens`.execute(db)
  return rows[0]!
}

/** Whether a person belongs to another organization, too. */
export async function belongsElsewhere(db: Db, organizationId: string, userId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.memberships where user_id = ${userId} and organization_id <> ${organizationId} limit 1`.execute(
    db,
  )
  return rows.length === 1
}

/** Takes every second factor, recovery code and passkey of a person away. @returns how many factors and passkeys */
export async function deleteFactorsOf(db: Db, userId: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    with codes as (
      delete from auth.mfa_recovery_codes where user_id = ${userId}
    ), factors as (
      delete from auth.mfa_factors where user_id = ${userId} returning id
    ), passkeys as (
      delete from auth.webauthn_credentials where user_id = ${userId} returning id
    )
    select ((select count(*) from factors) + (select count(*) from passkeys))::int as gone`.execute(db)
  return rows[0]?.gone ?? 0
}
