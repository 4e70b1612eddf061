import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Severity } from './types.ts'

export type NoticeRow = {
  id: string
  type: string
  title: string
  message: string
  severity: Severity
  actionUrl: string | null
  metadata: Record<string, unknown>
  readAt: Date | null
  createdAt: Date
  expiresAt: Date | null
}

export type NewNotice = {
  userId: string
  type: string
  title: string
  message: string
  severity: Severity
  actionUrl: string | null
  metadata: Record<string, unknown>
  dedupeKey: string | null
  inInbox: boolean
  expiresAt: Date
}

/**
 * Adds notices and counts them as unread. What a person was told under the same dedupe key is left out.
 * @returns places in `notices` of those that are new
 */
export async function insertNotices(db: Db, organizationId: string, notices: NewNotice[]): Promise<number[]> {
  const { rows } = await sql<{ place: number }>`
    with given as (
      select uuidv7() as id, g.*
        from jsonb_to_recordset(${JSON.stringify(notices.map((notice, place) => ({ ...notice, place })))}::jsonb)
          as g(place integer, "userId" uuid, type text, title text, message text, severity text, "actionUrl" text,
               metadata jsonb, "dedupeKey" text, "inInbox" boolean, "expiresAt" timestamptz)
    ), added as (
      insert into notifications.notifications
             (organization_id, id, user_id, type, title, message, severity, action_url, metadata, dedupe_key, in_inbox, expires_at)
      select ${organizationId}, id, "userId", type, title, message, severity, "actionUrl", metadata, "dedupeKey", "inInbox", "expiresAt"
        from given order by "userId", place
      on conflict (organization_id, user_id, dedupe_key) do nothing
      returning id, user_id, in_inbox
    ), counted as (
      insert into notifications.inboxes as i (organization_id, user_id, unread)
      select ${organizationId}, user_id, count(*) from added where in_inbox group by user_id order by user_id
      on conflict (organization_id, user_id) do update set unread = i.unread + excluded.unread
    )
    select given.place from added join given using (id) order by given.place`.execute(db)
  return rows.map((row) => row.place)
}

const columns = sql`id, type, title, message, severity, action_url, metadata, read_at, created_at, expires_at`
const inInbox = sql`in_inbox and (expires_at is null or expires_at > now())`

/** A person's inbox, newest first; one more than the page when there are more. */
export async function listNotices(
  db: Db,
  organizationId: string,
  userId: string,
  page: { limit: number; before: string | null; unread: boolean },
): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select ${columns} from notifications.notifications
     where organization_id = ${organizationId} and user_id = ${userId} and ${inInbox}
       ${page.unread ? sql`and read_at is null` : sql``}
       ${page.before ? sql`and id < ${page.before}` : sql``}
     order by id desc limit ${page.limit + 1}`.execute(db)
  return rows
}

export async function findNotice(
  db: Db,
  organizationId: string,
  userId: string,
  id: string,
): Promise<NoticeRow | null> {
  const { rows } = await sql<NoticeRow>`
    select ${columns} from notifications.notifications
     where organization_id = ${organizationId} and user_id = ${userId} and id = ${id} and ${inInbox}`.execute(
    db,
  )
  return rows[0] ?? null
}

export async function countUnread(db: Db, organizationId: string, userId: string): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select unread from notifications.inboxes
     where organization_id = ${organizationId} and user_id = ${userId}`.execute(db)
  return rows[0]?.unread ?? 0
}

/** Marks one notice read or unread and keeps the count; nothing happens when it is so already. */
export async function markNotice(
  db: Db,
  organizationId: string,
  userId: string,
  id: string,
  read: boolean,
): Promise<void> {
  await sql`
    with changed as (
      update notifications.notifications set read_at = ${read ? sql`now()` : sql`null`}
       where organization_id = ${organizationId} and user_id = ${userId} and id = ${id} and in_inbox
         and read_at is ${read ? sql`null` : sql`not null`}
      returning id
    )
    update notifications.inboxes set unread = unread + ${read ? sql`-1` : sql`1`}
     where organization_id = ${organizationId} and user_id = ${userId} and exists (select 1 from changed)`.execute(
    db,
  )
}

export async function markAllRead(db: Db, organizationId: string, userId: string, at: Date): Promise<void> {
  await sql`
    with changed as (
      update notifications.notifications set read_at = ${at}
       where organization_id = ${organizationId} and user_id = ${userId} and in_inbox and read_at is null
      returning id
    )
    update notifications.inboxes set unread = unread - (select count(*) from changed)
     where organization_id = ${organizationId} and user_id = ${userId}`.execute(db)
}

/** Takes one "mark all read" back: what was read at exactly this moment is unread again. */
export async function unmarkAllRead(db: Db, organizationId: string, userId: string, at: Date): Promise<void> {
  await sql`
    with changed as (
      update notifications.notifications set read_at = null
       where organization_id = ${organizationId} and user_id = ${userId} and in_inbox and read_at = ${at}
      returning id
    )
    update notifications.inboxes set unread = unread + (select count(*) from changed)
     where organization_id = ${organizationId} and user_id = ${userId}`.execute(db)
}

export async function deleteNotice(
  db: Db,
  organizationId: string,
  userId: string,
  id: string,
): Promise<void> {
  await sql`
    with gone as (
      delete from notifications.notifications
       where organization_id = ${organizationId} and user_id = ${userId} and id = ${id}
      returning in_inbox and read_at is null as counted
    )
    update notifications.inboxes set unread = unread - (select count(*) from gone where counted)
     where organization_id = ${organizationId} and user_id = ${userId}`.execute(db)
}

/** Takes away notices whose time is over, a part at a time; false when none were left. */
export async function deleteExpired(db: Db): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`
    /* all organizations: expiry is looked after for everybody at once */
    with gone as (
      delete from notifications.notifications where (organization_id, id) in (
        select organization_id, id from notifications.notifications where expires_at <= now()
         order by expires_at limit 1000 for update skip locked)
      returning organization_id, user_id, in_inbox and read_at is null as counted
    ), sums as (
      select organization_id, user_id, count(*) as unread from gone where counted group by organization_id, user_id
    ), kept as (
      update notifications.inboxes i set unread = i.unread - s.unread
        from sums s where i.organization_id = s.organization_id and i.user_id = s.user_id
    )
    select exists (select 1 from gone) as some`.execute(db)
  return rows[0]?.some ?? false
}
