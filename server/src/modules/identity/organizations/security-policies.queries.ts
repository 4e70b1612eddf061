import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** What an organization asks of everybody who comes in. Null limits: those of the installation. */
export type SecurityPolicy = {
  requireSecondFactor: boolean
  requireSso: boolean
  oneSessionPerPerson: boolean
  sessionMaxHours: number | null
  sessionIdleHours: number | null
  allowApiTokens: boolean
  allowAnonymous: boolean
  apiTokenMaxDays: number | null
}

const open: SecurityPolicy = {
  requireSecondFactor: false,
  requireSso: false,
  oneSessionPerPerson: false,
  sessionMaxHours: null,
  sessionIdleHours: null,
  allowApiTokens: true,
  allowAnonymous: false,
  apiTokenMaxDays: null,
}

/** The rules of an organization; those of one that never set any are open. */
export async function findSecurityPolicy(db: Db, organizationId: string): Promise<SecurityPolicy> {
  const { rows } = await sql<SecurityPolicy>`
    select require_second_factor, require_sso, one_session_per_person, session_max_hours, session_idle_hours,
           allow_api_tokens, allow_anonymous, api_token_max_days
      from auth.security_policies where organization_id = ${organizationId}`.execute(db)
  return rows[0] ?? open
}

/** When the rules were last changed; null while none were ever set. */
export async function findPolicyMoment(db: Db, organizationId: string): Promise<Date | null> {
  const { rows } = await sql<{ updatedAt: Date }>`
    select updated_at from auth.security_policies where organization_id = ${organizationId}`.execute(db)
  return rows[0]?.updatedAt ?? null
}

export async function savePolicy(db: Db, organizationId: string, next: SecurityPolicy): Promise<void> {
  const row = { organizationId, ...next }
  await db
    .insertInto('auth.securityPolicies')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('organizationId').doUpdateSet({
        ...next,
        updatedAt: sql`greatest(clock_timestamp(), auth.security_policies.updated_at + interval '1 millisecond')`,
      }),
    )
    .execute()
}

/** Brings running sessions within limits that were set just now. @returns how many end sooner */
export async function shortenSessions(
  db: Db,
  organizationId: string,
  limits: Pick<SecurityPolicy, 'sessionMaxHours' | 'sessionIdleHours'>,
): Promise<number> {
  const { rows } = await sql`
    update auth.sessions s set not_after = limits.not_after, idle_after = least(limits.idle_after, limits.not_after), updated_at = now()
      from (select id, least(not_after, created_at + make_interval(hours => ${limits.sessionMaxHours}::int)) as not_after,
                   least(idle_after, refreshed_at + make_interval(hours => ${limits.sessionIdleHours}::int)) as idle_after
              from auth.sessions where organization_id = ${organizationId}) limits
     where s.id = limits.id and s.organization_id = ${organizationId}
       and (s.not_after > limits.not_after or s.idle_after > limits.idle_after)
    returning s.id`.execute(db)
  return rows.length
}

/** Leaves everybody the newest of their sessions here, and one person the session they are in. @returns how many ended */
export async function deleteDoubleSessions(
  db: Db,
  organizationId: string,
  keptSessionId: string | null,
): Promise<number> {
  const { rows } = await sql`
    delete from auth.sessions s
     using (select id, row_number() over (partition by user_id
                     order by id is not distinct from ${keptSessionId}::uuid desc, created_at desc, id desc) as place
              from auth.sessions where organization_id = ${organizationId} and impersonated_by is null) ranked
     where s.id = ranked.id and s.organization_id = ${organizationId} and ranked.place > 1 returning s.id`.execute(
    db,
  )
  return rows.length
}

/** What must stand before an organization can insist on something. */
export type Footing = {
  /** There is a single sign-on people can use: switched on, with a proven domain. */
  ssoStands: boolean
  /** The address of the person who asks leads to it, or they came by it. */
  ssoReachesPerson: boolean
  personHasFactor: boolean
}

export async function findFooting(
  db: Db,
  organizationId: string,
  person: { userId: string; sessionId: string | null },
): Promise<Footing> {
  const { rows } = await sql<Footing>`
    with standing as (
      select d.domain from auth.sso_providers p
        join auth.sso_domains d on d.organization_id = p.organization_id and d.sso_provider_id = p.id
        join auth.proven_domains pd on pd.organization_id = d.organization_id and pd.sso_domain_id = d.id
       where p.organization_id = ${organizationId} and not p.disabled and d.verified_at is not null
    )
    select exists (select 1 from standing) as sso_stands,
           exists (select 1 from auth.users u join standing s on lower(split_part(u.email, '@', 2)) = s.domain where u.id = ${person.userId})
             or exists (select 1 from auth.sessions s
                          join auth.sso_providers p on p.organization_id = ${organizationId} and p.id = s.sso_provider_id and not p.disabled
                         where s.id = ${person.sessionId}::uuid) as sso_reaches_person,
           exists (select 1 from auth.mfa_factors f where f.user_id = ${person.userId} and f.status = 'verified') as person_has_factor`.execute(
    db,
  )
  return rows[0]!
}
