import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import { avatarUrl } from '../pictures/pictures.queries.ts'

/** Signs of life are noted every five minutes, so whoever was active five minutes ago was seen ten minutes ago. */
export const onlineMinutes = 10

export type OnlineRow = {
  membershipId: string
  id: string
  name: string
  email: string | null
  avatarUrl: string | null
  lastSeenAt: Date
}

/** Members who are here now. The index on the time they were seen leaves few rows to sort. */
export async function findOnline(
  db: Db,
  organizationId: string,
  wanted: { before: string | null; limit: number },
): Promise<OnlineRow[]> {
  const { rows } = await sql<OnlineRow>`
    select m.id as membership_id, u.id, u.name, u.email, ${avatarUrl} as avatar_url, m.last_seen_at
      from auth.memberships m join auth.users u on u.id = m.user_id and u.deleted_at is null
     where m.organization_id = ${organizationId} and m.status = 'active'
       and m.last_seen_at > now() - make_interval(mins => ${onlineMinutes}::int)
       and (${wanted.before}::uuid is null or m.id < ${wanted.before}::uuid)
     order by m.id desc limit ${wanted.limit}`.execute(db)
  return rows
}
