import type { App } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/database.ts'
import { sameBytes } from '../../platform/keys.ts'
import { type ChainEntry, findHead, readChain } from './entries.queries.ts'
import {
  entryHash,
  erasureAct,
  erasureLevel,
  type FixedFields,
  genesis,
  type Redactable,
  redactable,
  redactionAct,
  saltedDigest,
} from './entry-hash.ts'
import { insertVerification, longestIntact } from './verifications.queries.ts'

/** What is wrong with the first bad entry of a chain. */
export type Failure = {
  seq: number
  id: string | null
  ts: Date | null
  /** missing: a gap; reordered: out of sequence; broken_link: does not continue the one before; altered: content does not fit the hash; truncated: the end was cut off; replaced: an entry that was read before is another now. */
  kind: 'missing' | 'reordered' | 'broken_link' | 'altered' | 'truncated' | 'replaced'
  field: string | null
}

export type Verification = {
  organizationId: string
  status: 'intact' | 'broken'
  totalEntries: number
  verifiedEntries: number
  firstFailure: Failure | null
}

/** From which level on a field may be empty although its digest says otherwise. */
const hiddenFrom: Record<Redactable, number> = {
  ip: 1,
  user_agent: 1,
  actor_email: 2,
  prev_values: 3,
  new_values: 3,
  metadata: 3,
}

const batch = 500

/**
 * Reads one organization's chain from its first entry and names the first bad one. A reader of its own: it
 * recomputes every digest and hash from what the tables hold, and trusts nothing that was written with them.
 */
export async function verifyChain(app: App, organizationId: string): Promise<Verification> {
  // One snapshot: an entry that is written meanwhile must not look like one behind the end.
  const { verification, headHash } = await app.database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((snapshot) => readWhole(app, snapshot, organizationId))
  await insertVerification(app.database.db, verification, headHash)
  return verification
}

async function readWhole(app: App, db: Db, organizationId: string) {
  const head = await findHead(db, organizationId)
  const known = await longestIntact(db, organizationId)
  let previous: Buffer = genesis
  let seq = 0
  let last: ChainEntry | null = null
  let failure: Failure | null = null
  const redactions = createRedactionCheck()
  while (!failure) {
    const entries: ChainEntry[] = await readChain(db, organizationId, last, batch)
    if (entries.length === 0) break
    for (const entry of entries) {
      failure = checkEntry(app, entry, seq + 1, previous)
      if (failure) break
      if (known?.rangeEnd === entry.seq && known.headHash && !sameBytes(known.headHash, entry.hash)) {
        failure = at(entry, 'replaced', null)
        break
      }
      redactions.read(entry)
      previous = entry.hash
      seq = entry.seq
      last = entry
    }
  }
  failure ??= redactions.firstUnrecorded()
  if (!failure && head && (head.seq !== seq || !sameBytes(head.hash, previous))) {
    failure = { seq: seq + 1, id: null, ts: null, kind: 'truncated', field: null }
  }
  if (!failure && !head && seq > 0) failure = { seq, id: null, ts: null, kind: 'truncated', field: 'head' }
  if (!failure && known && known.rangeEnd > seq) {
    failure = { seq: seq + 1, id: null, ts: null, kind: 'truncated', field: null }
  }
  const verification: Verification = {
    organizationId,
    status: failure ? 'broken' : 'intact',
    totalEntries: Math.max(head?.seq ?? 0, seq, known?.rangeEnd ?? 0),
    verifiedEntries: seq,
    firstFailure: failure,
  }
  return { verification, headHash: failure ? null : previous }
}

/**
 * Sets what is hidden against what was recorded of hiding it. The hash cannot tell: it covers digests only, so
 * that a redaction leaves the chain whole; but the act of redacting is an entry that nobody can forge.
 */
function createRedactionCheck() {
  const hidden: ChainEntry[] = []
  const recorded = new Map<string, number>()
  const erased = new Set<string>()
  return {
    read(entry: ChainEntry) {
      if (entry.redaction_level > 0) hidden.push(entry)
      if (entry.action === erasureAct) erased.add(entry.entity_id)
      if (entry.action !== redactionAct) return
      // An act whose own values are hidden by now says only that there was one.
      const { level = 3 } = (entry.metadata ?? {}) as { level?: number }
      recorded.set(entry.entity_id, Math.max(level, recorded.get(entry.entity_id) ?? 0))
    },
    firstUnrecorded(): Failure | null {
      const allowed = (entry: ChainEntry) =>
        Math.max(
          recorded.get(entry.id) ?? 0,
          entry.actor_id !== null && erased.has(entry.actor_id) ? erasureLevel.byThem : 0,
          entry.entity_type === 'person' && erased.has(entry.entity_id) ? erasureLevel.aboutThem : 0,
        )
      const entry = hidden.find((each) => each.redaction_level > allowed(each))
      return entry ? at(entry, 'altered', 'redaction_level') : null
    },
  }
}

function at(entry: ChainEntry, kind: Failure['kind'], field: string | null): Failure {
  return { seq: entry.seq, id: entry.id, ts: entry.ts, kind, field }
}

function checkEntry(app: App, entry: ChainEntry, expected: number, previous: Buffer): Failure | null {
  if (entry.seq > expected) return { seq: expected, id: null, ts: null, kind: 'missing', field: null }
  if (entry.seq < expected) return at(entry, 'reordered', null)
  if (!sameBytes(entry.prev_hash, previous)) return at(entry, 'broken_link', null)
  for (const field of redactable) {
    const salt = entry.salts[field]
    const digest = entry.digests[field]
    if (!digest) return at(entry, 'altered', field)
    if (salt === undefined) {
      // A redaction takes value and salt together, and only at its level.
      if (entry.redaction_level < hiddenFrom[field] || entry[field] !== null)
        return at(entry, 'altered', field)
      continue
    }
    if (entry.redaction_level >= hiddenFrom[field]) return at(entry, 'altered', field)
    if (saltedDigest(entry[field], salt).digest !== digest) return at(entry, 'altered', field)
  }
  const fields: FixedFields = {
    organization_id: entry.organization_id,
    seq: entry.seq,
    id: entry.id,
    // Entries are written to the millisecond; whatever else stands there now is hashed along.
    ts: entry.exact_ts.replace(/000Z$/, 'Z'),
    action: entry.action,
    actor_id: entry.actor_id,
    actor_type: entry.actor_type,
    impersonated_user: entry.impersonated_user,
    entity_type: entry.entity_type,
    entity_id: entry.entity_id,
    target_id: entry.target_id,
    request_id: entry.request_id,
    correlation_id: entry.correlation_id,
  }
  if (!sameBytes(entry.hash, entryHash(app.keys, previous, fields, entry.digests)))
    return at(entry, 'altered', null)
  return null
}
