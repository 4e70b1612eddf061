import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** Tries to sign in on one day (UTC). */
export type LoginDay = { day: string; succeeded: number; failed: number }

/** The first id of version 7 of a moment, so that a span of time is a range of the index. */
const firstIdOf = (moment: Date): string => {
  const hex = moment.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

const counts = sql`count(*) filter (where success)::int as succeeded, count(*) filter (where not success)::int as failed`

/** Counted days of an organization from a day on. */
export async function findDays(db: Db, organizationId: string, from: string): Promise<LoginDay[]> {
  const { rows } = await sql<LoginDay>`
    select to_char(day, 'YYYY-MM-DD') as day, succeeded, failed from auth.login_days
     where organization_id = ${organizationId} and day >= ${from}::date order by day`.execute(db)
  return rows
}

/** Counts tries since a moment as they stand in the history: for the days that are not counted yet. */
export async function countDaysSince(db: Db, organizationId: string, since: Date): Promise<LoginDay[]> {
  const { rows } = await sql<LoginDay>`
    select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD') as day, ${counts} from auth.login_history
     where organization_id = ${organizationId} and id >= ${firstIdOf(since)}::uuid group by 1 order by 1`.execute(
    db,
  )
  return rows
}

/** The day up to which all days are counted, or null when none is. */
export async function findLastCounted(db: Db): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    /* all organizations: days are counted for all at once */
    select to_char(max(day), 'YYYY-MM-DD') as day from auth.login_days`.execute(db)
  return rows[0]?.day ?? null
}

/** Keeps the counts of finished days, for all organizations. A day counted twice stays as it is. */
export async function keepDays(db: Db, from: Date, until: Date): Promise<void> {
  await sql`
    /* all organizations: days are counted for all at once */
    insert into auth.login_days (organization_id, day, succeeded, failed)
    select organization_id, (created_at at time zone 'UTC')::date, ${counts} from auth.login_history
     where id >= ${firstIdOf(from)}::uuid and id < ${firstIdOf(until)}::uuid and organization_id is not null
     group by 1, 2
    on conflict (organization_id, day) do nothing`.execute(db)
}
