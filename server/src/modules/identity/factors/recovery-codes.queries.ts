import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** Puts fresh codes in the place of all earlier ones. Hold the person first. */
export async function replaceCodes(db: Db, userId: string, hashes: readonly Buffer[]): Promise<void> {
  await deleteCodes(db, userId)
  await db
    .insertInto('auth.mfaRecoveryCodes')
    .values(hashes.map((codeHash) => ({ userId, codeHash })))
    .execute()
}

export async function deleteCodes(db: Db, userId: string): Promise<number> {
  const { rows } =
    await sql`delete from auth.mfa_recovery_codes where user_id = ${userId} returning id`.execute(db)
  return rows.length
}

/** Uses a code up. Of many tries at the same time one gets through. */
export async function takeCode(db: Db, userId: string, codeHash: Buffer): Promise<boolean> {
  const { rows } = await sql`
    update auth.mfa_recovery_codes set used_at = now()
     where user_id = ${userId} and code_hash = ${codeHash} and used_at is null returning id`.execute(db)
  return rows.length === 1
}

export async function countCodes(db: Db, userId: string): Promise<{ total: number; left: number }> {
  const { rows } = await sql<{ total: number; left: number }>`
    select count(*)::int as total, count(*) filter (where used_at is null)::int as left
      from auth.mfa_recovery_codes where user_id = ${userId}`.execute(db)
  return rows[0] ?? { total: 0, left: 0 }
}
