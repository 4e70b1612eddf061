import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import type { StoredCredential } from './webauthn.ts'

export type Passkey = {
  id: string
  userId: string
  name: string | null
  credentialId: string
  transports: string[]
  /** Kept by the provider of the device, so that it outlives the device. */
  isSynced: boolean
  lastUsedAt: Date | null
  createdAt: Date
}

const columns = sql`id, user_id, friendly_name as name, credential_id, transports, backed_up as is_synced, last_used_at, created_at`

/** Passkeys of a person, oldest first. */
export async function findPasskeys(db: Db, userId: string): Promise<Passkey[]> {
  const { rows } = await sql<Passkey>`
    select ${columns} from auth.webauthn_credentials where user_id = ${userId} order by id limit 100`.execute(
    db,
  )
  return rows
}

/** What is needed to check a signature. */
export type PasskeySecret = { id: string; userId: string; publicKey: Buffer; signCount: number }

/** The passkey of a credential id, held until the end of the transaction. */
export async function holdByCredential(db: Db, credentialId: string): Promise<PasskeySecret | null> {
  const { rows } = await sql<PasskeySecret>`
    select id, user_id, public_key, sign_count from auth.webauthn_credentials
     where credential_id = ${credentialId} for update`.execute(db)
  return rows[0] ?? null
}

/** A new passkey; null when it was added before, by whomever. */
export async function insertPasskey(
  db: Db,
  userId: string,
  name: string | null,
  credential: StoredCredential,
): Promise<Passkey | null> {
  const { rows } = await sql<Passkey>`
    insert into auth.webauthn_credentials (user_id, friendly_name, credential_id, public_key, sign_count, transports,
                                           aaguid, device_type, backed_up)
    values (${userId}, ${name}, ${credential.id}, ${Buffer.from(credential.publicKey, 'base64url')}, ${credential.counter},
            ${credential.transports}::text[], ${credential.aaguid}::uuid, ${credential.deviceType}, ${credential.backedUp})
    on conflict (credential_id) do nothing returning ${columns}`.execute(db)
  return rows[0] ?? null
}

/** Notes that a passkey was used; false when its counter did not move on. */
export async function notePasskeyUse(
  db: Db,
  id: string,
  use: { counter: number; backedUp: boolean },
): Promise<boolean> {
  const { rows } = await sql`
    update auth.webauthn_credentials
       set sign_count = ${use.counter}, backed_up = ${use.backedUp}, last_used_at = now(), updated_at = now()
     where id = ${id} and (sign_count < ${use.counter} or (sign_count = 0 and ${use.counter} = 0)) returning id`.execute(
    db,
  )
  return rows.length === 1
}

export async function renamePasskey(
  db: Db,
  userId: string,
  id: string,
  name: string | null,
): Promise<Passkey | null> {
  const { rows } = await sql<Passkey>`
    update auth.webauthn_credentials set friendly_name = ${name}, updated_at = now()
     where id = ${id} and user_id = ${userId} returning ${columns}`.execute(db)
  return rows[0] ?? null
}

export async function deletePasskey(
  db: Db,
  userId: string,
  id: string,
): Promise<{ name: string | null } | null> {
  const { rows } = await sql<{ name: string | null }>`
    delete from auth.webauthn_credentials where id = ${id} and user_id = ${userId}
    returning friendly_name as name`.execute(db)
  return rows[0] ?? null
}

export async function insertPasskeyChallenge(
  db: Db,
  challenge: {
    userId: string | null
    organizationId: string | null
    challengeType: 'registration' | 'authentication'
    challenge: string
    expiresAt: Date
  },
): Promise<string> {
  const row = await db
    .insertInto('auth.webauthnChallenges')
    .values(challenge)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Uses a challenge up and tells what was to be signed. Of many tries at the same time one gets it. */
export async function consumePasskeyChallenge(
  db: Db,
  id: string,
  about: { type: 'registration' | 'authentication'; userId: string | null },
): Promise<string | null> {
  const { rows } = await sql<{ challenge: string }>`
    update auth.webauthn_challenges set consumed_at = now()
     where id = ${id} and challenge_type = ${about.type} and user_id is not distinct from ${about.userId}::uuid
       and consumed_at is null and expires_at > now()
    returning challenge`.execute(db)
  return rows[0]?.challenge ?? null
}
