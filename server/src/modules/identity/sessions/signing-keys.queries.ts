import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type SigningKeyRow = {
  id: string
  algorithm: 'ES256' | 'RS256'
  publicJwk: Record<string, unknown>
  sealedPrivateJwk: string
  status: 'standby' | 'current' | 'previous' | 'revoked'
  createdAt: Date
}

/** Every key that signs or still checks, the current one first. */
export async function findSigningKeys(db: Db): Promise<SigningKeyRow[]> {
  const { rows } = await sql<SigningKeyRow>`
    select id, algorithm, public_jwk, sealed_private_jwk, status, created_at from auth.signing_keys
     where status <> 'revoked' order by status = 'current' desc, created_at desc`.execute(db)
  return rows
}

/** Keeps a new key; nothing happens when another process made the current one first. */
export async function insertSigningKey(
  db: Db,
  key: Pick<SigningKeyRow, 'id' | 'algorithm' | 'publicJwk' | 'sealedPrivateJwk' | 'status'>,
): Promise<void> {
  await sql`
    insert into auth.signing_keys (id, algorithm, public_jwk, sealed_private_jwk, status)
    values (${key.id}, ${key.algorithm}, ${JSON.stringify(key.publicJwk)}::jsonb, ${key.sealedPrivateJwk}, ${key.status})
    on conflict do nothing`.execute(db)
}

/** The current key checks on and signs no more; those that were previous before go. */
export async function retireCurrentKey(db: Db, algorithm: string): Promise<void> {
  await sql`
    update auth.signing_keys set status = case status when 'current' then 'previous' else 'revoked' end, updated_at = now()
     where algorithm = ${algorithm} and status in ('current', 'previous')`.execute(db)
}
