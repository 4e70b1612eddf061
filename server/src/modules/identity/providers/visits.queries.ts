import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type VisitPurpose = 'sign_in' | 'link' | 'test'
export type Surface = 'web' | 'app'

/** Somebody on their way through a provider. `codeVerifier` and `nonce` are sealed. */
export type VisitRow = {
  id: string
  organizationId: string | null
  providerType: string
  purpose: VisitPurpose
  codeVerifier: string
  nonce: string
  userId: string | null
  sessionId: string | null
  flowStateId: string | null
  ssoProviderId: string | null
  inviteTokenHash: Buffer | null
  redirectTo: string | null
  surface: Surface
}

export async function insertVisit(
  db: Db,
  visit: Omit<VisitRow, 'id'> & { stateHash: Buffer; browserHash: Buffer; expiresAt: Date },
): Promise<void> {
  await db.insertInto('auth.oauthClientStates').values(visit).execute()
}

const columns =
  sql.raw(`id, organization_id, provider_type, purpose, code_verifier, nonce, user_id, session_id,
  flow_state_id, sso_provider_id, invite_token_hash, redirect_to, surface`)

/** Uses a visit up, for the browser that left. Of many tries at the same time one gets the row. */
export async function consumeVisit(db: Db, stateHash: Buffer, browserHash: Buffer): Promise<VisitRow | null> {
  const { rows } = await sql<VisitRow>`
    update auth.oauth_client_states set consumed_at = now()
     where state_hash = ${stateHash} and browser_hash = ${browserHash} and consumed_at is null and expires_at > now()
    returning ${columns}`.execute(db)
  return rows[0] ?? null
}

/** Where a visit that cannot be used any more came from, so that its failure is told there. */
export async function findOrigin(
  db: Db,
  stateHash: Buffer,
): Promise<Pick<VisitRow, 'surface' | 'redirectTo'> | null> {
  const { rows } = await sql<Pick<VisitRow, 'surface' | 'redirectTo'>>`
    select surface, redirect_to from auth.oauth_client_states where state_hash = ${stateHash}`.execute(db)
  return rows[0] ?? null
}

/** Whether a session that began something is still open for its person. */
export async function isSessionOpen(db: Db, sessionId: string, userId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.sessions s join auth.users u on u.id = s.user_id
     where s.id = ${sessionId} and s.user_id = ${userId} and s.not_after > now() and s.idle_after > now()
       and u.deleted_at is null and coalesce(u.banned_until < now(), true)`.execute(db)
  return rows.length === 1
}

/** Keeps what a provider said, sealed, until the app that asked redeems its code. */
export async function keepProven(db: Db, visitId: string, proven: string): Promise<void> {
  await sql`update auth.oauth_client_states set proven = ${proven} where id = ${visitId}`.execute(db)
}

/** Takes what was kept for a flow; it is there once. */
export async function takeProven(
  db: Db,
  flowStateId: string,
): Promise<
  (Pick<VisitRow, 'providerType' | 'userId' | 'sessionId' | 'surface'> & { proven: string }) | null
> {
  const { rows } = await sql<
    Pick<VisitRow, 'providerType' | 'userId' | 'sessionId' | 'surface'> & { proven: string }
  >`
    update auth.oauth_client_states set proven = null
     where flow_state_id = ${flowStateId} and purpose = 'link' and proven is not null
    returning provider_type, user_id, session_id, surface, old.proven as proven`.execute(db)
  return rows[0] ?? null
}

/** Removes visits that ended long ago. */
export async function removeOldVisits(db: Db): Promise<void> {
  await sql`delete from auth.oauth_client_states where expires_at < now() - interval '1 day'`.execute(db)
}
