import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type SessionFacts = {
  expiresAt: Date
  /** It has a token of its own; the session of an app lives by refresh tokens. */
  hasToken: boolean
  userId: string
  name: string
  email: string | null
  organizationId: string | null
  slug: string | null
  organizationName: string | null
}

/** A living session as its person is told of it. */
export async function findSession(db: Db, sessionId: string): Promise<SessionFacts | null> {
  const { rows } = await sql<SessionFacts>`
    select s.not_after as expires_at, s.token_hash is not null as has_token, u.id as user_id, u.name, u.email,
           o.id as organization_id, o.slug, o.name as organization_name
      from auth.sessions s
      join auth.users u on u.id = s.user_id
      left join auth.organizations o on o.id = s.organization_id
       and exists (select 1 from auth.memberships m where m.organization_id = o.id and m.user_id = u.id and m.status = 'active')
     where s.id = ${sessionId} and s.not_after > now()`.execute(db)
  return rows[0] ?? null
}

/** Whether a session rests on nothing but the word of its organization: its single sign-on, or a provider of its own. */
export async function cameBySsoAlone(db: Db, sessionId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.sessions where id = ${sessionId} and (is_bound or sso_provider_id is not null) and aal = 'aal1'`.execute(
    db,
  )
  return rows.length === 1
}
