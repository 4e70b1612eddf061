import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** An app's request that waits for a person, in the words of oidc-provider: an interaction. */
export type Asked = {
  authorizationId: string
  clientId: string
  userId: string | null
  redirectUri: string
  scope: string
  state: string | null
  nonce: string | null
  codeChallenge: string | null
  payload: Record<string, unknown>
  seconds: number
}

/** Keeps a request; false when its app is gone. */
export async function upsertAsked(db: Db, asked: Asked): Promise<boolean> {
  const { rows } = await sql`
    insert into auth.oauth_authorizations (authorization_id, organization_id, client_id, user_id, redirect_uri, scope,
           state, nonce, code_challenge, code_challenge_method, payload, expires_at)
    select ${asked.authorizationId}, c.organization_id, c.id, ${asked.userId}::uuid, ${asked.redirectUri}, ${asked.scope},
           ${asked.state}, ${asked.nonce}, ${asked.codeChallenge}::text,
           case when ${asked.codeChallenge}::text is null then null else 's256' end, ${JSON.stringify(asked.payload)}::jsonb,
           now() + make_interval(secs => ${asked.seconds}::int)
      from auth.oauth_clients c where c.id = ${asked.clientId} and c.deleted_at is null
    on conflict (authorization_id) do update set payload = excluded.payload, expires_at = excluded.expires_at
     where oauth_authorizations.authorization_code_hash is null
    returning 1`.execute(db)
  return rows.length === 1
}

export type AskedRow = {
  authorizationId: string
  organizationId: string
  clientId: string
  userId: string | null
  redirectUri: string
  scope: string
  state: string | null
  nonce: string | null
  codeChallenge: string | null
  status: 'pending' | 'approved' | 'denied' | 'expired'
  payload: Record<string, unknown>
  createdAt: Date
  expiresAt: Date
}

/** A request on its way, answered or not; null once it was answered to the app. */
export async function findAsked(db: Db, authorizationId: string): Promise<AskedRow | null> {
  const { rows } = await sql<AskedRow>`
    select authorization_id, organization_id, client_id, user_id, redirect_uri, scope, state, nonce, code_challenge,
           status, payload, created_at, expires_at
      from auth.oauth_authorizations
     where authorization_id = ${authorizationId} and authorization_code_hash is null and status <> 'expired'
       and expires_at > now()`.execute(db)
  return rows[0] ?? null
}

/** Notes who looks at a request that nobody looked at yet; false when somebody else does. */
export async function claimAsked(db: Db, authorizationId: string, userId: string): Promise<boolean> {
  const { rows } = await sql`
    update auth.oauth_authorizations set user_id = ${userId}
     where authorization_id = ${authorizationId} and (user_id is null or user_id = ${userId}) and status = 'pending'
       and expires_at > now() returning 1`.execute(db)
  return rows.length === 1
}

/** Answers a request once; false when it was answered or has expired. */
export async function answerAsked(
  db: Db,
  authorizationId: string,
  answer: { allow: boolean; userId: string; payload: Record<string, unknown> },
): Promise<boolean> {
  const { rows } = await sql`
    update auth.oauth_authorizations
       set status = ${answer.allow ? 'approved' : 'denied'}, payload = ${JSON.stringify(answer.payload)}::jsonb,
           approved_at = case when ${answer.allow}::boolean then now() end
     where authorization_id = ${authorizationId} and user_id = ${answer.userId} and status = 'pending'
       and authorization_code_hash is null and expires_at > now() returning 1`.execute(db)
  return rows.length === 1
}

/** The request has been answered to the app, or goes on as another one. */
export async function endAsked(db: Db, authorizationId: string): Promise<void> {
  await sql`
    update auth.oauth_authorizations
       set payload = '{}', status = case status when 'pending' then 'expired' else status end
     where authorization_id = ${authorizationId} and authorization_code_hash is null`.execute(db)
}

/** Keeps a code, on the row of the request it answers when somebody was asked. False when the app is gone. */
export async function upsertCode(
  db: Db,
  code: Omit<Asked, 'state'> & { codeHash: Buffer },
): Promise<boolean> {
  const { rows } = await sql`
    insert into auth.oauth_authorizations (authorization_id, organization_id, client_id, user_id, redirect_uri, scope,
           nonce, code_challenge, code_challenge_method, status, authorization_code_hash, payload, expires_at, approved_at)
    select ${code.authorizationId}, c.organization_id, c.id, ${code.userId}::uuid, ${code.redirectUri}, ${code.scope},
           ${code.nonce}, ${code.codeChallenge}, 's256', 'approved', ${code.codeHash}, ${JSON.stringify(code.payload)}::jsonb,
           now() + make_interval(secs => ${code.seconds}::int), now()
      from auth.oauth_clients c where c.id = ${code.clientId} and c.deleted_at is null
    on conflict (authorization_id) do update
       set user_id = excluded.user_id, status = 'approved', authorization_code_hash = excluded.authorization_code_hash,
           payload = excluded.payload, expires_at = excluded.expires_at, approved_at = excluded.approved_at
     where oauth_authorizations.authorization_code_hash is null and oauth_authorizations.client_id = excluded.client_id
    returning 1`.execute(db)
  return rows.length === 1
}

/** A code with what it stands for, used or not. */
export async function findCode(
  db: Db,
  codeHash: Buffer,
): Promise<{ payload: Record<string, unknown>; consumedAt: Date | null; expiresAt: Date } | null> {
  const { rows } = await sql<{ payload: Record<string, unknown>; consumedAt: Date | null; expiresAt: Date }>`
    select payload, consumed_at, expires_at from auth.oauth_authorizations
     where authorization_code_hash = ${codeHash}`.execute(db)
  return rows[0] ?? null
}

/** Uses up a code; false when it was used. */
export async function consumeCode(db: Db, codeHash: Buffer): Promise<boolean> {
  const { rows } = await sql`
    update auth.oauth_authorizations set consumed_at = now()
     where authorization_code_hash = ${codeHash} and consumed_at is null returning 1`.execute(db)
  return rows.length === 1
}

/** Uses up every open code that came of a consent. */
export async function consumeCodesOfGrant(db: Db, grantId: string): Promise<void> {
  await sql`
    update auth.oauth_authorizations a set consumed_at = now() from auth.oauth_consents g
     where g.id = ${grantId} and a.user_id = g.user_id and a.client_id = g.client_id and a.consumed_at is null
       and a.authorization_code_hash is not null and a.payload ->> 'grantId' = ${grantId}`.execute(db)
}
