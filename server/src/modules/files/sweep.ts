import { system } from '../../platform/actor.ts'
import { type App, withTransaction } from '../../platform/ctx.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors.ts'
import { eachByItself } from '../../platform/schedules.ts'
import { bytesOf } from './byte-store.ts'
import { removeFiles } from './objects.ts'
import { takeOldPendingWrites } from './pending-writes.queries.ts'
import { findExpired, takeDeletedBytes } from './sweep.queries.ts'

/**
 * Removes files whose time is over, and bytes without a file: those of deleted files and those whose row never
 * came, both after a day. Only what is on record goes; unknown files in the folder are left alone, because it
 * may be shared with another installation.
 */
export async function sweep(app: App): Promise<void> {
  await removeExpired(app)
  await removeBytes(app, takeDeletedBytes)
  await removeBytes(app, takeOldPendingWrites)
}

async function removeExpired(app: App) {
  let after = new Date(0)
  for (;;) {
    const expired = await findExpired(app.database.db, after)
    await eachByItself(app, expired, async ({ organizationId, id }) => {
      try {
        await withTransaction(app, { actor: system, organizationId, requestId: 'files.sweep' }, (ctx) =>
          removeFiles(ctx, [id], 'expired'),
        )
      } catch (error) {
        // Somebody still uses it; the next sweep tries again.
        if (!(error instanceof AppError)) throw error
      }
    })
    const last = expired.at(-1)
    if (!last || expired.length < 100) return
    after = last.expiresAt
  }
}

/** The record goes in the transaction that holds it while the bytes go, so a crash between them repeats both. */
async function removeBytes(app: App, take: (db: Db) => Promise<string[]>) {
  for (;;) {
    const taken = await inTransaction(app.database.db, async (tx) => {
      const versions = await take(tx)
      for (const version of versions) await bytesOf(app).remove(version)
      return versions.length
    })
    if (taken === 0) return
  }
}
