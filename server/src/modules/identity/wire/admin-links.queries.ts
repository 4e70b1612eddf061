import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** Notes that somebody was invited, and what the service knows of them; for whoever has proven nothing yet. */
export async function noteInvited(
  db: Db,
  userId: string,
  about: { isInvited: boolean; data: Record<string, unknown> },
): Promise<void> {
  await sql`
    update auth.users set invited_at = case when ${about.isInvited}::boolean then now() else invited_at end,
           raw_user_meta_data = raw_user_meta_data || ${JSON.stringify(about.data)}::jsonb, updated_at = now()
     where id = ${userId} and email_confirmed_at is null`.execute(db)
}

/** What ties the halves of the change to this address together, when one was begun and works still. */
export async function findChangeId(db: Db, userId: string, newAddress: string): Promise<string | null> {
  const { rows } = await sql<{ changeId: string | null }>`
    select pending ->> 'changeId' as change_id from auth.one_time_tokens
     where user_id = ${userId} and token_type in ('email_change_token_new', 'email_change_token_current')
       and pending ->> 'newAddress' = ${newAddress} and expires_at > now()
       and (consumed_at is null or pending -> 'accepted' = 'true')
     order by id desc limit 1`.execute(db)
  return rows[0]?.changeId ?? null
}
