import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { record } from '../../audit/index.ts'
import { countGuess } from '../attempts.ts'
import { codeSeconds, issueCode, redeemCode } from '../codes/one-time-codes.ts'
import { WrongCode, WrongPassword } from '../errors.ts'
import { sendLetter } from '../letters.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { PasskeyRefused } from '../passkeys/errors.ts'
import { findPasskeys } from '../passkeys/passkeys.queries.ts'
import { type SignedQuestion, withPasskey } from '../passkeys/sign-in.ts'
import { passwordFits } from '../passwords/passwords.ts'
import { findLanguage, findSecret } from '../people/people.queries.ts'
import { raise } from '../sessions/second-proofs.ts'
import { holdWithPassword } from '../sessions/sessions.queries.ts'
import { noteTry, type ProofMethod } from '../sessions/sessions.ts'
import { NoMailedCode } from './errors.ts'
import { type Factor, findFactors } from './factors.queries.ts'
import { holdStanding, selfOf } from './factors.ts'
import { type FactorAnswer, verifyFactor } from './verifications.ts'

/** How somebody who is signed in can show that it is still them. */
export type WaysToProve = {
  password: boolean
  factors: Factor[]
  passkeys: boolean
  /** A code by mail; not for those with a second factor, who have better. */
  mailedCode: boolean
}

export async function waysToProve(ctx: Ctx): Promise<WaysToProve> {
  const { userId } = selfOf(ctx)
  const { mfa, passkeysEnabled } = ctx.app.config.auth
  const person = await findSecret(ctx.db, userId)
  const proven = (await findFactors(ctx.db, userId)).filter((factor) => factor.isVerified)
  return {
    password: person?.encryptedPassword != null,
    factors: proven.filter((factor) => mfa[factor.type].verify),
    passkeys: passkeysEnabled && (await findPasskeys(ctx.db, userId)).length > 0,
    mailedCode: person?.email != null && person.confirmed && proven.length === 0,
  }
}

/** The present session after the proof, with the token it has from now on. */
export type Proven = { sessionId: string; token: string }

/** Guesses of one password by somebody who is signed in. */
const mostGuesses = 10
const windowSeconds = 600

/**
 * Proves by the password. Opens its own transactions.
 * @throws WrongPassword, TooManyRequests
 */
export async function proveByPassword(ctx: Ctx, password: string): Promise<Proven> {
  const self = selfOf(ctx)
  await countGuess(ctx.app, `password of ${self.userId}`, mostGuesses, windowSeconds)
  const person = await findSecret(ctx.db, self.userId)
  if (!(await passwordFits(person?.encryptedPassword ?? null, password))) {
    const { userId } = self
    await withTransaction(ctx.app, ctx, (tx) =>
      noteTry(tx, { userId, method: 'password', failureReason: WrongPassword.code }),
    )
    throw WrongPassword()
  }
  return withTransaction(ctx.app, ctx, async (tx) => {
    if (!(await holdWithPassword(tx.db, self.userId, person?.encryptedPassword ?? null)))
      throw WrongPassword()
    return confirm(tx, 'password')
  })
}

/** Proves by a second factor. Opens its own transactions. @throws what `verifyFactor` throws */
export function proveByFactor(ctx: Ctx, factorId: string, answer: FactorAnswer): Promise<Proven> {
  return verifyFactor(ctx, factorId, answer, { recoveryCodes: false, provenOnly: true })
}

/**
 * Proves by a passkey of one's own. Opens its own transactions.
 * @throws PasskeysOff, PasskeyChallengeOver, PasskeyRefused
 */
export function proveByPasskey(ctx: Ctx, signed: SignedQuestion): Promise<Proven> {
  const self = selfOf(ctx)
  return withPasskey(ctx, signed, (tx, { userId, userVerified }) => {
    if (userId !== self.userId) throw PasskeyRefused()
    return confirm(tx, 'passkey', userVerified ? 'aal2' : 'aal1')
  })
}

/**
 * Sends a code to the address of whoever asks. In the caller's transaction.
 * @throws NoMailedCode, CodeSentLately
 */
export async function mailProofCode(ctx: Ctx): Promise<string> {
  const self = selfOf(ctx)
  const { holder, factors } = await holdStanding(ctx, self)
  if (!holder.email || factors.some((factor) => factor.isVerified)) throw NoMailedCode()
  const address = holder.email.toLowerCase()
  const issued = await issueCode(ctx, {
    type: 'reauthentication_token',
    address,
    userId: self.userId,
  })
  const organization = await findById(ctx.db, ctx.organizationId)
  const locale = await findLanguage(ctx.db, ctx.organizationId, self.userId)
  const to = { email: holder.email, userId: self.userId, locale, path: '/account/security' }
  const minutes = Math.floor(codeSeconds(ctx.app, address) / 60)
  await sendLetter(ctx, 'confirm_code', to, organization, { code: issued.code, minutes })
  return holder.email
}

/**
 * Proves by the code that was mailed. Opens its own transactions.
 * @throws WrongCode, NoMailedCode, TooManyRequests
 */
export async function proveByMailedCode(ctx: Ctx, code: string): Promise<Proven> {
  const self = selfOf(ctx)
  const person = await findSecret(ctx.db, self.userId)
  if (!person?.email) throw NotFound()
  const given = { types: ['reauthentication_token'] as const, address: person.email.toLowerCase(), code }
  return redeemCode(ctx, given, async (tx, row) => {
    if (row.userId !== self.userId) throw WrongCode()
    const { factors } = await holdStanding(tx, self)
    if (factors.some((factor) => factor.isVerified)) throw NoMailedCode()
    return confirm(tx, 'otp')
  })
}

async function confirm(ctx: Ctx, method: ProofMethod, aal: 'aal1' | 'aal2' = 'aal1'): Promise<Proven> {
  const { userId, sessionId } = selfOf(ctx)
  const token = await raise(ctx, sessionId, { method, aal })
  await record(ctx, 'identity.proven_again', {
    entityType: 'session',
    entityId: sessionId,
    targetId: userId,
    metadata: { method },
  })
  return { sessionId, token }
}
