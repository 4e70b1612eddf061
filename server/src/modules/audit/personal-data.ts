import type { PersonalData } from '../../platform/personal-data.ts'
import { listEntries, redactPerson } from './entries.queries.ts'
import { erasureAct, erasureLevel } from './entry-hash.ts'
import { record } from './record.ts'

/** The chain stays whole: what says who somebody was is hidden, and that is an entry of its own. */
export const personalData: PersonalData = {
  async export(ctx, userId) {
    const page = { limit: 10_000, before: null }
    const entries = await listEntries(ctx.db, ctx.organizationId, { actorId: userId }, page)
    if (entries.length === 0) return null
    return {
      acts: entries.map(({ ts, action, entityType, entityId, ip, userAgent }) => ({
        ts,
        action,
        entityType,
        entityId,
        ip,
        userAgent,
      })),
    }
  },
  async erase(ctx, userId) {
    const [done] = await listEntries(
      ctx.db,
      ctx.organizationId,
      { action: erasureAct, entityType: 'person', entityId: userId },
      { limit: 1, before: null },
    )
    const about = { entityType: 'person', entityId: userId }
    const hasEntries = async (filter: object) =>
      (await listEntries(ctx.db, ctx.organizationId, filter, { limit: 1, before: null })).length > 0
    if (!done && !(await hasEntries({ actorId: userId })) && !(await hasEntries(about))) return
    await redactPerson(ctx.db, ctx.organizationId, userId, erasureLevel)
    if (!done) await record(ctx, erasureAct, about)
  },
}
