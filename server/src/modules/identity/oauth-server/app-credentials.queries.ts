import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import { hashToken } from '../../../platform/keys.ts'

/**
 * Whom an access token of an app stands for, and what it may do; null when it is unknown or has ended: with the
 * consent it came of, with its app, and with the sign-in it is bound to unless the app may go on without the
 * person. A token that is bound to a key (DPoP) is no bearer token.
 */
export async function findAppCredential(
  db: Db,
  token: string,
): Promise<{ appUserId: string; appOrganizationId: string; appScopes: string[] } | null> {
  const { rows } = await sql<{ appUserId: string; appOrganizationId: string; appScopes: string[] }>`
    select a.user_id as app_user_id, c.organization_id as app_organization_id,
           array(select unnest(string_to_array(a.payload ->> 'scope', ' ')) intersect select unnest(g.scopes)) as app_scopes
      from auth.oauth_artifacts a
      join auth.oauth_clients c on c.id = a.client_id and c.deleted_at is null
      join auth.oauth_consents g on g.id = a.grant_id::uuid and g.user_id = a.user_id and g.client_id = c.id
       and g.revoked_at is null
     where a.kind = 'AccessToken' and a.id_hash = ${hashToken(token)} and a.expires_at > now()
       and a.payload ->> 'jkt' is null
       and (a.payload ->> 'expiresWithSession' is distinct from 'true' or exists (
         select 1 from auth.sessions s
           join auth.oauth_artifacts memory on memory.kind = 'Session' and memory.user_id = s.user_id
            and memory.uid_hash = sha256(convert_to(s.id::text, 'UTF8')) and memory.expires_at > now()
          where s.id = (a.payload ->> 'sessionUid')::uuid and s.user_id = a.user_id
            and s.not_after > now() and s.idle_after > now()
            and memory.payload #>> array['authorizations', c.id::text, 'grantId'] = a.grant_id))`.execute(db)
  return rows[0] ?? null
}
