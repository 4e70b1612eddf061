import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type IdentityRow = {
  id: string
  userId: string
  provider: string
  providerId: string
  identityData: Record<string, unknown>
  email: string | null
  lastSignInAt: Date | null
  createdAt: Date
  updatedAt: Date
}

const columns = sql.raw(
  'id, user_id, provider, provider_id, identity_data, email, last_sign_in_at, created_at, updated_at',
)

/** Ways a person proves who they are, in the order they came to be. */
export async function findIdentities(db: Db, userId: string): Promise<IdentityRow[]> {
  const { rows } = await sql<IdentityRow>`
    select ${columns} from auth.identities where user_id = ${userId} order by id limit 100`.execute(db)
  return rows
}

/** Whose identity it is, with the address of that person. Identities of people who are gone do not count. */
export async function findOwner(
  db: Db,
  provider: string,
  providerId: string,
): Promise<{ identityId: string; userId: string; email: string | null } | null> {
  const { rows } = await sql<{ identityId: string; userId: string; email: string | null }>`
    select i.id as identity_id, u.id as user_id, u.email
      from auth.identities i join auth.users u on u.id = i.user_id and u.deleted_at is null
     where i.provider = ${provider} and i.provider_id = ${providerId}`.execute(db)
  return rows[0] ?? null
}

/**
 * Binds an identity to a person, or brings it up to date.
 * @returns null when it belongs to somebody else
 */
export async function bindIdentity(
  db: Db,
  identity: { userId: string; provider: string; providerId: string; data: Record<string, unknown> },
): Promise<{ id: string; isNew: boolean } | null> {
  const { rows } = await sql<{ id: string; isNew: boolean }>`
    insert into auth.identities (user_id, provider, provider_id, identity_data, last_sign_in_at)
    values (${identity.userId}, ${identity.provider}, ${identity.providerId}, ${JSON.stringify(identity.data)}::jsonb, now())
    on conflict (provider, provider_id) do update
       set user_id = excluded.user_id, identity_data = excluded.identity_data, last_sign_in_at = now(), updated_at = now()
     where identities.user_id = excluded.user_id
        or exists (select 1 from auth.users u where u.id = identities.user_id and u.deleted_at is not null)
    returning id, xmax = 0 as is_new`.execute(db)
  return rows[0] ?? null
}

/** Keeps what a provider gave us for an identity; everything arrives sealed. */
export async function keepTokens(
  db: Db,
  identityId: string,
  tokens: {
    accessToken: string | null
    refreshToken: string | null
    idToken: string | null
    tokenType: string | null
    scope: string | null
    expiresAt: Date | null
  },
): Promise<void> {
  await sql`
    insert into auth.identity_tokens (identity_id, access_token, refresh_token, id_token, token_type, scope, expires_at)
    values (${identityId}, ${tokens.accessToken}, ${tokens.refreshToken}, ${tokens.idToken}, ${tokens.tokenType},
            ${tokens.scope}, ${tokens.expiresAt})
    on conflict (identity_id) do update
       set access_token = excluded.access_token, id_token = excluded.id_token, token_type = excluded.token_type,
           refresh_token = coalesce(excluded.refresh_token, identity_tokens.refresh_token),
           scope = excluded.scope, expires_at = excluded.expires_at, updated_at = now()`.execute(db)
}

/**
 * A person who came by a provider; without an address when `email` is null, else it counts as proven.
 * @returns null when somebody has the address already
 */
export async function insertByProvider(
  db: Db,
  person: { email: string | null; name: string; metadata: Record<string, unknown> },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with person as (
      insert into auth.users (email, name, email_confirmed_at, raw_user_meta_data)
      values (${person.email}::text, ${person.name}, case when ${person.email}::text is not null then now() end,
              ${JSON.stringify(person.metadata)}::jsonb)
      on conflict do nothing returning id
    ), address as (
      insert into auth.user_emails (user_id, email, email_type, is_primary, is_verified, verified_at)
      select id, ${person.email}::text, 'primary', true, true, now() from person where ${person.email}::text is not null
    )
    select id from person`.execute(db)
  return rows[0]?.id ?? null
}

/** Fills in what is not known of a person yet, and notes the provider among theirs. */
export async function completePerson(
  db: Db,
  userId: string,
  about: { name: string | null; metadata: Record<string, unknown>; provider: string },
): Promise<void> {
  await sql`
    update auth.users
       set name = case when name = '' then coalesce(${about.name}::text, '') else name end,
           raw_user_meta_data = ${JSON.stringify(about.metadata)}::jsonb || raw_user_meta_data,
           raw_app_meta_data = raw_app_meta_data
             || case when raw_app_meta_data ? 'provider' then '{}'::jsonb
                     else jsonb_build_object('provider', ${about.provider}::text) end
             || jsonb_build_object('providers', case
                  when coalesce(raw_app_meta_data -> 'providers', '[]') ? ${about.provider}::text then raw_app_meta_data -> 'providers'
                  else coalesce(raw_app_meta_data -> 'providers', '[]') || to_jsonb(${about.provider}::text) end),
           updated_at = now()
     where id = ${userId}`.execute(db)
}

export type Linker = { email: string | null; isAnonymous: boolean }

/** The person who connects something, held until the end of the transaction. */
export async function holdLinker(db: Db, userId: string): Promise<Linker | null> {
  const { rows } = await sql<Linker>`
    select email, is_anonymous from auth.users where id = ${userId} and deleted_at is null for no key update`.execute(
    db,
  )
  return rows[0] ?? null
}

/** Somebody without an address gets a proven one; whoever was anonymous is a full person from now on. */
export async function settlePerson(db: Db, userId: string, email: string | null): Promise<void> {
  await sql`
    with address as (
      insert into auth.user_emails (user_id, email, email_type, is_primary, is_verified, verified_at)
      select ${userId}, ${email}::text, 'primary', true, true, now() where ${email}::text is not null
      on conflict do nothing
    )
    update auth.users
       set email = coalesce(email, ${email}::text), is_anonymous = false,
           email_confirmed_at = case when email is null and ${email}::text is not null then now() else email_confirmed_at end,
           updated_at = now()
     where id = ${userId}`.execute(db)
}

/** Whether a person has another way in than one of their identities; hold the person before. */
export async function hasOtherWayIn(db: Db, userId: string, identityId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select (u.encrypted_password is not null and u.email_confirmed_at is not null)
        or exists (select 1 from auth.identities i where i.user_id = u.id and i.id <> ${identityId})
        or exists (select 1 from auth.webauthn_credentials c where c.user_id = u.id) as has
      from auth.users u where u.id = ${userId}`.execute(db)
  return rows[0]?.has ?? false
}

export async function deleteIdentity(db: Db, userId: string, identityId: string): Promise<boolean> {
  const { rows } = await sql`
    delete from auth.identities where id = ${identityId} and user_id = ${userId} returning id`.execute(db)
  return rows.length === 1
}

/** The providers that are left to a person after one was disconnected. */
export async function noteProviders(db: Db, userId: string): Promise<void> {
  await sql`
    update auth.users u
       set raw_app_meta_data = u.raw_app_meta_data || jsonb_build_object('providers', coalesce((
             select jsonb_agg(distinct i.provider) from auth.identities i where i.user_id = u.id), '[]')),
           updated_at = now()
     where u.id = ${userId}`.execute(db)
}
