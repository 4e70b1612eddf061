import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** What an organization asks of everybody who comes in. Null limits: those of the installation. */
export type SecurityPolicy = {
  requireSecondFactor: boolean
  requireSso: boolean
  oneSessionPerPerson: boolean
  sessionMaxHours: number | null
  sessionIdleHours: number | null
  allowApiTokens: boolean
  allowAnonymous: boolean
  apiTokenMaxDays: number | null
}

const open: SecurityPolicy = {
  requireSecondFactor: false,
  requireSso: false,
  oneSessionPerPerson: false,
  sessionMaxHours: null,
  sessionIdleHours: null,
  allowApiTokens: true,
  allowAnonymous: false,
  apiTokenMaxDays: null,
}

/** The rules of an organization; those of one that never set any are open. */
export async function findSecurityPolicy(db: Db, organizationId: string): Promise<SecurityPolicy> {
  const { rows } = await sql<SecurityPolicy>`
    select require_second_factor, require_sso, one_session_per_person, session_max_hours, session_idle_hours,
           allow_api_tokens, allow_anonymous, api_token_max_days
      from auth.security_policies where organization_id = ${organizationId}`.execute(db)
  return rows[0] ?? open
}
