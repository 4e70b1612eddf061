import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type FlowRow = {
  id: string
  userId: string
  organizationId: string | null
  providerType: string
  authenticationMethod: string
  /** Sealed. */
  providerAccessToken: string | null
  providerRefreshToken: string | null
}

export async function insertFlow(
  db: Db,
  flow: {
    organizationId: string | null
    codeChallenge: string
    codeChallengeMethod: 's256' | 'plain'
    providerType: string
    authenticationMethod: string
    redirectTo: string | null
    expiresAt: Date
  },
): Promise<string> {
  const row = await db.insertInto('auth.flowState').values(flow).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Gives a flow its code; false when it has one, or nobody waits for it any more. */
export async function setFlowCode(
  db: Db,
  flowId: string,
  code: {
    userId: string
    codeHash: Buffer
    accessToken: string | null
    refreshToken: string | null
    expiresAt: Date
  },
): Promise<boolean> {
  const { rows } = await sql`
    update auth.flow_state
       set user_id = ${code.userId}, auth_code_hash = ${code.codeHash}, auth_code_issued_at = now(),
           provider_access_token = ${code.accessToken}, provider_refresh_token = ${code.refreshToken},
           expires_at = ${code.expiresAt}, updated_at = now()
     where id = ${flowId} and auth_code_hash is null and consumed_at is null and expires_at > now()
    returning id`.execute(db)
  return rows.length === 1
}

/** Uses a code up when the challenge fits. Of many tries at the same time one gets the row. */
export async function consumeFlow(
  db: Db,
  codeHash: Buffer,
  proof: { s256: string; plain: string },
): Promise<FlowRow | null> {
  const { rows } = await sql<FlowRow>`
    update auth.flow_state
       set consumed_at = now(), provider_access_token = null, provider_refresh_token = null, updated_at = now()
     where auth_code_hash = ${codeHash} and consumed_at is null and expires_at > now()
       and code_challenge = case code_challenge_method when 's256' then ${proof.s256}::text else ${proof.plain}::text end
    returning id, user_id, organization_id, provider_type, authentication_method,
              old.provider_access_token, old.provider_refresh_token`.execute(db)
  return rows[0] ?? null
}

/** Whether a code waits to be redeemed. */
export async function isFlowCodeOpen(db: Db, codeHash: Buffer): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.flow_state
     where auth_code_hash = ${codeHash} and consumed_at is null and expires_at > now()`.execute(db)
  return rows.length === 1
}

/** The single sign-on somebody went through for a flow, if they did. */
export async function findSsoOfFlow(
  db: Db,
  organizationId: string | null,
  flowId: string,
): Promise<string | null> {
  const { rows } = await sql<{ ssoProviderId: string }>`
    select sso_provider_id from auth.oauth_client_states
     where flow_state_id = ${flowId} and sso_provider_id is not null
    union all
    select sso_provider_id from auth.saml_relay_states
     where organization_id = ${organizationId} and flow_state_id = ${flowId}
     limit 1`.execute(db)
  return rows[0]?.ssoProviderId ?? null
}
