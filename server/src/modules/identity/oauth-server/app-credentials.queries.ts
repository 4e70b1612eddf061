import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import { hashToken } from '../../../platform/keys.ts'

/** Whom an access token of an app stands for, and what it may do; null when it is unknown or has ended. */
export async function findAppCredential(
  db: Db,
  token: string,
): Promise<{ appUserId: string; appOrganizationId: string; appScopes: string[] } | null> {
  const { rows } = await sql<{ appUserId: string; appOrganizationId: string; scope: string | null }>`
    select a.user_id as app_user_id, c.organization_id as app_organization_id, a.payload ->> 'scope' as scope
      from auth.oauth_artifacts a
      join auth.oauth_clients c on c.id = a.client_id and c.deleted_at is null
     where a.kind = 'AccessToken' and a.id_hash = ${hashToken(token)} and a.expires_at > now()
       and a.user_id is not null`.execute(db)
  const row = rows[0]
  return row
    ? {
        appUserId: row.appUserId,
        appOrganizationId: row.appOrganizationId,
        appScopes: (row.scope ?? '').split(' ').filter(Boolean),
      }
    : null
}
