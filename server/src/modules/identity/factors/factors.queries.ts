import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import type { StoredCredential } from '../passkeys/webauthn.ts'

export type FactorType = 'totp' | 'phone' | 'webauthn'

export type Factor = {
  id: string
  userId: string
  type: FactorType
  isVerified: boolean
  name: string | null
  phone: string | null
  /** Sealed secret of an authenticator app. */
  secret: string | null
  credential: StoredCredential | null
  lastUsedAt: Date | null
  lastChallengedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

const columns = sql`id, user_id, factor_type as type, status = 'verified' as is_verified, friendly_name as name, phone, secret,
  web_authn_credential as credential, last_used_at, last_challenged_at, created_at, updated_at`

/** Second factors of a person, oldest first. */
export async function findFactors(db: Db, userId: string): Promise<Factor[]> {
  const { rows } = await sql<Factor>`
    select ${columns} from auth.mfa_factors where user_id = ${userId} order by created_at, id limit 100`.execute(
    db,
  )
  return rows
}

export async function findFactor(db: Db, userId: string, factorId: string): Promise<Factor | null> {
  const { rows } = await sql<Factor>`
    select ${columns} from auth.mfa_factors where id = ${factorId} and user_id = ${userId}`.execute(db)
  return rows[0] ?? null
}

export type Holder = { id: string; name: string; email: string | null; phone: string | null }

/** Holds a person until the end of the transaction: what follows about their factors happens one by one. */
export async function holdPerson(db: Db, userId: string): Promise<Holder | null> {
  const { rows } = await sql<Holder>`
    select id, name, email, phone from auth.users where id = ${userId} and deleted_at is null for no key update`.execute(
    db,
  )
  return rows[0] ?? null
}

/** How far a living session was raised; null when it has ended. */
export async function findAssurance(db: Db, userId: string, sessionId: string): Promise<string | null> {
  const { rows } = await sql<{ aal: string }>`
    select aal from auth.sessions where id = ${sessionId} and user_id = ${userId} and not_after > now()`.execute(
    db,
  )
  return rows[0]?.aal ?? null
}

/** A new factor that is not proven yet; null when the person has one of this name. */
export async function insertFactor(
  db: Db,
  factor: {
    userId: string
    factorType: FactorType
    friendlyName: string | null
    secret: string | null
    phone: string | null
  },
): Promise<Factor | null> {
  const { rows } = await sql<Factor>`
    insert into auth.mfa_factors (user_id, factor_type, friendly_name, secret, phone)
    values (${factor.userId}, ${factor.factorType}, ${factor.friendlyName}, ${factor.secret}, ${factor.phone})
    on conflict do nothing returning ${columns}`.execute(db)
  return rows[0] ?? null
}

/** Forgets factors of a person that were begun and never proven: old ones, and one of this name. */
export async function deleteUnproven(
  db: Db,
  userId: string,
  which: { name: string | null; minutes: number },
): Promise<void> {
  await sql`
    delete from auth.mfa_factors
     where user_id = ${userId} and status = 'unverified'
       and (created_at < now() - make_interval(mins => ${which.minutes}::int)
            or (${which.name}::text is not null and lower(friendly_name) = lower(${which.name}::text)))`.execute(
    db,
  )
}

export async function renameFactor(db: Db, factorId: string, name: string | null): Promise<boolean> {
  const { rows } = await sql`
    update auth.mfa_factors f set friendly_name = ${name}, updated_at = now()
     where id = ${factorId} and not exists (
       select 1 from auth.mfa_factors other
        where other.user_id = f.user_id and other.id <> f.id and lower(other.friendly_name) = lower(${name}::text)
          and ${name}::text <> '')
    returning id`.execute(db)
  return rows.length === 1
}

export async function deleteFactor(db: Db, factorId: string): Promise<void> {
  await sql`delete from auth.mfa_factors where id = ${factorId}`.execute(db)
}

/** The factor was proven: from now on every sign-in of the person asks for one. */
export async function markProven(
  db: Db,
  factorId: string,
  credential: StoredCredential | null,
): Promise<void> {
  await sql`
    update auth.mfa_factors
       set status = 'verified', web_authn_credential = ${credential ? JSON.stringify(credential) : null}::jsonb,
           web_authn_aaguid = ${credential?.aaguid ?? null}::uuid, updated_at = now()
     where id = ${factorId}`.execute(db)
}

export async function noteUse(db: Db, factorId: string): Promise<void> {
  await sql`update auth.mfa_factors set last_used_at = now() where id = ${factorId}`.execute(db)
}

/** Uses a step of an authenticator app up; false when this step, or a later one, was used before. */
export async function takeStep(db: Db, factorId: string, step: number): Promise<boolean> {
  const { rows } = await sql`
    update auth.mfa_factors set last_used_step = ${step}, updated_at = now()
     where id = ${factorId} and (last_used_step is null or last_used_step < ${step}) returning id`.execute(db)
  return rows.length === 1
}

/** Moves the counter of a security key on; false when somebody was faster with as high a count. */
export async function moveCounter(db: Db, factorId: string, counter: number): Promise<boolean> {
  const { rows } = await sql`
    update auth.mfa_factors
       set web_authn_credential = jsonb_set(web_authn_credential, '{counter}', to_jsonb(${counter}::bigint)), updated_at = now()
     where id = ${factorId}
       and ((web_authn_credential ->> 'counter')::bigint < ${counter}::bigint
            or (${counter}::bigint = 0 and (web_authn_credential ->> 'counter')::bigint = 0))
    returning id`.execute(db)
  return rows.length === 1
}

/** Notes that a factor is asked; false when it was asked less than so many seconds ago. */
export async function noteChallenge(db: Db, factorId: string, pauseSeconds: number): Promise<boolean> {
  const { rows } = await sql`
    update auth.mfa_factors set last_challenged_at = now()
     where id = ${factorId} and (last_challenged_at is null
        or last_challenged_at <= now() - make_interval(secs => ${pauseSeconds}::int)) returning id`.execute(
    db,
  )
  return rows.length === 1
}

/** Whether an organization the person belongs to asks everybody for a second factor. */
export async function isAskedForFactor(db: Db, userId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.memberships m
      join auth.security_policies p on p.organization_id = m.organization_id
     where m.user_id = ${userId} and m.status = 'active' and p.require_second_factor limit 1`.execute(db)
  return rows.length === 1
}

/**
 * Sessions that had been raised by a factor that is no more stand where they stood before it.
 * @param kept the session that stays raised, or null
 */
export async function lowerSessions(
  db: Db,
  userId: string,
  factorId: string,
  kept: string | null,
): Promise<void> {
  await sql`
    update auth.sessions
       set aal = case when id = ${kept}::uuid then aal else 'aal1' end, factor_id = null, updated_at = now()
     where user_id = ${userId} and factor_id = ${factorId}`.execute(db)
}
