import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/**
 * Counts one hit and estimates the hits of the sliding window: this window's count plus the share of the
 * window before that still lies within reach. The commit does not wait for the disk: a machine that loses its power may
 * lose half a second of counting.
 * @param db the pool, never a transaction: it would not wait for the disk either
 */
export async function hit(
  db: Db,
  key: string,
  windowSeconds: number,
): Promise<{ used: number; resetSeconds: number }> {
  const { rows } = await sql<{ hits: number; before: number; elapsed: number }>`
    with hurry as (
      select set_config('synchronous_commit', 'off', true) as setting
    ), place as (
      select to_timestamp(floor(extract(epoch from now()) / ${windowSeconds}::int) * ${windowSeconds}::int) as start
        from hurry where setting = 'off'
    ), counted as (
      insert into platform.rate_limits as r (key, window_start, hits) select ${key}, start, 1 from place
      on conflict (key, window_start) do update set hits = r.hits + 1
      returning hits
    )
    select counted.hits, extract(epoch from now() - place.start)::float8 as elapsed,
           coalesce((select r.hits from platform.rate_limits r
             where r.key = ${key} and r.window_start = place.start - make_interval(secs => ${windowSeconds}::int)), 0) as before
      from counted, place`.execute(db)
  const row = rows[0] ?? { hits: 1, before: 0, elapsed: 0 }
  const share = Math.max(0, 1 - row.elapsed / windowSeconds)
  return {
    used: row.hits + row.before * share,
    resetSeconds: Math.max(1, Math.ceil(windowSeconds - row.elapsed)),
  }
}
