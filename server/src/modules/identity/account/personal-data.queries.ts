import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** What the installation keeps of a person, besides what organizations do. Nothing that opens a door. */
export async function findPerson(db: Db, userId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ person: Record<string, unknown> }>`
    select jsonb_build_object(
      'id', u.id, 'name', u.name, 'firstName', u.first_name, 'lastName', u.last_name, 'username', u.username,
      'headline', u.headline, 'bio', u.bio, 'website', u.website, 'links', u.links, 'phone', u.phone,
      'hasPassword', u.encrypted_password is not null, 'userMetadata', u.raw_user_meta_data,
      'createdAt', u.created_at, 'lastSignInAt', u.last_sign_in_at,
      'addresses', (select coalesce(jsonb_agg(jsonb_build_object('email', e.email, 'primary', e.is_primary,
          'proven', e.is_verified, 'addedAt', e.added_at) order by e.added_at), '[]') from auth.user_emails e where e.user_id = u.id),
      'connectedAccounts', (select coalesce(jsonb_agg(jsonb_build_object('provider', i.provider, 'data', i.identity_data,
          'since', i.created_at, 'lastSignInAt', i.last_sign_in_at) order by i.id), '[]') from auth.identities i where i.user_id = u.id),
      'secondFactors', (select coalesce(jsonb_agg(jsonb_build_object('kind', f.factor_type, 'name', f.friendly_name,
          'phone', f.phone, 'since', f.created_at) order by f.id), '[]') from auth.mfa_factors f where f.user_id = u.id),
      'passkeys', (select coalesce(jsonb_agg(jsonb_build_object('name', w.friendly_name, 'since', w.created_at,
          'lastUsedAt', w.last_used_at) order by w.id), '[]') from auth.webauthn_credentials w where w.user_id = u.id),
      'sessions', (select coalesce(jsonb_agg(jsonb_build_object('ip', host(s.ip), 'browser', s.user_agent,
          'since', s.created_at, 'lastUsedAt', s.refreshed_at) order by s.id), '[]') from auth.sessions s where s.user_id = u.id),
      'apiTokens', (select coalesce(jsonb_agg(jsonb_build_object('name', t.name, 'prefix', t.prefix, 'scopes', t.scopes,
          'since', t.created_at, 'lastUsedAt', t.last_used_at) order by t.id), '[]') from auth.api_tokens t where t.user_id = u.id),
      'apps', (select coalesce(jsonb_agg(jsonb_build_object('client', c.client_name, 'scopes', o.scopes, 'since', o.granted_at,
          'revokedAt', o.revoked_at) order by o.id), '[]')
          from auth.oauth_consents o join auth.oauth_clients c on c.id = o.client_id where o.user_id = u.id),
      'preferences', (select to_jsonb(p) - 'user_id' from auth.user_preferences p where p.user_id = u.id)
    ) as person from auth.users u where u.id = ${userId}`.execute(db)
  return rows[0]?.person ?? {}
}

/** How a person stood and came in at one organization. */
export async function findStanding(
  db: Db,
  organizationId: string,
  userId: string,
): Promise<{ memberships: object[]; bans: object[]; signIns: object[]; invitations: object[] }> {
  const { rows: memberships } = await sql<object>`
    select m.status, m.job_title, m.department, m.office_location, m.phone, m.mobile_phone, m.given_name, m.family_name,
           m.external_id, m.user_principal_name, m.directory_attributes, m.created_at as joined_at, m.last_seen_at,
           (select coalesce(jsonb_agg(r.name order by r.rank desc), '[]') from auth.role_assignments a
              join auth.roles r on r.organization_id = a.organization_id and r.id = a.role_id
             where a.organization_id = m.organization_id and a.membership_id = m.id) as roles
      from auth.memberships m where m.organization_id = ${organizationId} and m.user_id = ${userId}`.execute(
    db,
  )
  const { rows: bans } = await sql<object>`
    select reason, banned_until, created_at, lifted_at from auth.bans
     where organization_id = ${organizationId} and user_id = ${userId} order by id`.execute(db)
  const { rows: signIns } = await sql<object>`
    select created_at, success, failure_reason, method, host(ip_address) as ip, user_agent from auth.login_history
     where user_id = ${userId} and organization_id = ${organizationId} order by id desc limit 10000`.execute(
    db,
  )
  const { rows: invitations } = await sql<object>`
    select email, status, created_at, accepted_at from auth.invitations
     where organization_id = ${organizationId} and user_id = ${userId} order by id`.execute(db)
  return { memberships, bans, signIns, invitations }
}

/**
 * Takes an erased person out of an organization; a ban stays as a fact without reason. False when nothing was there.
 */
export async function eraseStanding(db: Db, organizationId: string, userId: string): Promise<boolean> {
  await sql`
    delete from auth.invitations where organization_id = ${organizationId} and user_id = ${userId}`.execute(
    db,
  )
  await sql`
    update auth.bans set reason = '-' where organization_id = ${organizationId} and user_id = ${userId}`.execute(
    db,
  )
  const { rows } = await sql`
    delete from auth.memberships where organization_id = ${organizationId} and user_id = ${userId} returning id`.execute(
    db,
  )
  return rows.length > 0
}
