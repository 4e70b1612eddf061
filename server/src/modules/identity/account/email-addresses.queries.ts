import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import { holdAddress } from '../codes/one-time-codes.queries.ts'

/** An address of a person. */
export type AddressRow = {
  id: string
  email: string
  isPrimary: boolean
  isVerified: boolean
  addedAt: Date
  verifiedAt: Date | null
}

const columns = sql`id, email, is_primary, is_verified, added_at, verified_at`

/** Addresses of a person, the main one first, then in the order they were added. */
export async function findAddresses(db: Db, userId: string): Promise<AddressRow[]> {
  const { rows } = await sql<AddressRow>`
    select ${columns} from auth.user_emails where user_id = ${userId} order by is_primary desc, added_at, id limit 100`.execute(
    db,
  )
  return rows
}

export async function findAddress(db: Db, userId: string, id: string): Promise<AddressRow | null> {
  const { rows } = await sql<AddressRow>`
    select ${columns} from auth.user_emails where user_id = ${userId} and id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Holds a person's row, so that two changes of their addresses come one after the other. */
export async function holdPerson(db: Db, userId: string): Promise<boolean> {
  const { rows } = await sql`
    select id from auth.users where id = ${userId} and deleted_at is null for no key update`.execute(db)
  return rows.length === 1
}

export async function insertAddress(db: Db, userId: string, email: string): Promise<AddressRow> {
  const { rows } = await sql<AddressRow>`
    insert into auth.user_emails (user_id, email, added_by) values (${userId}, ${email}, ${userId})
    returning ${columns}`.execute(db)
  return rows[0]!
}

/**
 * Makes an address proven, unless somebody else has proven it: as another address, or as the main one. Rows nobody has
 * proven give way.
 * @returns null when it belongs to somebody else, or the person took it back
 */
export async function proveAddress(db: Db, userId: string, email: string): Promise<AddressRow | null> {
  await holdAddress(db, email)
  await sql`
    update auth.users set email = null, updated_at = now()
     where lower(email) = ${email} and id <> ${userId} and email_confirmed_at is null and deleted_at is null`.execute(
    db,
  )
  await sql`
    delete from auth.user_emails where lower(email) = ${email} and user_id <> ${userId} and not is_verified`.execute(
    db,
  )
  const { rows } = await sql<AddressRow>`
    update auth.user_emails set is_verified = true, verified_at = now()
     where user_id = ${userId} and lower(email) = ${email} and not is_verified
       and not exists (select 1 from auth.users u where lower(u.email) = ${email} and u.id <> ${userId} and u.deleted_at is null)
    returning ${columns}`.execute(db)
  return rows[0] ?? null
}

/** Makes a proven address the main one; it stands in the person's row, too. */
export async function setPrimary(
  db: Db,
  userId: string,
  address: { id: string; email: string },
): Promise<void> {
  await sql`
    update auth.user_emails set is_primary = false, email_type = 'alternate'
     where user_id = ${userId} and is_primary and id <> ${address.id}`.execute(db)
  await sql`
    update auth.user_emails set is_primary = true, email_type = 'primary'
     where user_id = ${userId} and id = ${address.id} and is_verified`.execute(db)
  await sql`
    update auth.users set email = ${address.email}, email_confirmed_at = coalesce(email_confirmed_at, now()),
           updated_at = greatest(clock_timestamp(), updated_at + interval '1 millisecond')
     where id = ${userId}`.execute(db)
  await sql`
    insert into auth.identities (user_id, provider, provider_id, identity_data)
    values (${userId}, 'email', ${userId}::text,
            jsonb_build_object('email', ${address.email}::text, 'sub', ${userId}::text, 'email_verified', true))
    on conflict (provider, provider_id) do update
       set identity_data = auth.identities.identity_data || excluded.identity_data, updated_at = now()`.execute(
    db,
  )
}

export async function deleteAddress(db: Db, userId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from auth.user_emails where user_id = ${userId} and id = ${id} and not is_primary returning id`.execute(
    db,
  )
  return rows.length === 1
}

/** A proven row for an address that was theirs before; null when it belongs to somebody else by now. */
export async function restoreAddress(db: Db, userId: string, email: string): Promise<AddressRow | null> {
  await sql`
    insert into auth.user_emails (user_id, email)
    select ${userId}, ${email}
     where not exists (select 1 from auth.user_emails where user_id = ${userId} and lower(email) = ${email})`.execute(
    db,
  )
  return (await findVerified(db, userId, email)) ?? proveAddress(db, userId, email)
}

async function findVerified(db: Db, userId: string, email: string): Promise<AddressRow | null> {
  const { rows } = await sql<AddressRow>`
    select ${columns} from auth.user_emails
     where user_id = ${userId} and lower(email) = ${email} and is_verified`.execute(db)
  return rows[0] ?? null
}

/**
 * Takes away every way in that came to a person since a moment: other addresses, passkeys, factors, providers, tokens,
 * and the password, which whoever was in may have changed.
 */
export async function removeWaysInSince(db: Db, userId: string, keep: string, since: Date): Promise<void> {
  await sql`
    with addresses as (
      delete from auth.user_emails where user_id = ${userId} and id <> ${keep} and not is_primary
         and coalesce(verified_at, added_at) >= ${since}
    ), passkeys as (
      delete from auth.webauthn_credentials where user_id = ${userId} and created_at >= ${since}
    ), factors as (
      delete from auth.mfa_factors where user_id = ${userId} and created_at >= ${since}
    ), recovery as (
      delete from auth.mfa_recovery_codes where user_id = ${userId} and created_at >= ${since}
    ), providers as (
      delete from auth.identities where user_id = ${userId} and created_at >= ${since} and provider <> 'email'
    ), tokens as (
      update auth.api_tokens set revoked_at = now() where user_id = ${userId} and created_at >= ${since} and revoked_at is null
    ), consents as (
      update auth.oauth_consents set revoked_at = now() where user_id = ${userId} and granted_at >= ${since} and revoked_at is null
    )
    update auth.users set encrypted_password = null,
           phone = case when phone_confirmed_at >= ${since} then null else phone end,
           phone_confirmed_at = case when phone_confirmed_at >= ${since} then null else phone_confirmed_at end,
           updated_at = now()
     where id = ${userId}`.execute(db)
}
