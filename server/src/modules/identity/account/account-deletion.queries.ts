import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** Organizations where a person is an owner, in one order for everybody who holds several of them. */
export async function findOwned(db: Db, userId: string): Promise<Array<{ id: string; name: string }>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, o.name from auth.memberships m
      join auth.organizations o on o.id = m.organization_id
      join auth.role_assignments a on a.organization_id = m.organization_id and a.membership_id = m.id
      join auth.roles r on r.organization_id = a.organization_id and r.id = a.role_id and r.key = 'owner'
     where m.user_id = ${userId} order by o.id`.execute(db)
  return rows
}

/** Whether a person belongs to another organization than this one. */
export async function belongsElsewhere(db: Db, organizationId: string, userId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.memberships where user_id = ${userId} and organization_id <> ${organizationId} limit 1`.execute(
    db,
  )
  return rows.length === 1
}

/** Every organization: one may keep something of a person who left it long ago. */
export async function findAllOrganizations(
  db: Db,
): Promise<Array<{ id: string; slug: string; name: string }>> {
  const rows = await db
    .selectFrom('auth.organizations')
    .select(['id', 'slug', 'name'])
    .orderBy('id')
    .execute()
  return rows
}

/** What opens a door for a person, or says who they are, wherever they belong. */
const ownTables = [
  'sessions',
  'mfa_factors',
  'mfa_recovery_codes',
  'webauthn_credentials',
  'webauthn_challenges',
  'identities',
  'api_tokens',
  'oauth_consents',
  'oauth_authorizations',
  'oauth_artifacts',
  'oauth_client_states',
  'flow_state',
  'known_devices',
  'user_preferences',
  'login_history',
]

/**
 * Makes a person nobody: the row stays, so that what others share with them stays whole, with nothing in it that says
 * who it was. Every way in ends with the transaction. False when that happened before.
 */
export async function erasePerson(db: Db, userId: string, name: string): Promise<boolean> {
  const { rows } = await sql`
    update auth.users
       set name = ${name}, email = null, phone = null, encrypted_password = null, first_name = null, last_name = null,
           username = null, headline = null, bio = null, avatar_object = null, cover_object = null, website = null,
           links = '{}', email_confirmed_at = null, phone_confirmed_at = null, last_sign_in_at = null,
           password_changed_at = null, raw_app_meta_data = '{}', raw_user_meta_data = '{}', onboarding_state = '{}',
           invited_by = null, is_anonymous = false, updated_at = now(), deleted_at = now()
     where id = ${userId} and deleted_at is null returning id`.execute(db)
  if (rows.length === 0) return false
  await sql`
    /* all organizations: whoever is erased is not invited anywhere any more */
    delete from auth.invitations i using auth.user_emails e
     where e.user_id = ${userId} and e.is_verified and lower(i.email) = lower(e.email)`.execute(db)
  await sql`
    delete from auth.one_time_tokens t
     where t.user_id = ${userId}
        or t.relates_to in (select lower(email) from auth.user_emails where user_id = ${userId} and is_verified)`.execute(
    db,
  )
  await sql`delete from auth.user_emails where user_id = ${userId}`.execute(db)
  for (const table of ownTables)
    await sql`
      /* all organizations: a person is erased everywhere */
      delete from ${sql.table(`auth.${table}`)} where user_id = ${userId}`.execute(db)
  await sql`delete from auth.sessions where impersonated_by = ${userId}`.execute(db)
  return true
}
