import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** Who has a proven phone number, with the hash to check. */
export async function findByPhoneWithPassword(
  db: Db,
  phone: string,
): Promise<{ userId: string; encryptedPassword: string | null } | null> {
  const { rows } = await sql<{ userId: string; encryptedPassword: string | null }>`
    select id as user_id, encrypted_password from auth.users
     where phone = ${phone} and phone_confirmed_at is not null and deleted_at is null`.execute(db)
  return rows[0] ?? null
}
