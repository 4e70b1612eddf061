import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type SamlKeyRow = { certificate: string; sealedPrivateKey: string }

/** The key that signs requests; null before the first one was asked for. */
export async function findSamlKey(db: Db): Promise<SamlKeyRow | null> {
  const { rows } = await sql<SamlKeyRow>`
    select certificate, sealed_private_key from auth.saml_keys where is_current`.execute(db)
  return rows[0] ?? null
}

/** Keeps a new key; nothing happens when another process made the current one first. */
export async function insertSamlKey(db: Db, key: SamlKeyRow): Promise<void> {
  await sql`
    insert into auth.saml_keys (certificate, sealed_private_key) values (${key.certificate}, ${key.sealedPrivateKey})
    on conflict do nothing`.execute(db)
}
