import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type ApiTokenRow = {
  id: string
  name: string
  prefix: string
  scopes: string[]
  personId: string
  personName: string
  expiresAt: Date | null
  lastUsedAt: Date | null
  createdAt: Date
}

const columns = sql`
  t.id, t.name, t.prefix, t.scopes, t.user_id as person_id, u.name as person_name, t.expires_at, t.last_used_at, t.created_at`

/** Notes that a token is in use, at most once a minute. */
export async function noteApiTokenUse(db: Db, prefix: string): Promise<void> {
  await sql`
    update auth.api_tokens set last_used_at = now()
     where prefix = ${prefix} and (last_used_at is null or last_used_at < now() - interval '1 minute')`.execute(
    db,
  )
}

/** How many of a person's tokens still work here. Their row stays locked, so that two new ones are both counted. */
export async function countLiveTokens(db: Db, organizationId: string, userId: string): Promise<number> {
  await sql`select id from auth.users where id = ${userId} for no key update`.execute(db)
  const { rows } = await sql<{ live: number }>`
    select count(*)::int as live from auth.api_tokens
     where organization_id = ${organizationId} and user_id = ${userId} and revoked_at is null
       and (expires_at is null or expires_at > now())`.execute(db)
  return rows[0]?.live ?? 0
}

/** @returns the token's id, or null when the prefix is taken, which happens once in 10^18 times */
export async function insertApiToken(
  db: Db,
  organizationId: string,
  token: {
    userId: string
    name: string
    prefix: string
    tokenHash: Buffer
    scopes: string[]
    expiresAt: Date | null
  },
): Promise<string | null> {
  const row = await db
    .insertInto('auth.apiTokens')
    .values({ organizationId, ...token })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Tokens that work, newest first: of one person, or of everybody here. */
export async function findApiTokens(
  db: Db,
  organizationId: string,
  wanted: { userId: string | null; before: string | null; limit: number },
): Promise<ApiTokenRow[]> {
  const { rows } = await sql<ApiTokenRow>`
    select ${columns} from auth.api_tokens t join auth.users u on u.id = t.user_id
     where t.organization_id = ${organizationId} and t.revoked_at is null
       and (t.expires_at is null or t.expires_at > now())
       and (${wanted.userId}::uuid is null or t.user_id = ${wanted.userId}::uuid)
       and (${wanted.before}::uuid is null or t.id < ${wanted.before}::uuid)
     order by t.id desc limit ${wanted.limit}`.execute(db)
  return rows
}

export async function findApiToken(db: Db, organizationId: string, id: string): Promise<ApiTokenRow | null> {
  const { rows } = await sql<ApiTokenRow>`
    select ${columns} from auth.api_tokens t join auth.users u on u.id = t.user_id
     where t.organization_id = ${organizationId} and t.id = ${id} and t.revoked_at is null`.execute(db)
  return rows[0] ?? null
}

export async function revokeApiToken(
  db: Db,
  organizationId: string,
  id: string,
  by: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    update auth.api_tokens set revoked_at = now(), revoked_by = ${by}
     where organization_id = ${organizationId} and id = ${id} and revoked_at is null returning id`.execute(db)
  return rows.length === 1
}

/** Ends every token by which programs of a person reach this organization. @returns how many */
export async function revokeApiTokensOf(
  db: Db,
  organizationId: string,
  userId: string,
  by: string | null,
): Promise<number> {
  const { rows } = await sql`
    update auth.api_tokens set revoked_at = now(), revoked_by = ${by}
     where organization_id = ${organizationId} and user_id = ${userId} and revoked_at is null returning id`.execute(
    db,
  )
  return rows.length
}

/** Brings the end of every token within so many days of its making. @returns how many end sooner now */
export async function shortenApiTokens(db: Db, organizationId: string, days: number): Promise<number> {
  const { rows } = await sql`
    update auth.api_tokens set expires_at = created_at + make_interval(days => ${days}::int)
     where organization_id = ${organizationId} and revoked_at is null
       and coalesce(expires_at, 'infinity') > created_at + make_interval(days => ${days}::int)
    returning id`.execute(db)
  return rows.length
}
