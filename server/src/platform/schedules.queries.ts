import { type RawBuilder, sql } from 'kysely'
import type { Db } from './db/database.ts'

/** True for exactly one process a period. */
export async function due(db: Db, name: string, everySeconds: number): Promise<boolean> {
  const { rows } = await sql`
    insert into platform.schedules as s (name, last_run_at) values (${name}, now())
    on conflict (name) do update set last_run_at = now()
     where s.last_run_at <= now() - make_interval(secs => ${everySeconds}::int)
    returning name`.execute(db)
  return rows.length === 1
}

export async function makePartitions(db: Db): Promise<void> {
  await sql`select platform.make_partitions('audit.entries', 3)`.execute(db)
}

/** What is kept for a while only, by table: events for looking things up, mails and messages as proof of sending. */
export const kept: Array<{ table: string; until: RawBuilder<unknown> }> = [
  { table: 'platform.rate_limits', until: sql`window_start < now() - interval '2 days'` },
  { table: 'platform.idempotency_keys', until: sql`created_at < now() - interval '2 days'` },
  { table: 'platform.outbox', until: sql`dispatched_at < now() - interval '30 days'` },
  { table: 'platform.mails', until: sql`created_at < now() - interval '180 days'` },
  { table: 'platform.caught_mails', until: sql`caught_at < now() - interval '30 days'` },
  { table: 'platform.text_messages', until: sql`created_at < now() - interval '180 days'` },
  { table: 'platform.caught_text_messages', until: sql`created_at < now() - interval '30 days'` },
]

const part = 5000

/** Removes the rows whose time is over, a part at a time: all at once might take longer than a statement may. */
export async function removeOld(db: Db, { table, until }: (typeof kept)[number]): Promise<void> {
  const from = sql.table(table)
  for (let removed = part; removed === part; ) {
    const { numAffectedRows = 0n } = await sql`
      /* all organizations: housekeeping */
      delete from ${from} where ctid = any (array(select ctid from ${from} where ${until} limit ${part}))`.execute(
      db,
    )
    removed = Number(numAffectedRows)
  }
}
