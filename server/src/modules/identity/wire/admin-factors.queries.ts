import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** Gives a phone factor another number; false when the person has a factor with that number. */
export async function setFactorPhone(db: Db, factorId: string, phone: string): Promise<boolean> {
  const { rows } = await sql`
    update auth.mfa_factors f set phone = ${phone}, updated_at = now()
     where id = ${factorId} and factor_type = 'phone' and not exists (
       select 1 from auth.mfa_factors other
        where other.user_id = f.user_id and other.id <> f.id and other.phone = ${phone} and other.status = 'verified')
    returning id`.execute(db)
  return rows.length === 1
}
