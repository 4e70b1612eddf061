import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** Removes what ended long ago: sessions, links, tries to sign in. */
export async function removeEnded(db: Db): Promise<void> {
  await sql`
    delete from auth.sessions where not_after < now() or idle_after < now() - interval '1 day'`.execute(db)
  await sql`delete from auth.one_time_tokens where expires_at < now() - interval '7 days'`.execute(db)
  await sql`
    /* all organizations: housekeeping */ update auth.invitations set status = 'expired', updated_at = now()
     where status = 'pending' and expires_at < now() - interval '30 days'`.execute(db)
  await sql`delete from auth.login_history where created_at < now() - interval '400 days'`.execute(db)
}
