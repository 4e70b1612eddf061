import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export async function findPhone(
  db: Db,
  userId: string,
): Promise<{ phone: string | null; isProven: boolean } | null> {
  const { rows } = await sql<{ phone: string | null; isProven: boolean }>`
    select phone, phone is not null and phone_confirmed_at is not null as is_proven
      from auth.users where id = ${userId} and deleted_at is null`.execute(db)
  return rows[0] ?? null
}

/** Gives a person a number they have proven. A row in which nobody has proven it gives way. */
export async function setPhone(db: Db, userId: string, phone: string): Promise<void> {
  await sql`
    update auth.users set phone = null, updated_at = now()
     where phone = ${phone} and id <> ${userId} and phone_confirmed_at is null and deleted_at is null`.execute(
    db,
  )
  await sql`
    with identity as (
      insert into auth.identities (user_id, provider, provider_id, identity_data)
      values (${userId}, 'phone', ${userId}::text,
              jsonb_build_object('phone', ${phone}::text, 'sub', ${userId}::text, 'phone_verified', true))
      on conflict (provider, provider_id) do update
         set identity_data = auth.identities.identity_data || excluded.identity_data, updated_at = now()
    )
    update auth.users set phone = ${phone}, phone_confirmed_at = now(), updated_at = now() where id = ${userId}`.execute(
    db,
  )
}

/** @returns the number that was theirs */
export async function clearPhone(db: Db, userId: string): Promise<string | null> {
  const { rows } = await sql<{ phone: string | null }>`
    with identity as (
      delete from auth.identities where user_id = ${userId} and provider = 'phone'
    )
    update auth.users set phone = null, phone_confirmed_at = null, updated_at = now()
     where id = ${userId} and phone is not null returning old.phone`.execute(db)
  return rows[0]?.phone ?? null
}
