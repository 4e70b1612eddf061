import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Channel } from './types.ts'

export type Preference = { userId: string; type: string; channel: Channel; enabled: boolean }

/** What these people chose for these types; no row means the default. */
export async function findPreferences(
  db: Db,
  organizationId: string,
  userIds: string[],
  types: string[],
): Promise<Preference[]> {
  const { rows } = await sql<Preference>`
    select user_id, type, channel, enabled from notifications.preferences
     where organization_id = ${organizationId} and user_id = any(${userIds}::uuid[]) and type = any(${types}::text[])`.execute(
    db,
  )
  return rows
}

export async function upsertPreferences(
  db: Db,
  organizationId: string,
  userId: string,
  choices: Array<{ type: string; channel: Channel; enabled: boolean }>,
): Promise<void> {
  await sql`
    insert into notifications.preferences (organization_id, user_id, type, channel, enabled)
    select ${organizationId}, ${userId}, c.type, c.channel, c.enabled
      from jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) as c(type text, channel text, enabled boolean)
     order by c.type, c.channel
    on conflict (organization_id, user_id, type, channel)
    do update set enabled = excluded.enabled, updated_at = now()`.execute(db)
}
