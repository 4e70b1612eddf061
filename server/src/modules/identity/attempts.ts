import { createHash } from 'node:crypto'
import type { App } from '../../platform/ctx.ts'
import { TooManyRequests } from '../../platform/errors.ts'
import { hit } from '../../platform/http/limits.queries.ts'

/**
 * Counts one guess before it is checked, wherever it comes from and however the rest ends: parallel guesses
 * cannot slip past. On a connection of its own, so a rolled-back transaction does not give tries back.
 * @param about what is guessed, such as `factor <id>` or `code <address>`
 * @throws TooManyRequests
 */
export async function countGuess(
  app: App,
  about: string,
  most: number,
  windowSeconds: number,
): Promise<void> {
  // Addresses are not kept beside the accounts they belong to.
  const digest = createHash('sha256').update(about).digest('base64url')
  const { used, resetSeconds } = await hit(app.database.db, `guess ${digest}`, windowSeconds)
  if (used > most)
    throw TooManyRequests({ seconds: resetSeconds }, { headers: { 'retry-after': String(resetSeconds) } })
}
