import { randomBytes } from 'node:crypto'

let last = 0n

/**
 * A UUID of version 7 (RFC 9562), as PostgreSQL's `uuidv7()` makes them: ids made one after the other sort in that
 * order, also within a millisecond. For rows that need their id before they are inserted.
 */
export function uuidv7(): string {
  // 48 bits of milliseconds, then 12 bits that count on within one.
  const now = BigInt(Date.now()) << 12n
  last = now > last ? now : last + 1n
  const time = (last >> 12n).toString(16).padStart(12, '0')
  const count = (last & 0xfffn).toString(16).padStart(3, '0')
  const random = randomBytes(8)
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80
  const tail = random.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
