import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** A token or memory of the OAuth server. */
export type Artifact = { payload: Record<string, unknown>; consumedAt: Date | null; expiresAt: Date | null }

export async function upsertArtifact(
  db: Db,
  artifact: {
    kind: string
    idHash: Buffer
    payload: Record<string, unknown>
    grantId: string | null
    uidHash: Buffer | null
    clientId: string | null
    userId: string | null
    /** Null: until it is removed. */
    seconds: number | null
    /** Fails instead of changing one that is there: what may be seen only once. */
    once: boolean
  },
): Promise<boolean> {
  const { kind, idHash, payload, grantId, uidHash, clientId, userId, seconds } = artifact
  const { rows } = await sql`
    insert into auth.oauth_artifacts (kind, id_hash, payload, grant_id, uid_hash, client_id, user_id, expires_at)
    values (${kind}, ${idHash}, ${JSON.stringify(payload)}::jsonb, ${grantId}, ${uidHash}, ${clientId}, ${userId},
            now() + make_interval(secs => ${seconds}::int))
    on conflict (kind, id_hash) do update set payload = excluded.payload, expires_at = excluded.expires_at
     where not ${artifact.once}::boolean
    returning 1`.execute(db)
  return rows.length === 1
}

export async function findArtifact(db: Db, kind: string, idHash: Buffer): Promise<Artifact | null> {
  const { rows } = await sql<Artifact>`
    select payload, consumed_at, expires_at from auth.oauth_artifacts
     where kind = ${kind} and id_hash = ${idHash} and (expires_at is null or expires_at > now())`.execute(db)
  return rows[0] ?? null
}

/** What the OAuth server remembers of a session of ours, as long as that session lives. */
export async function findSessionMemory(
  db: Db,
  sessionId: string,
  uidHash: Buffer,
): Promise<Artifact | null> {
  const { rows } = await sql<Artifact>`
    select a.payload, a.consumed_at, a.expires_at
      from auth.oauth_artifacts a
      join auth.sessions s on s.id = ${sessionId} and s.user_id = a.user_id and s.not_after > now() and s.idle_after > now()
      join auth.users u on u.id = s.user_id and u.deleted_at is null and (u.banned_until is null or u.banned_until <= now())
     where a.kind = 'Session' and a.uid_hash = ${uidHash} and a.expires_at > now()`.execute(db)
  return rows[0] ?? null
}

/** Uses up a single-use token; false when it was used, or is not there. */
export async function consumeArtifact(db: Db, kind: string, idHash: Buffer): Promise<boolean> {
  const { rows } = await sql`
    update auth.oauth_artifacts set consumed_at = now()
     where kind = ${kind} and id_hash = ${idHash} and consumed_at is null returning 1`.execute(db)
  return rows.length === 1
}

export async function deleteArtifact(db: Db, kind: string, idHash: Buffer): Promise<void> {
  await sql`delete from auth.oauth_artifacts where kind = ${kind} and id_hash = ${idHash}`.execute(db)
}

/** Ends the tokens that came of a consent. */
export async function deleteOfGrant(db: Db, grantId: string, kind: string | null): Promise<void> {
  await sql`
    delete from auth.oauth_artifacts
     where grant_id = ${grantId} and (${kind}::text is null or kind = ${kind})`.execute(db)
}

/**
 * Removes what expired; used codes stay a day, so that their second use is still noticed. Apps that registered by
 * themselves and were never let in go after a month.
 */
export async function removeExpired(db: Db): Promise<void> {
  await sql`delete from auth.oauth_artifacts where expires_at < now()`.execute(db)
  await sql`delete from auth.oauth_authorizations where expires_at < now() - interval '1 day'`.execute(db)
  await sql`
    /* all organizations: housekeeping */ delete from auth.oauth_clients c
     where c.registration_type = 'dynamic' and c.updated_at < now() - interval '30 days'
       and not exists (select 1 from auth.oauth_consents g where g.client_id = c.id)
       and not exists (select 1 from auth.oauth_authorizations a where a.client_id = c.id)`.execute(db)
}
