import { anonymous } from '../../platform/actor.ts'
import { type App, withTransaction } from '../../platform/ctx.ts'
import type { Schedule } from '../../platform/module.ts'
import { eachByItself } from '../../platform/schedules.ts'
import { findOwn, listOverdue } from './attempts.queries.ts'
import { grace, submitAttempt } from './attempts.ts'

/** Hands in what is left of attempts whose time ran out, for those who did not come back. */
export const closeOverdue: Schedule = {
  name: 'learning.close_overdue_attempts',
  everySeconds: 60,
  async run(app: App) {
    const overdue = await listOverdue(app.database.db, new Date(Date.now() - grace))
    await eachByItself(app, overdue, async ({ organizationId, attemptId, userId }) => {
      const actor = { ...anonymous, kind: 'person' as const, userId }
      await withTransaction(
        app,
        { actor, organizationId, requestId: 'learning.close_overdue_attempts' },
        async (ctx) => {
          const attempt = await findOwn(ctx.db, organizationId, attemptId, userId, { holdOutline: true })
          if (attempt) await submitAttempt(ctx, attempt, {})
        },
      )
    })
  },
}
