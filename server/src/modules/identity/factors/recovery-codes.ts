import { randomInt } from 'node:crypto'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { record } from '../../audit/index.ts'
import { countGuess } from '../attempts.ts'
import { WrongCode } from '../errors.ts'
import { raise, requireRecentProof } from '../sessions/second-proofs.ts'
import { noteTry } from '../sessions/sessions.ts'
import { NoSecondFactor, SecondFactorNeeded } from './errors.ts'
import { holdStanding, selfOf, tellOfFactor } from './factors.ts'
import { warnOfGuesses } from './guess-warnings.ts'
import { countCodes, deleteCodes, replaceCodes, takeCode } from './recovery-codes.queries.ts'

const howMany = 10
const letters = 'abcdefghijklmnopqrstuvwxyz234567'
const length = 16
/** Guesses of one person in a window, whatever code they try. */
const mostGuesses = 5
const windowSeconds = 300

/** A code of 80 random bits. */
const newCode = () => Array.from({ length }, () => letters[randomInt(letters.length)]).join('')

/** A code as somebody may have written it down: spaces, hyphens and capitals do not matter. */
const normal = (code: string) => code.toLowerCase().replace(/[\s\-_.]/g, '')

const hash = (ctx: Ctx, userId: string, code: string) =>
  ctx.app.keys.mac('recovery-code', `${userId}.${normal(code)}`)

/** Makes fresh codes in place of all earlier ones; they are told this once. Hold the person first. */
export async function makeCodes(ctx: Ctx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode)
  await replaceCodes(
    ctx.db,
    userId,
    codes.map((code) => hash(ctx, userId, code)),
  )
  await record(ctx, 'identity.recovery_codes_made', { entityType: 'person', entityId: userId })
  return codes
}

/**
 * Fresh codes for whoever asks; the earlier ones are worth nothing any more. In the caller's transaction.
 * @throws ProofTooOld, SecondFactorNeeded, NoSecondFactor
 */
export async function renewCodes(ctx: Ctx): Promise<string[]> {
  requireRecentProof(ctx)
  const self = selfOf(ctx)
  const standing = await holdStanding(ctx, self)
  if (!standing.factors.some((factor) => factor.isVerified)) throw NoSecondFactor()
  if (standing.aal === 'aal1') throw SecondFactorNeeded()
  return makeCodes(ctx, self.userId)
}

/**
 * Forgets the codes of whoever asks. In the caller's transaction.
 * @returns whether there were any
 * @throws ProofTooOld, SecondFactorNeeded
 */
export async function forgetCodes(ctx: Ctx): Promise<boolean> {
  requireRecentProof(ctx)
  const self = selfOf(ctx)
  if ((await holdStanding(ctx, self)).aal === 'aal1') throw SecondFactorNeeded()
  const forgotten = await deleteCodes(ctx.db, self.userId)
  if (forgotten > 0)
    await record(ctx, 'identity.recovery_codes_removed', { entityType: 'person', entityId: self.userId })
  return forgotten > 0
}

/**
 * A code in place of a second factor that is lost: raises the session. Opens its own transactions.
 * @returns the session's new token and how many codes are left
 * @throws WrongCode, TooManyRequests
 */
export async function redeemCode(
  ctx: Ctx,
  code: string,
): Promise<{ token: string; sessionId: string; left: number }> {
  const self = selfOf(ctx)
  await warnOfGuesses(ctx, self.userId, () =>
    countGuess(ctx.app, `recovery code ${self.userId}`, mostGuesses, windowSeconds),
  )
  const redeemed = await withTransaction(ctx.app, ctx, async (tx) => {
    const { holder } = await holdStanding(tx, self)
    if (!(await takeCode(tx.db, self.userId, hash(ctx, self.userId, code)))) {
      await noteTry(tx, { userId: self.userId, method: 'mfa/recovery_code', failureReason: WrongCode.code })
      return null
    }
    const token = await raise(tx, self.sessionId, { method: 'mfa/recovery_code', aal: 'aal2' })
    const { left } = await countCodes(tx.db, self.userId)
    await record(tx, 'identity.recovery_code_used', {
      entityType: 'person',
      entityId: self.userId,
      metadata: { left },
    })
    await tellOfFactor(tx, holder, 'recovery_code_used', left)
    return { token, sessionId: self.sessionId, left }
  })
  if (!redeemed) throw WrongCode()
  return redeemed
}
