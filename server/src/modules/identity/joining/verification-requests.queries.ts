import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import type { OneTimeToken } from '../codes/one-time-tokens.queries.ts'

/** The newest sign-up of an address that still waits to be confirmed. */
export async function findOpenSignUp(
  db: Db,
  email: string,
): Promise<Pick<OneTimeToken, 'userId' | 'organizationId' | 'pending'> | null> {
  const { rows } = await sql<Pick<OneTimeToken, 'userId' | 'organizationId' | 'pending'>>`
    select user_id, organization_id, pending from auth.one_time_tokens
     where relates_to = ${email} and token_type = 'confirmation_token' and consumed_at is null and expires_at > now()
     order by id desc limit 1`.execute(db)
  return rows[0] ?? null
}
