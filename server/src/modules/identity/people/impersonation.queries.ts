import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** Ends the sessions in which a person acts in the name of others at one organization. */
export async function deleteImpersonationsBy(db: Db, organizationId: string, userId: string): Promise<void> {
  await sql`
    delete from auth.sessions where impersonated_by = ${userId} and organization_id = ${organizationId}`.execute(
    db,
  )
}

/** Whether a token still opens a session of somebody themselves: the one an impersonation began from. */
export async function findOwnSession(
  db: Db,
  tokenHash: Buffer,
  began: { userId: string; impersonationId: string } | null,
): Promise<boolean> {
  const { rows } = await sql`
    select s.id from auth.sessions s
     where s.token_hash = ${tokenHash} and s.impersonated_by is null and s.not_after > now() and s.idle_after > now()
       and (${began === null}::boolean or (s.user_id = ${began?.userId ?? null}::uuid and s.id = (
             select i.impersonated_from from auth.sessions i where i.id = ${began?.impersonationId ?? null}::uuid)))`.execute(
    db,
  )
  return rows.length === 1
}
