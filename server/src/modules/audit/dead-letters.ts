import { system } from '../../platform/actor.ts'
import { type App, withTransaction } from '../../platform/ctx.ts'
import {
  isWritten,
  lockDeadLetter,
  noteFailedRetry,
  openDeadLetters,
  resolveDeadLetter,
} from './dead-letters.queries.ts'
import { waitingSeal } from './entry-hash.ts'
import { appendToChain, type Draft } from './record.ts'

/**
 * Tries again to write entries that could not be written. One that fails again stays for the next try.
 * @param only the organization whose entries are tried; null tries all
 * @returns how many found their place in the chain
 */
export async function retryDeadLetters(app: App, only: string | null): Promise<number> {
  let written = 0
  for (const { organizationId, id } of await openDeadLetters(app.database.db, only)) {
    const seed = { actor: system, organizationId, requestId: `dead-letter-${id}` }
    try {
      await withTransaction(app, seed, async (ctx) => {
        const letter = await lockDeadLetter(ctx.db, organizationId, id)
        if (!letter) return
        const { seal, ...entry } = letter.eventData as Draft & { seal: string }
        if (seal !== waitingSeal(app.keys, entry)) throw new Error('The letter is not as it was written.')
        const isNew = !(await isWritten(ctx.db, entry))
        if (isNew) await appendToChain(ctx, entry)
        await resolveDeadLetter(ctx.db, organizationId, id)
        if (isNew) written += 1
      })
    } catch (error) {
      await noteFailedRetry(app.database.db, organizationId, id, (error as Error).message)
    }
  }
  return written
}
