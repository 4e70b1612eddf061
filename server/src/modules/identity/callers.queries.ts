import { CompiledQuery, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

export type CallerFacts = {
  sessionId: string | null
  userId: string
  email: string | null
  name: string
  isAnonymous: boolean
  organizationId: string | null
  organizationSlug: string | null
  membershipId: string | null
  impersonatedBy: string | null
  refreshedAt: Date
  authenticatedAt: Date | null
  aal: 'aal1' | 'aal2' | 'aal3'
  scopes: string[] | null
  /** Good for one organization only: whoever names another one is nobody there. */
  isBound: boolean
  hasFactor: boolean
  requiresSecondFactor: boolean
  requiresSso: boolean
  ssoProviderId: string | null
  /** Sessions owe what the person or the organization asks for; tokens were made by somebody who did not. */
  isSession: boolean
  /** As long as it stays the same, so does what the member may do. */
  accessRevision: number | null
  locale: string
  timeZone: string
}

/** What a caller may show. */
export type Credential =
  | { tokenHash: Buffer }
  | { sessionId: string }
  | { apiTokenPrefix: string; tokenHash: Buffer }
  | { appUserId: string; appOrganizationId: string; appScopes: string[] }

const ofSession = (condition: string) => `
  select s.id as session_id, s.user_id, s.organization_id, s.aal, s.impersonated_by, s.refreshed_at, s.authenticated_at,
         s.api_scopes as scopes, s.sso_provider_id, s.created_at as began_at,
         (s.is_bound or s.token_hash is null or s.sso_provider_id is not null or s.impersonated_by is not null) as is_bound,
         true as is_session
    from auth.sessions s where ${condition} and s.not_after > now() and s.idle_after > now()`

const ofProgram = (columns: string, rest: string) => `
  select null::uuid as session_id, ${columns}, 'aal1'::text as aal, null::uuid as impersonated_by,
         now() as refreshed_at, null::timestamptz as authenticated_at, null::uuid as sso_provider_id,
         null::timestamptz as began_at, true as is_bound, false as is_session ${rest}`

/**
 * The statement for one kind of credential, with the organization the request names and without: each of the two
 * is planned once and for all.
 * @param named the parameter that carries the name of the organization
 */
const callerBy = (holder: string, named: string) => ({
  anywhere: statement(holder, 'o.id = s.organization_id'),
  named: statement(holder, `o.slug = ${named} and (not s.is_bound or o.id = s.organization_id)`),
})

const statement = (holder: string, place: string) => `
  select s.session_id, u.id as user_id, u.email, u.name, u.is_anonymous, m.organization_id, o.slug as organization_slug,
         m.id as membership_id, s.impersonated_by, s.refreshed_at, s.authenticated_at, s.aal, s.scopes, s.is_bound,
         s.is_session, s.sso_provider_id, o.access_revision,
         coalesce(p.language, o.default_language, 'en') as locale, coalesce(p.timezone, 'UTC') as time_zone,
         exists (select 1 from auth.mfa_factors f where f.user_id = u.id and f.status = 'verified') as has_factor,
         m.id is not null and coalesce(sp.require_second_factor, false) as requires_second_factor,
         m.id is not null and coalesce(sp.require_sso, false) as requires_sso
    from (${holder}) s
    join auth.users u on u.id = s.user_id
    left join auth.user_preferences p on p.user_id = u.id
    left join auth.organizations o on ${place}
    left join auth.security_policies sp on sp.organization_id = o.id
    left join auth.memberships m on m.organization_id = o.id and m.user_id = u.id and m.status = 'active'
     and (s.began_at is null or sp.session_max_hours is null
          or s.began_at > now() - make_interval(hours => sp.session_max_hours))
     and not exists (select 1 from auth.bans b where b.organization_id = o.id and b.user_id = u.id
                      and b.lifted_at is null and (b.banned_until is null or b.banned_until > now()))
   where u.deleted_at is null and (u.banned_until is null or u.banned_until <= now())`

// Asked with every request: as ready texts they need not be put together anew each time.
const byToken = callerBy(ofSession('s.token_hash = $1'), '$2')
const bySession = callerBy(ofSession('s.id = $1::uuid'), '$2')
const byApiToken = callerBy(
  ofProgram(
    't.user_id, t.organization_id, t.scopes',
    `from auth.api_tokens t left join auth.security_policies sp on sp.organization_id = t.organization_id
      where t.prefix = $1 and t.token_hash = $2 and t.revoked_at is null
        and (t.expires_at is null or t.expires_at > now()) and coalesce(sp.allow_api_tokens, true)`,
  ),
  '$3',
)
const byApp = callerBy(
  ofProgram('$1::uuid as user_id, $2::uuid as organization_id, $3::text[] as scopes', ''),
  '$4',
)

function lookUp(credential: Credential): [texts: ReturnType<typeof callerBy>, ...values: unknown[]] {
  if ('apiTokenPrefix' in credential) return [byApiToken, credential.apiTokenPrefix, credential.tokenHash]
  if ('appUserId' in credential)
    return [byApp, credential.appUserId, credential.appOrganizationId, credential.appScopes]
  return 'tokenHash' in credential ? [byToken, credential.tokenHash] : [bySession, credential.sessionId]
}

/**
 * Who a credential belongs to, with everything a request needs to know of them, in one statement. Null when it
 * ended, or the person was banned or deleted. Somebody who is no member has no membershipId.
 * @param organizationSlug the organization the request names, else the one the credential is for
 */
export async function findCaller(
  db: Db,
  credential: Credential,
  organizationSlug: string | null,
): Promise<CallerFacts | null> {
  const [texts, ...values] = lookUp(credential)
  const query =
    organizationSlug === null
      ? CompiledQuery.raw(texts.anywhere, values)
      : CompiledQuery.raw(texts.named, [...values, organizationSlug])
  const { rows } = await db.executeQuery<CallerFacts>(query)
  return rows[0] ?? null
}

/** What a member may do, by roles and module switches. */
export type Access = { permissions: string[]; rank: number; modulesOff: string[] }

export async function findAccess(db: Db, organizationId: string, membershipId: string): Promise<Access> {
  const { rows } = await sql<Access>`
    with held as (
      select role_id from auth.role_assignments
       where organization_id = ${organizationId} and membership_id = ${membershipId}
    )
    select coalesce((select array_agg(distinct permission) from auth.roles r, unnest(r.permissions) permission
                      where r.organization_id = ${organizationId} and r.id in (select role_id from held)), '{}') as permissions,
           coalesce((select max(r.rank) from auth.roles r
                      where r.organization_id = ${organizationId} and r.id in (select role_id from held)), 0) as rank,
           coalesce((select array_agg(mo.key)
              from auth.modules mo
              left join auth.user_module_access ua on ua.organization_id = mo.organization_id and ua.module_id = mo.id
               and ua.membership_id = ${membershipId}
              left join lateral (
                select bool_or(coalesce(ra.has_access, true)) as has_access
                  from held left join auth.role_module_access ra
                    on ra.organization_id = mo.organization_id and ra.role_id = held.role_id and ra.module_id = mo.id
              ) ro on true
             where mo.organization_id = ${organizationId}
               and not (mo.is_active and coalesce(ua.has_access, ro.has_access, true))), '{}') as modules_off`.execute(
    db,
  )
  return rows[0]!
}

/** Moves the idle limit, no further than the organization lets it, and notes the sign of life; called at most once a few minutes a session. */
export async function touchSession(
  db: Db,
  sessionId: string,
  membershipId: string | null,
  organizationId: string | null,
  idleHours: number,
): Promise<void> {
  await sql`
    with seen as (
      update auth.memberships set last_seen_at = now()
       where organization_id = ${organizationId}::uuid and id = ${membershipId}::uuid
    )
    update auth.sessions set refreshed_at = now(), updated_at = now(),
           idle_after = least(not_after, now() + make_interval(hours => least(${idleHours}::int, (
             select session_idle_hours from auth.security_policies where organization_id = ${organizationId}::uuid))))
     where id = ${sessionId}`.execute(db)
}

/** An organization as a stranger finds it. */
export type LookedAt = { id: string; publicRevision: number; modulesOff: string[] }

/** The organization a stranger looks at: by slug, else by host name, else the default one. */
export async function findOrganization(
  db: Db,
  slug: string | null,
  host: string | null,
): Promise<LookedAt | null> {
  const { rows } = await sql<LookedAt>`
    select id, public_revision, array(select key from auth.modules m where m.organization_id = found.id and not m.is_active) as modules_off
      from (
        select o.id, o.public_revision, 1 as place from auth.organizations o where o.slug = ${slug}
        union all
        select o.id, o.public_revision, 2 from auth.organization_domains d join auth.organizations o on o.id = d.organization_id
         where ${slug}::text is null and d.domain = ${host}
        union all
        select o.id, o.public_revision, 3 from auth.organizations o where ${slug}::text is null and o.is_default
      ) found order by place limit 1`.execute(db)
  return rows[0] ?? null
}

/** The organization of a short name. */
export async function findIdBySlug(db: Db, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('auth.organizations')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.id ?? null
}
