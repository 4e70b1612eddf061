import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** Runs `work` so that its failure leaves the transaction usable. */
export async function withSavepoint(db: Db, work: () => Promise<void>): Promise<void> {
  await sql`savepoint audit_entry`.execute(db)
  try {
    await work()
    await sql`release savepoint audit_entry`.execute(db)
  } catch (error) {
    await sql`rollback to savepoint audit_entry`.execute(db)
    throw error
  }
}

export async function lockHead(db: Db, organizationId: string): Promise<{ seq: number; hash: Buffer } | null> {
  const { rows } = await sql<{ seq: number; hash: Buffer }>`
    select seq, hash from audit.lock_head(${organizationId}::uuid)`.execute(db)
  return rows[0] ?? null
}

export async function append(db: Db, entry: object, previous: Buffer, hash: Buffer): Promise<void> {
  await sql`select audit.append(${JSON.stringify(entry)}::jsonb, ${previous}, ${hash})`.execute(db)
}

export async function insertDeadLetter(db: Db, organizationId: string, error: string, entry: object): Promise<void> {
  await db
    .insertInto('audit.deadLetters')
    .values({ organizationId, error, eventData: JSON.stringify(entry) })
    .execute()
}
