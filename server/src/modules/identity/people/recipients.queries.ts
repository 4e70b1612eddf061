import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type MailRecipient = { id: string; name: string; email: string; locale: string }

/** People of these who have a proven address and have not switched mail off; not the banned or erased. */
export async function findMailRecipients(
  db: Db,
  organizationId: string,
  userIds: string[],
): Promise<MailRecipient[]> {
  const { rows } = await sql<MailRecipient>`
    select u.id, u.name, u.email, coalesce(p.language, o.default_language, 'en') as locale
      from auth.users u
      left join auth.user_preferences p on p.user_id = u.id
      left join auth.organizations o on o.id = ${organizationId}
     where u.id = any(${userIds}::uuid[]) and u.email is not null and u.email_confirmed_at is not null
       and u.deleted_at is null and (u.banned_until is null or u.banned_until <= now())
       and coalesce(p.email_notifications, true)
       and not exists (select 1 from auth.bans b where b.organization_id = ${organizationId} and b.user_id = u.id
                        and b.lifted_at is null and (b.banned_until is null or b.banned_until > now()))`.execute(
    db,
  )
  return rows
}
