import { sql } from 'kysely'
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
