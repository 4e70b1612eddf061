import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** Notes that a token is in use, at most once a minute. */
export async function noteApiTokenUse(db: Db, prefix: string): Promise<void> {
  await sql`
    update auth.api_tokens set last_used_at = now()
     where prefix = ${prefix} and (last_used_at is null or last_used_at < now() - interval '1 minute')`.execute(
    db,
  )
}
