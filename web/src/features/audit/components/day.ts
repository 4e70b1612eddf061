/**
 * The moment a day begins in a time zone.
 * @param day `2026-11-20`
 * @returns ISO 8601 in UTC, or null when it is not a day
 */
export function startOfDay(day: string, timeZone: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const utc = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(utc)) return null
  // The offset at midnight may differ from that at midnight UTC, so it is looked up twice.
  const first = utc - offsetAt(utc, timeZone)
  return new Date(utc - offsetAt(first, timeZone)).toISOString()
}

/** The moment the day after begins. */
export function endOfDay(day: string, timeZone: string): string | null {
  const begin = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(begin)) return null
  return startOfDay(new Date(begin + 24 * 3600_000).toISOString().slice(0, 10), timeZone)
}

/** How far a time zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name)
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return (match[1] === '-' ? -1 : 1) * minutes * 60_000
}
