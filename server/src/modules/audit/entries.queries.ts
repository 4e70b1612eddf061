import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { FixedFields, Redactable } from './entry-hash.ts'

/** Runs `work` so that its failure leaves the transaction usable. */
export async function withSavepoint(db: Db, work: () => Promise<void>): Promise<void> {
  await sql`savepoint audit_entry`.execute(db)
  try {
    await work()
    await sql`release savepoint audit_entry`.execute(db)
  } catch (error) {
    await sql`rollback to savepoint audit_entry`.execute(db)
    throw error
  }
}

export async function lockHead(
  db: Db,
  organizationId: string,
): Promise<{ seq: number; hash: Buffer } | null> {
  const { rows } = await sql<{ seq: number; hash: Buffer }>`
    select seq, hash from audit.lock_head(${organizationId}::uuid)`.execute(db)
  return rows[0] ?? null
}

export async function findHead(
  db: Db,
  organizationId: string,
): Promise<{ seq: number; hash: Buffer } | null> {
  const { rows } = await sql<{ seq: number; hash: Buffer }>`
    select seq, hash from audit.heads where organization_id = ${organizationId}`.execute(db)
  return rows[0] ?? null
}

export async function append(db: Db, entry: object, previous: Buffer, hash: Buffer): Promise<void> {
  await sql`select audit.append(${JSON.stringify(entry)}::jsonb, ${previous}, ${hash})`.execute(db)
}

export async function redactEntry(
  db: Db,
  organizationId: string,
  seq: number,
  level: number,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select audit.redact(${organizationId}::uuid, ${seq}::bigint, ${level}::smallint) as done`.execute(db)
  return rows[0]?.done ?? false
}

/** Hides who a person was in what they did and in what was done about them. */
export async function redactPerson(
  db: Db,
  organizationId: string,
  userId: string,
  level: { byThem: number; aboutThem: number },
): Promise<void> {
  await sql`
    select audit.redact(organization_id, seq, ${level.byThem}::smallint) from audit.entries
     where organization_id = ${organizationId} and actor_id = ${userId} and redaction_level < ${level.byThem}`.execute(
    db,
  )
  await sql`
    select audit.redact(organization_id, seq, ${level.aboutThem}::smallint) from audit.entries
     where organization_id = ${organizationId} and entity_type = 'person' and entity_id = ${userId}
       and redaction_level < ${level.aboutThem}`.execute(db)
}

/** An entry as a person reads it. */
export type Entry = {
  seq: number
  id: string
  ts: Date
  action: string
  actorId: string | null
  actorEmail: string | null
  actorType: string
  impersonatedUser: string | null
  entityType: string
  entityId: string
  targetId: string | null
  requestId: string
  ip: string | null
  userAgent: string | null
  prevValues: Record<string, unknown> | null
  newValues: Record<string, unknown> | null
  metadata: Record<string, unknown> | null
  redactionLevel: number
}

export type EntryFilter = {
  action?: string | undefined
  actorId?: string | undefined
  entityType?: string | undefined
  entityId?: string | undefined
  requestId?: string | undefined
  from?: Date | undefined
  until?: Date | undefined
}

/** Entries of an organization, newest first, before a sequence number. */
export async function listEntries(
  db: Db,
  organizationId: string,
  filter: EntryFilter,
  page: { limit: number; before: number | null },
): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select seq, id, ts, action, actor_id, actor_email, actor_type, impersonated_user, entity_type, entity_id, target_id,
           request_id, ip, user_agent, prev_values, new_values, metadata, redaction_level
      from audit.entries
     where organization_id = ${organizationId}
       ${page.before === null ? sql`` : sql`and seq < ${page.before}`}
       ${filter.action ? sql`and starts_with(action, ${filter.action})` : sql``}
       ${filter.actorId ? sql`and actor_id = ${filter.actorId}` : sql``}
       ${filter.entityType ? sql`and entity_type = ${filter.entityType}` : sql``}
       ${filter.entityId ? sql`and entity_id = ${filter.entityId}` : sql``}
       ${filter.requestId ? sql`and request_id = ${filter.requestId}` : sql``}
       ${filter.from ? sql`and ts >= ${filter.from}` : sql``}
       ${filter.until ? sql`and ts < ${filter.until}` : sql``}
     order by seq desc limit ${page.limit}`.execute(db)
  return rows
}

export async function findEntry(db: Db, organizationId: string, seq: number): Promise<Entry | null> {
  const rows = await listEntries(db, organizationId, {}, { limit: 1, before: seq + 1 })
  return rows[0]?.seq === seq ? rows[0] : null
}

/** An entry with all that the chain is made of. */
export type ChainEntry = Omit<FixedFields, 'ts'> & { ts: Date } & Record<Redactable, unknown> & {
    /** The time as it stands in the table, to the microsecond: ISO 8601 in UTC. */
    exact_ts: string
    redaction_level: number
    salts: Record<string, string>
    digests: Record<string, string>
    prev_hash: Buffer
    hash: Buffer
  }

/**
 * The next entries of a chain, oldest first.
 * @param after the last one that was read; null begins with whatever comes first, also below 1
 */
export async function readChain(
  db: Db,
  organizationId: string,
  after: ChainEntry | null,
  limit: number,
): Promise<ChainEntry[]> {
  // Column names stay as they are: they are the names the hash was made over.
  const { rows } = await sql<{
    entry: Omit<ChainEntry, 'ts' | 'exact_ts' | 'prev_hash' | 'hash'>
    ts: Date
    exactTs: string
    prevHash: Buffer
    hash: Buffer
  }>`
    select to_jsonb(e) - 'ts' - 'prev_hash' - 'hash' as entry, ts, prev_hash, hash,
           to_char(ts at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as exact_ts
      from audit.entries e
     where organization_id = ${organizationId} ${after ? sql`and (seq, ts) > (${after.seq}, ${after.exact_ts}::timestamptz)` : sql``}
     order by seq, ts limit ${limit}`.execute(db)
  return rows.map(({ entry, exactTs, prevHash, ...row }) => ({
    ...entry,
    ...row,
    exact_ts: exactTs,
    prev_hash: prevHash,
  }))
}

/** Organizations that have a chain, entries without one, or had a chain when it was last read. */
export async function organizationsWithChains(db: Db): Promise<string[]> {
  const { rows } = await sql<{ organizationId: string }>`
    select organization_id from audit.heads
     union select distinct organization_id from audit.entries
     union select distinct organization_id from audit.verifications order by 1`.execute(db)
  return rows.map((row) => row.organizationId)
}
