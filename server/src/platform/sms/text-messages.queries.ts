import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

export type Channel = 'sms' | 'whatsapp'

export async function insertText(
  db: Db,
  organizationId: string | null,
  message: { userId: string | null; type: string; channel: Channel; recipient: string; sealedBody: string },
): Promise<string> {
  const row = await db
    .insertInto('platform.textMessages')
    .values({ organizationId, ...message })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export type WaitingText = { recipient: string; channel: Channel; sealedBody: string; attempts: number }

/** A message that still has to go out; null when it was sent or given up. */
export async function findWaitingText(db: Db, id: string): Promise<WaitingText | null> {
  const { rows } = await sql<WaitingText>`
    select recipient, channel, sealed_body, attempts
      from platform.text_messages where id = ${id} and status = 'waiting'`.execute(db)
  return rows[0] ?? null
}

/** Notes how a try to send ended. A message that is sent or given up keeps no body. */
export async function noteTry(
  db: Db,
  id: string,
  outcome: { status: 'waiting' | 'sent' | 'failed'; error?: string; providerId?: string | null },
): Promise<void> {
  const { status, error = null, providerId = null } = outcome
  await sql`
    update platform.text_messages
       set status = ${status}, attempts = attempts + 1, last_error = ${error}, provider_id = ${providerId},
           sent_at = case when ${status} = 'sent' then now() end,
           sealed_body = case when ${status} = 'waiting' then sealed_body else '' end
     where id = ${id} and status = 'waiting'`.execute(db)
}

/** Keeps what a development machine would have sent. */
export async function catchText(
  db: Db,
  message: { recipient: string; channel: Channel; body: string },
): Promise<string> {
  const row = await db
    .insertInto('platform.caughtTextMessages')
    .values(message)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A caught message, with the number it was for (E.164). */
export type CaughtText = { id: string; recipient: string; channel: Channel; body: string; caughtAt: Date }

/** What would have been sent, newest first; one row more than the page when there are more. */
export async function listCaughtTexts(
  db: Db,
  page: { limit: number; before: string | null; recipient: string | null },
): Promise<CaughtText[]> {
  const { rows } = await sql<CaughtText>`
    select id, recipient, channel, body, created_at as caught_at from platform.caught_text_messages
     where true
       ${page.before ? sql`and id < ${page.before}` : sql``}
       ${page.recipient ? sql`and recipient = ${page.recipient}` : sql``}
     order by id desc limit ${page.limit + 1}`.execute(db)
  return rows
}

/** Removes text messages to a person, except those that still wait to be sent. */
export async function removeTextsOf(db: Db, userId: string): Promise<void> {
  await sql`delete from platform.text_messages where user_id = ${userId} and status <> 'waiting'`.execute(db)
}
