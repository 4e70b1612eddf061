import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { removeOldVisits } from './providers/visits.queries.ts'

const batch = 5000

/** What has ended, by table: the ones that grow with use. */
const ended: Array<{ table: string; when: RawBuilder<unknown> }> = [
  { table: 'sessions', when: sql`not_after < now() or idle_after < now() - interval '1 day'` },
  { table: 'one_time_tokens', when: sql`expires_at < now() - interval '7 days'` },
  { table: 'mfa_challenges', when: sql`expires_at < now() - interval '1 day'` },
  { table: 'mfa_factors', when: sql`status = 'unverified' and created_at < now() - interval '1 day'` },
  { table: 'webauthn_challenges', when: sql`expires_at < now() - interval '1 day'` },
  { table: 'flow_state', when: sql`expires_at < now() - interval '1 day'` },
  { table: 'known_devices', when: sql`last_seen_at < now() - interval '400 days'` },
  { table: 'login_history', when: sql`created_at < now() - interval '400 days'` },
  { table: 'login_days', when: sql`day < now() - interval '400 days'` },
]

/** Removes what ended long ago, a few thousand rows at a time, so that nobody waits for it. */
export async function removeEnded(db: Db): Promise<void> {
  for (const { table, when } of ended) while ((await removeBatch(db, table, when)) === batch);
  await sql`
    /* all organizations: housekeeping */ update auth.invitations set status = 'expired', updated_at = now()
     where status = 'pending' and expires_at < now() - interval '30 days'`.execute(db)
  await removeOldVisits(db)
}

async function removeBatch(db: Db, table: string, when: RawBuilder<unknown>): Promise<number> {
  const from = sql.table(`auth.${table}`)
  const { numAffectedRows = 0n } = await sql`
    /* all organizations: housekeeping */
    delete from ${from} where ctid = any (array(select ctid from ${from} where ${when} limit ${batch}))`.execute(
    db,
  )
  return Number(numAffectedRows)
}
