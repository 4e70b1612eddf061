import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type UserToChange = {
  id: string
  email: string | null
  emailConfirmed: boolean
  phone: string | null
  phoneConfirmed: boolean
  encryptedPassword: string | null
  isAnonymous: boolean
  isSsoUser: boolean
  userMetaData: Record<string, unknown>
}

export async function findToChange(db: Db, userId: string): Promise<UserToChange | null> {
  const { rows } = await sql<UserToChange>`
    select id, email, email_confirmed_at is not null as email_confirmed, phone,
           phone_confirmed_at is not null as phone_confirmed, encrypted_password, is_anonymous, is_sso_user,
           raw_user_meta_data as user_meta_data
      from auth.users where id = ${userId} and deleted_at is null`.execute(db)
  return rows[0] ?? null
}

/** Holds a person until the end of the transaction. */
export async function holdPerson(db: Db, userId: string): Promise<void> {
  await sql`select 1 from auth.users where id = ${userId} for no key update`.execute(db)
}

/** Writes fields of `user_metadata` over the ones there; those given as null go. */
export async function mergeMetadata(
  db: Db,
  userId: string,
  data: Record<string, unknown>,
  mostCharacters: number,
): Promise<boolean> {
  const gone = Object.keys(data).filter((key) => data[key] === null)
  const kept = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null))
  const { rows } = await sql`
    update auth.users
       set raw_user_meta_data = (raw_user_meta_data || ${JSON.stringify(kept)}::jsonb) - ${gone}::text[], updated_at = now()
     where id = ${userId}
       and length(((raw_user_meta_data || ${JSON.stringify(kept)}::jsonb) - ${gone}::text[])::text) <= ${mostCharacters}
    returning id`.execute(db)
  return rows.length === 1
}

/** Whether an address is proven to be somebody else's. */
export async function isEmailTaken(db: Db, email: string, userId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.users where lower(email) = ${email} and deleted_at is null and id <> ${userId}
    union all
    select 1 from auth.user_emails where lower(email) = ${email} and is_verified and user_id <> ${userId}`.execute(
    db,
  )
  return rows.length > 0
}

export async function isPhoneTaken(db: Db, phone: string, userId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.users where phone = ${phone} and deleted_at is null and id <> ${userId}`.execute(db)
  return rows.length > 0
}

/** Makes a proven address the one of a person; their provider identity follows. */
export async function setEmail(db: Db, userId: string, email: string): Promise<void> {
  await sql`
    update auth.users set email = ${email}, email_confirmed_at = now(), is_anonymous = false, updated_at = now()
     where id = ${userId}`.execute(db)
  await sql`
    delete from auth.user_emails
     where user_id = ${userId} and (is_primary or lower(email) = ${email})`.execute(db)
  await sql`
    insert into auth.user_emails (user_id, email, email_type, is_primary, is_verified, verified_at)
    values (${userId}, ${email}, 'primary', true, true, now())`.execute(db)
  await setIdentity(db, userId, 'email', email)
}

/** Makes a proven number the one of a person. */
export async function setPhone(db: Db, userId: string, phone: string): Promise<void> {
  await sql`
    update auth.users set phone = ${phone}, phone_confirmed_at = now(), is_anonymous = false, updated_at = now()
     where id = ${userId}`.execute(db)
  await setIdentity(db, userId, 'phone', phone)
}

async function setIdentity(db: Db, userId: string, provider: 'email' | 'phone', address: string) {
  const data = JSON.stringify({ [provider]: address, sub: userId, [`${provider}_verified`]: true })
  await sql`
    insert into auth.identities (user_id, provider, provider_id, identity_data)
    values (${userId}, ${provider}, ${userId}, ${data}::jsonb)
    on conflict (provider, provider_id) do update
       set identity_data = auth.identities.identity_data || excluded.identity_data, updated_at = now()
     where auth.identities.user_id = excluded.user_id`.execute(db)
}

/** The change of address or number a person began and has not finished, with when it was sent. */
export async function findOpenChange(
  db: Db,
  userId: string,
  type: 'email_change_token_new' | 'phone_change_token',
): Promise<{ newAddress: string; redirectTo: string | null; flowStateId: string | null } | null> {
  const { rows } = await sql<{ newAddress: string; redirectTo: string | null; flowStateId: string | null }>`
    select pending ->> 'newAddress' as new_address, redirect_to, flow_state_id from auth.one_time_tokens
     where user_id = ${userId} and token_type = ${type} and consumed_at is null and pending ->> 'newAddress' is not null
     order by id desc limit 1`.execute(db)
  return rows[0] ?? null
}
