import { Malformed } from '../errors.ts'
import type { Page } from './schemas.ts'

// Ids are UUIDv7, so their order is the order of time and one column is cursor enough.
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const number = /^\d{1,15}$/

const decode = (cursor: string) => Buffer.from(cursor, 'base64url').toString('utf8')
const refused = () => Malformed({ reason: 'the cursor is not one of ours; start again without it' })

/** The id a page begins after, or null for the first page. */
export function idCursor(cursor: string | undefined): string | null {
  if (!cursor) return null
  const id = decode(cursor)
  if (!uuid.test(id)) throw refused()
  return id
}

/** The number a page begins after, or null for the first page. */
export function numberCursor(cursor: string | undefined): number | null {
  if (!cursor) return null
  const place = decode(cursor)
  if (!number.test(place)) throw refused()
  return Number(place)
}

/** Cuts one row more than asked for into a page with the cursor of its last row. */
export function pageOf<T>(rows: T[], limit: number, place: (row: T) => string | number): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  if (rows.length <= limit || last === undefined) return { items, next: null }
  return { items, next: Buffer.from(String(place(last))).toString('base64url') }
}
