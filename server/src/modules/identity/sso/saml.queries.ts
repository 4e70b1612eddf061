import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** Somebody on their way through an identity provider. */
export type RelayState = {
  id: string
  organizationId: string
  ssoProviderId: string
  requestId: string
  redirectTo: string | null
  flowStateId: string | null
  surface: 'web' | 'app'
  purpose: 'sign_in' | 'test'
}

export async function insertRelayState(
  db: Db,
  organizationId: string,
  state: Omit<RelayState, 'id' | 'organizationId'> & {
    forEmail: string | null
    browserHash: Buffer | null
    expiresAt: Date
  },
): Promise<string> {
  const row = await db
    .insertInto('auth.samlRelayStates')
    .values({ ...state, organizationId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

const columns = sql.raw(
  `id, organization_id, sso_provider_id, request_id, redirect_to, flow_state_id, surface, purpose`,
)

/**
 * Uses a request up, for the browser that left when it left from one. Of many answers at the same time one gets
 * the row.
 */
export async function consumeRelayState(
  db: Db,
  organizationId: string,
  id: string,
  browserHash: Buffer | null,
): Promise<RelayState | null> {
  const { rows } = await sql<RelayState>`
    update auth.saml_relay_states set consumed_at = now(), updated_at = now()
     where organization_id = ${organizationId} and id = ${id} and consumed_at is null and expires_at > now()
       and (browser_hash is null or browser_hash = ${browserHash}::bytea)
    returning ${columns}`.execute(db)
  return rows[0] ?? null
}

/** A request whatever became of it, to tell its failure where it came from. */
export async function findRelayState(
  db: Db,
  organizationId: string,
  id: string,
): Promise<(RelayState & { isOpen: boolean }) | null> {
  const { rows } = await sql<RelayState & { isOpen: boolean }>`
    select ${columns}, consumed_at is null and expires_at > now() as is_open from auth.saml_relay_states
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Remembers an assertion until it expires; false when it was used before. */
export async function rememberAssertion(
  db: Db,
  organizationId: string,
  assertionHash: Buffer,
  expiresAt: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into auth.saml_assertions (organization_id, assertion_hash, expires_at)
    values (${organizationId}, ${assertionHash}, ${expiresAt})
    on conflict do nothing returning assertion_hash`.execute(db)
  return rows.length === 1
}

/** Forgets requests and assertions that can do nothing any more. */
export async function removeEndedSaml(db: Db): Promise<void> {
  await sql`
    /* all organizations: housekeeping */ delete from auth.saml_relay_states where expires_at < now() - interval '1 day'`.execute(
    db,
  )
  await sql`
    /* all organizations: housekeeping */ delete from auth.saml_assertions where expires_at < now() - interval '1 hour'`.execute(
    db,
  )
}
