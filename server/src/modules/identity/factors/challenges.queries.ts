import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** What a security key is asked to sign, and whether that makes it a factor or uses it. */
export type KeyQuestion = { challenge: string; type: 'create' | 'request' }

export type OpenChallenge = { id: string; keyQuestion: KeyQuestion | null }

export async function insertChallenge(
  db: Db,
  challenge: {
    factorId: string
    ipAddress: string | null
    otpCode: string | null
    keyQuestion: KeyQuestion | null
    expiresAt: Date
  },
): Promise<string> {
  const { keyQuestion, ...rest } = challenge
  const row = await db
    .insertInto('auth.mfaChallenges')
    .values({ ...rest, webAuthnSessionData: keyQuestion ? JSON.stringify(keyQuestion) : null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A question that still waits for its answer. */
export async function findOpenChallenge(
  db: Db,
  factorId: string,
  challengeId: string,
): Promise<OpenChallenge | null> {
  const { rows } = await sql<OpenChallenge>`
    select id, web_authn_session_data as key_question from auth.mfa_challenges
     where id = ${challengeId} and factor_id = ${factorId} and verified_at is null and expires_at > now()`.execute(
    db,
  )
  return rows[0] ?? null
}

/** How a question stands, whether or not it still waits; null when it was never put to this factor. */
export async function findChallengeState(
  db: Db,
  factorId: string,
  challengeId: string,
): Promise<{ isOpen: boolean; ip: string | null } | null> {
  const { rows } = await sql<{ isOpen: boolean; ip: string | null }>`
    select verified_at is null and expires_at > now() as is_open, host(ip_address) as ip
      from auth.mfa_challenges where id = ${challengeId} and factor_id = ${factorId}`.execute(db)
  return rows[0] ?? null
}

/**
 * Takes the answer to a question. Of many tries at the same time one gets through.
 * @param otpCode keyed hash of the code, when the question asked for one
 */
export async function answerChallenge(
  db: Db,
  factorId: string,
  challengeId: string,
  otpCode: string | null = null,
): Promise<boolean> {
  const { rows } = await sql`
    update auth.mfa_challenges set verified_at = now()
     where id = ${challengeId} and factor_id = ${factorId} and verified_at is null and expires_at > now()
       and otp_code is not distinct from ${otpCode}::text
    returning id`.execute(db)
  return rows.length === 1
}
