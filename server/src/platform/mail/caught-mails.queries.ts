import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

export type CaughtMailFacts = {
  id: string
  recipient: string
  sender: string
  subject: string
  caughtAt: Date
}
export type CaughtMail = CaughtMailFacts & { bodyText: string | null; bodyHtml: string | null }

export async function insertCaughtMail(db: Db, mail: Omit<CaughtMail, 'id' | 'caughtAt'>): Promise<void> {
  await db.insertInto('platform.caughtMails').values(mail).execute()
}

/** What the catcher received, newest first; one row more than the page when there are more. */
export async function listCaughtMails(
  db: Db,
  page: { limit: number; before: string | null; recipient: string | null },
): Promise<CaughtMailFacts[]> {
  const { rows } = await sql<CaughtMailFacts>`
    select id, recipient, sender, subject, caught_at from platform.caught_mails
     where true
       ${page.before ? sql`and id < ${page.before}` : sql``}
       ${page.recipient ? sql`and lower(recipient) = lower(${page.recipient})` : sql``}
     order by id desc limit ${page.limit + 1}`.execute(db)
  return rows
}

export async function findCaughtMail(db: Db, id: string): Promise<CaughtMail | null> {
  const { rows } = await sql<CaughtMail>`
    select id, recipient, sender, subject, body_text, body_html, caught_at
      from platform.caught_mails where id = ${id}`.execute(db)
  return rows[0] ?? null
}
