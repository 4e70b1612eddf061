import type { App, Ctx } from '../../../platform/ctx.ts'
import { countDaysSince, findDays, findLastCounted, keepDays, type LoginDay } from './login-days.queries.ts'

const day = 24 * 3600_000
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10)
const midnight = (text: string) => new Date(`${text}T00:00:00Z`)
/** A day is counted once the last sign-in that began on it is surely written. */
const pause = 3600_000
const longest = 400

/** The day up to which (it included) days may be counted for good. */
const lastFinished = (now: Date) => new Date(midnight(dayOf(new Date(now.getTime() - pause))).getTime() - day)

/**
 * Tries to sign in at the organization on each of the last days (UTC), today included, also days without any. Finished
 * days were counted beforehand, so it costs the same however many there were.
 */
export async function loginDays(ctx: Ctx, days: number): Promise<LoginDay[]> {
  const first = new Date(midnight(dayOf(ctx.now)).getTime() - (days - 1) * day)
  const counted = await findLastCounted(ctx.db)
  const kept =
    counted && counted >= dayOf(first) ? await findDays(ctx.db, ctx.organizationId, dayOf(first)) : []
  const since = counted ? new Date(Math.max(first.getTime(), midnight(counted).getTime() + day)) : first
  const fresh = await countDaysSince(ctx.db, ctx.organizationId, since)
  const known = new Map([...kept, ...fresh].map((row) => [row.day, row]))
  return Array.from({ length: days }, (_, n) => {
    const name = dayOf(new Date(first.getTime() + n * day))
    return known.get(name) ?? { day: name, succeeded: 0, failed: 0 }
  })
}

/** Counts the days that have finished since the last time. */
export async function countLoginDays(app: App, now = new Date()): Promise<void> {
  const counted = await findLastCounted(app.database.db)
  const until = lastFinished(now).getTime() + day
  const from = counted ? midnight(counted).getTime() + day : until - longest * day
  for (let start = from; start < until; start += day)
    await keepDays(app.database.db, new Date(start), new Date(start + day))
}
