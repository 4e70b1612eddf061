import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type ArrivingPerson = {
  email: string | null
  phone: string | null
  name: string
  encryptedPassword: string | null
  /** `user_metadata` */
  data: Record<string, unknown>
}

/**
 * A person whose address or number is proven; one without either is anonymous. False when somebody has the
 * address, or the id.
 */
export async function insertArriving(db: Db, id: string, person: ArrivingPerson): Promise<boolean> {
  const { email, phone, encryptedPassword } = person
  const { rows } = await sql`
    with person as (
      insert into auth.users (id, email, phone, name, encrypted_password, email_confirmed_at, phone_confirmed_at,
                              password_changed_at, raw_user_meta_data, is_anonymous)
      select ${id}::uuid, ${email}::text, ${phone}::text, ${person.name}, ${encryptedPassword}::text,
              case when ${email}::text is not null then now() end, case when ${phone}::text is not null then now() end,
              case when ${encryptedPassword}::text is not null then now() end, ${JSON.stringify(person.data)}::jsonb,
              ${email === null && phone === null}
       where not exists (select 1 from auth.user_emails e where lower(e.email) = ${email}::text and e.is_verified)
      on conflict do nothing returning id
    ), address as (
      insert into auth.user_emails (user_id, email, email_type, is_primary, is_verified, verified_at)
      select id, ${email}, 'primary', true, true, now() from person where ${email}::text is not null
    ), identity as (
      insert into auth.identities (user_id, provider, provider_id, identity_data, last_sign_in_at)
      select person.id, way.provider, person.id::text,
             jsonb_build_object(way.provider, way.address, 'sub', person.id::text, way.provider || '_verified', true), now()
        from person, (values ('email', ${email}::text), ('phone', ${phone}::text)) way (provider, address)
       where way.address is not null
    )
    select id from person`.execute(db)
  return rows.length === 1
}

/** Who has a phone number. */
export async function findByPhone(
  db: Db,
  phone: string,
): Promise<{ id: string; name: string; confirmed: boolean } | null> {
  const { rows } = await sql<{ id: string; name: string; confirmed: boolean }>`
    select id, name, phone_confirmed_at is not null as confirmed from auth.users
     where phone = ${phone} and deleted_at is null`.execute(db)
  return rows[0] ?? null
}

/**
 * Takes an unproven address or number from somebody whose other one is proven; false when they have none that is.
 */
export async function releaseClaim(db: Db, userId: string, kind: 'email' | 'phone'): Promise<boolean> {
  const claim =
    kind === 'email'
      ? sql`update auth.users set email = null, updated_at = now()
             where id = ${userId} and email_confirmed_at is null and phone_confirmed_at is not null returning id`
      : sql`update auth.users set phone = null, updated_at = now()
             where id = ${userId} and phone_confirmed_at is null and email_confirmed_at is not null returning id`
  return (await claim.execute(db)).rows.length === 1
}

/**
 * The owner of an unproven address arrived: whatever somebody planted under it (password, sessions, factors,
 * passkeys, tokens, links, other addresses) goes. Memberships and roles stay: only an administrator gives those.
 */
export async function clearPlanted(db: Db, userId: string, address: string): Promise<void> {
  const byMail = address.includes('@')
  await sql`
    with sessions as (delete from auth.sessions where user_id = ${userId}),
         identities as (delete from auth.identities where user_id = ${userId}),
         factors as (delete from auth.mfa_factors where user_id = ${userId}),
         codes as (delete from auth.mfa_recovery_codes where user_id = ${userId}),
         passkeys as (delete from auth.webauthn_credentials where user_id = ${userId}),
         tokens as (delete from auth.api_tokens where user_id = ${userId}),
         links as (delete from auth.one_time_tokens where user_id = ${userId} or relates_to = ${address}),
         flows as (delete from auth.flow_state where user_id = ${userId}),
         consents as (delete from auth.oauth_consents where user_id = ${userId}),
         artifacts as (delete from auth.oauth_artifacts where user_id = ${userId}),
         others as (delete from auth.user_emails where user_id = ${userId} and lower(email) <> ${address})
    update auth.users
       set encrypted_password = null, username = null, updated_at = now(),
           phone = case when ${byMail} then null else phone end,
           phone_confirmed_at = case when ${byMail} then null else phone_confirmed_at end,
           email = case when ${byMail} then email end,
           email_confirmed_at = case when ${byMail} then email_confirmed_at end
     where id = ${userId}`.execute(db)
}

/** The owner of an unproven address or number arrived and takes the account over, cleared of what was planted. */
export async function takeOver(
  db: Db,
  userId: string,
  owner: {
    email: string | null
    phone: string | null
    name: string | null
    encryptedPassword: string | null
    data: Record<string, unknown> | null
  },
): Promise<void> {
  await clearPlanted(db, userId, owner.email ?? owner.phone ?? '')
  const { email, phone, encryptedPassword } = owner
  await sql`
    with address as (
      insert into auth.user_emails (user_id, email, email_type, is_primary, is_verified, verified_at)
      select ${userId}, ${email}, 'primary', true, true, now() where ${email}::text is not null
      on conflict do nothing
    ), identity as (
      insert into auth.identities (user_id, provider, provider_id, identity_data, last_sign_in_at)
      select ${userId}, way.provider, ${userId}::text,
             jsonb_build_object(way.provider, way.address, 'sub', ${userId}::text, way.provider || '_verified', true), now()
        from (values ('email', ${email}::text), ('phone', ${phone}::text)) way (provider, address)
       where way.address is not null
    )
    update auth.users set name = coalesce(${owner.name}::text, name), encrypted_password = ${encryptedPassword}::text,
           email_confirmed_at = case when ${email}::text is not null then now() else email_confirmed_at end,
           phone_confirmed_at = case when ${phone}::text is not null then now() else phone_confirmed_at end,
           password_changed_at = case when ${encryptedPassword}::text is not null then now() end,
           raw_user_meta_data = coalesce(${owner.data === null ? null : JSON.stringify(owner.data)}::jsonb, raw_user_meta_data),
           updated_at = now()
     where id = ${userId}`.execute(db)
}
