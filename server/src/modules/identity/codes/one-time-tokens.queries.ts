import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type TokenType = 'confirmation_token' | 'recovery_token' | 'setup_token' | 'address_undo_token'

/** What takes effect when a sign-up link is used. */
export type PendingPerson = {
  userId: string
  name: string
  encryptedPassword: string
  language: string | null
  timeZone: string | null
}

export type OneTimeToken = {
  id: string
  userId: string | null
  organizationId: string | null
  relatesTo: string
  pending: PendingPerson
  createdAt: Date
}

export async function insertToken(
  db: Db,
  token: {
    type: TokenType
    userId: string | null
    organizationId: string | null
    tokenHash: Buffer
    relatesTo: string
    pending: PendingPerson | null
    expiresAt: Date
  },
): Promise<void> {
  const { type, pending, ...rest } = token
  await db
    .insertInto('auth.oneTimeTokens')
    .values({ ...rest, tokenType: type, pending: JSON.stringify(pending ?? {}) })
    .execute()
}

/** A link that still works, without using it. */
export async function findToken(db: Db, type: TokenType, tokenHash: Buffer): Promise<OneTimeToken | null> {
  const { rows } = await sql<OneTimeToken>`
    select id, user_id, organization_id, relates_to, pending, created_at from auth.one_time_tokens
     where token_hash = ${tokenHash} and token_type = ${type} and consumed_at is null and expires_at > now()`.execute(
    db,
  )
  return rows[0] ?? null
}

/** Uses a link up. Of many tries at the same time one gets the row, the others null. */
export async function consumeToken(db: Db, type: TokenType, tokenHash: Buffer): Promise<OneTimeToken | null> {
  const { rows } = await sql<OneTimeToken>`
    update auth.one_time_tokens set consumed_at = now(), updated_at = now()
     where token_hash = ${tokenHash} and token_type = ${type} and consumed_at is null and expires_at > now()
    returning id, user_id, organization_id, relates_to, pending, created_at`.execute(db)
  return rows[0] ?? null
}

/** Voids every open link of an address, whatever it is for; what was to take effect is forgotten. */
export async function voidTokens(db: Db, email: string): Promise<void> {
  await sql`
    update auth.one_time_tokens set consumed_at = coalesce(consumed_at, now()), pending = '{}', updated_at = now()
     where relates_to = ${email} and token_type in ('confirmation_token', 'recovery_token')
       and (consumed_at is null or pending <> '{}')`.execute(db)
}

/** Voids every open link of a kind. */
export async function voidTokensOfType(db: Db, type: TokenType): Promise<void> {
  await sql`
    update auth.one_time_tokens set consumed_at = now(), updated_at = now()
     where token_type = ${type} and consumed_at is null`.execute(db)
}

/** How many links went to an address within the last hour. */
export async function countIssuedLately(db: Db, email: string): Promise<number> {
  const { rows } = await sql<{ issued: number }>`
    select count(*)::int as issued from auth.one_time_tokens
     where relates_to = ${email} and created_at > now() - interval '1 hour'`.execute(db)
  return rows[0]?.issued ?? 0
}
