import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** What an access token says of a session and its person. */
export type TokenFacts = {
  sessionId: string
  userId: string
  email: string | null
  phone: string | null
  aal: string
  isAnonymous: boolean
  organizationId: string | null
  organizationRole: string | null
  appMetaData: Record<string, unknown>
  userMetaData: Record<string, unknown>
  methods: Array<{ method: string; timestamp: number; provider?: string }>
}

/** What `TokenFacts` are read from: `s` is the session, `u` its person. */
export const tokenFacts = `s.id as session_id, u.id as user_id, u.email, u.phone, s.aal, u.is_anonymous, s.organization_id,
  (select r.key from auth.memberships m
     join auth.role_assignments a on a.organization_id = m.organization_id and a.membership_id = m.id
     join auth.roles r on r.organization_id = a.organization_id and r.id = a.role_id
    where m.organization_id = s.organization_id and m.user_id = u.id and m.status = 'active'
    order by r.rank desc, r.id limit 1) as organization_role,
  coalesce((select jsonb_build_object('provider', (array_agg(i.provider order by i.created_at, i.id))[1],
             'providers', jsonb_agg(distinct i.provider))
     from auth.identities i where i.user_id = u.id having count(*) > 0), '{}') || u.raw_app_meta_data as app_meta_data,
  u.raw_user_meta_data as user_meta_data,
  coalesce((select jsonb_agg(jsonb_build_object('method', c.authentication_method,
             'timestamp', floor(extract(epoch from c.updated_at))::bigint) order by c.updated_at desc)
     from auth.mfa_amr_claims c where c.session_id = s.id), '[]') as methods`

/** Facts of a living session, or null. */
export async function findTokenFacts(db: Db, sessionId: string): Promise<TokenFacts | null> {
  const { rows } = await sql<TokenFacts>`
    select ${sql.raw(tokenFacts)}
      from auth.sessions s join auth.users u on u.id = s.user_id
     where s.id = ${sessionId} and s.not_after > now() and s.idle_after > now() and u.deleted_at is null
       and (u.banned_until is null or u.banned_until <= now())`.execute(db)
  return rows[0] ?? null
}
