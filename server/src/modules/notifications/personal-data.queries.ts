import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** Notices to a person and where they want them. */
export async function findNoticesOf(
  db: Db,
  organizationId: string,
  userId: string,
): Promise<{ notices: object[]; preferences: object[] }> {
  const { rows: notices } = await sql<object>`
    select type, title, message, read_at, created_at from notifications.notifications
     where organization_id = ${organizationId} and user_id = ${userId} order by id desc limit 10000`.execute(
    db,
  )
  const { rows: preferences } = await sql<object>`
    select type, channel, enabled from notifications.preferences
     where organization_id = ${organizationId} and user_id = ${userId} order by type, channel`.execute(db)
  return { notices, preferences }
}

export async function deleteNoticesOf(db: Db, organizationId: string, userId: string): Promise<void> {
  await sql`
    with notices as (
      delete from notifications.notifications where organization_id = ${organizationId} and user_id = ${userId}
    ), preferences as (
      delete from notifications.preferences where organization_id = ${organizationId} and user_id = ${userId}
    )
    delete from notifications.inboxes where organization_id = ${organizationId} and user_id = ${userId}`.execute(
    db,
  )
}
