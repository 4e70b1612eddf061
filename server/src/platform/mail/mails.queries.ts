import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/** What a screen may know of a mail: never its body. */
export type MailFacts = {
  id: string
  userId: string | null
  type: string
  recipient: string
  subject: string
  state: 'waiting' | 'sent' | 'failed'
  attempts: number
  lastError: string | null
  createdAt: Date
  sentAt: Date | null
}

export async function insertMail(
  db: Db,
  organizationId: string | null,
  mail: { userId: string | null; type: string; recipient: string; subject: string; sealedBody: string },
): Promise<string> {
  const row = await db
    .insertInto('platform.mails')
    .values({ organizationId, ...mail })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export type WaitingMail = {
  id: string
  recipient: string
  subject: string
  sealedBody: string
  attempts: number
  createdAt: Date
}

/** A mail that still has to go out; null when it was sent or given up. */
export async function findWaitingMail(db: Db, id: string): Promise<WaitingMail | null> {
  const { rows } = await sql<WaitingMail>`
    select id, recipient, subject, sealed_body, attempts, created_at
      from platform.mails where id = ${id} and state = 'waiting'`.execute(db)
  return rows[0] ?? null
}

/** Notes how a try to send ended. A mail that is sent or given up keeps no body. */
export async function noteTry(
  db: Db,
  id: string,
  state: 'waiting' | 'sent' | 'failed',
  error: string | null,
): Promise<void> {
  await sql`
    update platform.mails
       set state = ${state}, attempts = attempts + 1, last_error = ${error},
           sent_at = case when ${state} = 'sent' then now() end,
           sealed_body = case when ${state} = 'waiting' then sealed_body else '' end
     where id = ${id} and state = 'waiting'`.execute(db)
}

/** Mails of one organization, newest first; one row more than the page when there are more. */
export async function listMails(
  db: Db,
  organizationId: string,
  page: { limit: number; before: string | null; state: 'waiting' | 'sent' | 'failed' | null },
): Promise<MailFacts[]> {
  const { rows } = await sql<MailFacts>`
    select id, user_id, type, recipient, subject, state, attempts, last_error, created_at, sent_at
      from platform.mails
     where organization_id = ${organizationId}
       ${page.before ? sql`and id < ${page.before}` : sql``}
       ${page.state ? sql`and state = ${page.state}` : sql``}
     order by id desc limit ${page.limit + 1}`.execute(db)
  return rows
}

/** Mails that went to a person from one organization (or from none), newest first. */
export async function findMailsOf(
  db: Db,
  organizationId: string | null,
  userId: string,
): Promise<
  Array<{ type: string; recipient: string; subject: string; createdAt: Date; sentAt: Date | null }>
> {
  const { rows } = await sql<{
    type: string
    recipient: string
    subject: string
    createdAt: Date
    sentAt: Date | null
  }>`
    select type, recipient, subject, created_at, sent_at from platform.mails
     where organization_id is not distinct from ${organizationId}::uuid and user_id = ${userId}
     order by id desc limit 1000`.execute(db)
  return rows
}

/** Removes mails to a person, except those that still wait to be sent. */
export async function removeMailsOf(db: Db, organizationId: string | null, userId: string): Promise<void> {
  await sql`
    delete from platform.mails
     where organization_id is not distinct from ${organizationId}::uuid and user_id = ${userId} and state <> 'waiting'`.execute(
    db,
  )
}
