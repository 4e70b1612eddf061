import { createHash, randomBytes } from 'node:crypto'
import type { Keys } from '../../platform/keys.ts'

/** Fields that may be hidden later; the hash covers a salted digest of each instead of the value. */
export const redactable = [
  'ip',
  'user_agent',
  'actor_email',
  'prev_values',
  'new_values',
  'metadata',
] as const
export type Redactable = (typeof redactable)[number]

/** Act of hiding what an entry (its entity) holds. */
export const redactionAct = 'audit.entry_redacted'

/** Act of hiding who a person was (its entity) in every entry of theirs and about them. */
export const erasureAct = 'audit.person_erased'
/** What an erasure hides: address, device and email of what they did, and the values of what was done about them. */
export const erasureLevel = { byThem: 2, aboutThem: 3 } as const

/** Fields the hash covers as they are. */
export type FixedFields = {
  organization_id: string
  seq: number
  id: string
  ts: string
  action: string
  actor_id: string | null
  actor_type: string
  impersonated_user: string | null
  entity_type: string
  entity_id: string
  target_id: string | null
  request_id: string
  correlation_id: string | null
}

/** JSON with sorted keys, so that the same value always has the same bytes (after RFC 8785). */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`
}

/** A fresh salt and the digest of one redactable value. */
export function saltedDigest(value: unknown, salt = randomBytes(16).toString('base64url')) {
  const digest = createHash('sha256')
    .update(`${salt}\n${canonical(value ?? null)}`)
    .digest('base64url')
  return { salt, digest }
}

/** The hash of an entry: HMAC-SHA-256 over the hash before it, the fixed fields and the digests. */
export function entryHash(
  keys: Keys,
  previous: Buffer,
  fields: FixedFields,
  digests: Record<string, string>,
): Buffer {
  return keys.mac('audit', `${previous.toString('base64url')}\n${canonical(fields)}\n${canonical(digests)}`)
}

/** Says that an entry that waits is as it was written: whoever can write to the database cannot make this. */
export const waitingSeal = (keys: Keys, entry: object): string =>
  keys.mac('audit-dead-letter', canonical(JSON.parse(JSON.stringify(entry)))).toString('base64url')

/** What the first entry of a chain continues. */
export const genesis = Buffer.alloc(32)
