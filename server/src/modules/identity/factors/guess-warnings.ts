import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { AppError, TooManyRequests } from '../../../platform/errors.ts'
import { hit } from '../../../platform/http/limits.queries.ts'
import { record } from '../../audit/index.ts'
import { holdPerson } from './factors.queries.ts'
import { tellOfFactor } from './factors.ts'

const day = 24 * 3600

/**
 * Counts guesses, and tells the person once a day when there are too many: somebody else may know their
 * password (ASVS 6.3.5).
 * @throws what `count` throws
 */
export async function warnOfGuesses(ctx: Ctx, userId: string, count: () => Promise<void>): Promise<void> {
  try {
    await count()
  } catch (error) {
    if (error instanceof AppError && error.code === TooManyRequests.code) await warn(ctx, userId)
    throw error
  }
}

async function warn(ctx: Ctx, userId: string): Promise<void> {
  const { used } = await hit(ctx.app.database.db, `warned of guesses ${userId}`, day)
  if (used > 1) return
  await withTransaction(ctx.app, ctx, async (tx) => {
    const holder = await holdPerson(tx.db, userId)
    if (!holder) return
    await record(tx, 'identity.factor_guesses', {
      entityType: 'person',
      entityId: userId,
      targetId: userId,
    })
    await tellOfFactor(tx, holder, 'factor_guesses', '')
  })
}
