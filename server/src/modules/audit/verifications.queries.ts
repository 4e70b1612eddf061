import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Verification } from './verify.ts'

export async function insertVerification(
  db: Db,
  verification: Verification,
  headHash: Buffer | null,
): Promise<void> {
  const failure = verification.firstFailure
  await db
    .insertInto('audit.verifications')
    .values({
      organizationId: verification.organizationId,
      rangeStart: 1,
      rangeEnd: verification.verifiedEntries,
      totalEntries: verification.totalEntries,
      verifiedEntries: verification.verifiedEntries,
      status: verification.status,
      firstFailureSeq: failure?.seq ?? null,
      firstFailureId: failure?.id ?? null,
      firstFailureTs: failure?.ts ?? null,
      details: JSON.stringify(failure ? { kind: failure.kind, field: failure.field } : {}),
      headHash,
    })
    .execute()
}

/** Where the longest chain that was ever read and found right ended. */
export async function longestIntact(
  db: Db,
  organizationId: string,
): Promise<{ rangeEnd: number; headHash: Buffer | null } | null> {
  const row = await db
    .selectFrom('audit.verifications')
    .select(['rangeEnd', 'headHash'])
    .where('organizationId', '=', organizationId)
    .where('status', '=', 'intact')
    .orderBy('rangeEnd', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export type PastVerification = {
  id: string
  verifiedAt: Date
  status: 'intact' | 'broken'
  totalEntries: number
  verifiedEntries: number
  firstFailureSeq: number | null
  details: { kind?: string; field?: string | null }
}

export async function listVerifications(
  db: Db,
  organizationId: string,
  limit: number,
): Promise<PastVerification[]> {
  const { rows } = await sql<PastVerification>`
    select id, verified_at, status, total_entries, verified_entries, first_failure_seq, details
      from audit.verifications where organization_id = ${organizationId} order by id desc limit ${limit}`.execute(
    db,
  )
  return rows
}
