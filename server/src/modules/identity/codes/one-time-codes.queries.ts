import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** Kinds of links and codes that are sent by mail or text message. */
export type CodeType =
  | 'confirmation_token'
  | 'magiclink_token'
  | 'recovery_token'
  | 'invite_token'
  | 'email_change_token_new'
  | 'email_change_token_current'
  | 'email_address_token'
  | 'phone_token'
  | 'phone_change_token'
  | 'reauthentication_token'

/** What takes effect when a link or code is used. */
export type CodePending = {
  /** Somebody new comes to be, with this id. */
  userId?: string
  name?: string
  encryptedPassword?: string | null
  /** What an app knows of them (`user_metadata`). */
  data?: Record<string, unknown>
  /** The address or number that becomes theirs. */
  newAddress?: string
  /** Ties the two confirmations of one change of address together. */
  changeId?: string
  /** This half of the change was confirmed. */
  accepted?: boolean
  /** How the message travels. */
  channel?: 'sms' | 'whatsapp'
}

export type CodeRow = {
  id: string
  type: CodeType
  userId: string | null
  organizationId: string | null
  relatesTo: string
  pending: CodePending
  redirectTo: string | null
  flowStateId: string | null
}

const columns = sql`id, token_type as type, user_id, organization_id, relates_to, pending, redirect_to, flow_state_id`

/** What was to take effect is handed on and not kept; only the halves of a change of address wait for each other. */
const using = sql`consumed_at = now(), updated_at = now(), pending = case when pending ? 'changeId' then pending else '{}' end`
const used = sql`old.id, old.token_type as type, old.user_id, old.organization_id, old.relates_to, old.pending, old.redirect_to, old.flow_state_id`

/** Whoever asks for codes for an address waits for one another. */
export async function holdAddress(db: Db, address: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`code ${address}`}, 0))`.execute(db)
}

/** When the last code of a kind went to an address, and how many of all kinds did within the hour. */
export async function findLastSent(
  db: Db,
  type: CodeType,
  address: string,
): Promise<{ sentAt: Date | null; sentInHour: number }> {
  const { rows } = await sql<{ sentAt: Date | null; sentInHour: number }>`
    select max(sent_at) filter (where token_type = ${type}) as sent_at, count(*)::int as sent_in_hour
      from auth.one_time_tokens
     where relates_to = ${address} and sent_at > now() - interval '1 hour'`.execute(db)
  return rows[0]!
}

/** What the last link of some kinds to an address was to bring about, if it was not used. */
export async function findLastPending(
  db: Db,
  types: readonly CodeType[],
  address: string,
): Promise<CodePending | null> {
  const { rows } = await sql<{ pending: CodePending }>`
    select pending from auth.one_time_tokens
     where relates_to = ${address} and token_type = any(${types}::text[]) and consumed_at is null
     order by id desc limit 1`.execute(db)
  return rows[0]?.pending ?? null
}

/** Whether somebody at another network address asked to sign up with an address lately. */
export async function hasRivalSignUp(
  db: Db,
  type: CodeType,
  address: string,
  ip: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.one_time_tokens
     where relates_to = ${address} and token_type = ${type} and expires_at > now()
       and ip_address is distinct from ${ip}::inet and sent_at is not null
     limit 1`.execute(db)
  return rows.length > 0
}

export async function insertCode(
  db: Db,
  row: {
    tokenType: CodeType
    userId: string | null
    organizationId: string | null
    relatesTo: string
    pending: CodePending
    redirectTo: string | null
    flowStateId: string | null
    ipAddress: string | null
    tokenHash: Buffer
    sentAt: Date
    expiresAt: Date
  },
): Promise<string> {
  const { id } = await db
    .insertInto('auth.oneTimeTokens')
    .values({ ...row, pending: JSON.stringify(row.pending) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What was asked for, while it waits to be armed. */
export async function findPrepared(db: Db, id: string): Promise<CodeRow | null> {
  const { rows } = await sql<CodeRow>`
    select ${columns} from auth.one_time_tokens
     where id = ${id} and code_hash is null and consumed_at is null and expires_at > now()`.execute(db)
  return rows[0] ?? null
}

/** Gives a prepared row its secrets, once; null when it was voided meanwhile. */
export async function armCode(
  db: Db,
  id: string,
  secrets: { userId: string | null; tokenHash: Buffer; codeHash: Buffer },
): Promise<Date | null> {
  const { rows } = await sql<{ expiresAt: Date }>`
    update auth.one_time_tokens
       set token_hash = ${secrets.tokenHash}, code_hash = ${secrets.codeHash},
           user_id = coalesce(user_id, ${secrets.userId}::uuid), updated_at = now()
     where id = ${id} and code_hash is null and consumed_at is null and expires_at > now()
    returning expires_at`.execute(db)
  return rows[0]?.expiresAt ?? null
}

export async function dropCode(db: Db, id: string): Promise<void> {
  await sql`
    update auth.one_time_tokens set consumed_at = now(), pending = '{}', updated_at = now()
     where id = ${id} and consumed_at is null`.execute(db)
}

/** Voids open links and codes of an address; what was to take effect is forgotten. */
export async function voidCodes(db: Db, address: string, types: readonly CodeType[]): Promise<void> {
  await sql`
    update auth.one_time_tokens set consumed_at = now(), pending = '{}', updated_at = now()
     where relates_to = ${address} and token_type = any(${types}::text[]) and consumed_at is null`.execute(db)
}

/** Voids links and codes of a person, and what half-finished ones were to bring about. */
export async function voidCodesOf(db: Db, userId: string, types: readonly CodeType[]): Promise<void> {
  await sql`
    update auth.one_time_tokens set consumed_at = coalesce(consumed_at, now()), pending = '{}', updated_at = now()
     where user_id = ${userId} and token_type = any(${types}::text[])
       and (consumed_at is null or pending <> '{}')`.execute(db)
}

/** Counts one try against every open code of an address that is young enough and has tries left, and returns those. */
export async function countTry(
  db: Db,
  address: string,
  types: readonly CodeType[],
  limits: { mostTries: number; seconds: number },
): Promise<Array<{ id: string; type: CodeType; codeHash: Buffer }>> {
  const { rows } = await sql<{ id: string; type: CodeType; codeHash: Buffer }>`
    update auth.one_time_tokens set tries = tries + 1, updated_at = now()
     where relates_to = ${address} and token_type = any(${types}::text[]) and code_hash is not null
       and consumed_at is null and expires_at > now() and tries < ${limits.mostTries}
       and sent_at > now() - make_interval(secs => ${limits.seconds}::int)
    returning id, token_type as type, code_hash`.execute(db)
  return rows
}

export async function consumeCode(db: Db, id: string): Promise<CodeRow | null> {
  const { rows } = await sql<CodeRow>`
    update auth.one_time_tokens set ${using}
     where id = ${id} and consumed_at is null and expires_at > now()
    returning ${used}`.execute(db)
  return rows[0] ?? null
}

export async function consumeLink(
  db: Db,
  types: readonly CodeType[],
  tokenHash: Buffer,
): Promise<CodeRow | null> {
  const { rows } = await sql<CodeRow>`
    update auth.one_time_tokens set ${using}
     where token_hash = ${tokenHash} and token_type = any(${types}::text[]) and code_hash is not null
       and consumed_at is null and expires_at > now()
    returning ${used}`.execute(db)
  return rows[0] ?? null
}

/** Notes that one half of a change of address was confirmed; true when the other half was before. */
export async function acceptHalf(db: Db, id: string, changeId: string, userId: string): Promise<boolean> {
  const { rows } = await sql<{ complete: boolean }>`
    with accepted as (
      update auth.one_time_tokens set pending = pending || '{"accepted": true}' where id = ${id} returning id
    )
    select exists (select 1 from auth.one_time_tokens t
                    where t.user_id = ${userId} and t.pending ->> 'changeId' = ${changeId} and t.id <> accepted.id
                      and t.pending -> 'accepted' = 'true') as complete
      from accepted`.execute(db)
  return rows[0]?.complete ?? false
}
