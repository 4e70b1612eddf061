import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { AppError, NotFound } from '../../../platform/errors.ts'
import { record } from '../../audit/index.ts'
import { countGuess } from '../attempts.ts'
import { WrongCode } from '../errors.ts'
import type { NewCredential, SignedChallenge } from '../passkeys/webauthn.schemas.ts'
import { checkCreation, checkSignature, type StoredCredential } from '../passkeys/webauthn.ts'
import { raise } from '../sessions/second-proofs.ts'
import { noteTry, type ProofMethod } from '../sessions/sessions.ts'
import { answerChallenge, findOpenChallenge, type OpenChallenge } from './challenges.queries.ts'
import { hashCode, refuseKindOff } from './challenges.ts'
import { ChallengeOver, PhoneFactorExists, WrongKey } from './errors.ts'
import {
  type Factor,
  type FactorType,
  findFactor,
  markProven,
  moveCounter,
  noteUse,
  takeStep,
} from './factors.queries.ts'
import {
  holdStanding,
  nameOf,
  refuseFreshOnTop,
  type Self,
  type Standing,
  selfOf,
  tellOfFactor,
} from './factors.ts'
import { warnOfGuesses } from './guess-warnings.ts'
import { requireOwnSignIn } from './own-sign-in.ts'
import { makeCodes } from './recovery-codes.ts'
import { stepOf } from './totp.ts'

/** What is given in answer to a factor's question. */
export type FactorAnswer = {
  /** Null for an authenticator app, which need not be asked. */
  challengeId: string | null
  code?: string | undefined
  credential?: NewCredential | SignedChallenge | undefined
}

export type FactorProven = {
  sessionId: string
  /** The session's new token; keep it only when the session is carried by a cookie. */
  token: string
  method: ProofMethod
  factor: Factor
  /** Recovery codes, when this was the person's first factor; they are told this once. */
  recoveryCodes: string[] | null
}

export const methodOf: Record<FactorType, ProofMethod> = {
  totp: 'totp',
  phone: 'mfa/phone',
  webauthn: 'mfa/webauthn',
}

type Options = { recoveryCodes: boolean; provenOnly?: boolean }

/** Guesses of one factor in a window, and of all factors of a person in a day: six digits resist that for years. */
const mostGuesses = 5
const windowSeconds = 300
const mostADay = 60
const day = 24 * 3600

/**
 * Checks the answer of a factor and raises the session. A factor that was begun counts from then on. Opens its
 * own transactions: a failed try is kept although it ends in an error.
 * @param options.recoveryCodes makes recovery codes along with the first factor
 * @param options.provenOnly does not take a factor that was begun and not proven yet
 * @throws NotFound, FactorKindOff, WrongCode, WrongKey, ChallengeOver, SecondFactorNeeded, PhoneFactorExists,
 * OwnSignInNeeded, TooManyRequests
 */
export async function verifyFactor(
  ctx: Ctx,
  factorId: string,
  answer: FactorAnswer,
  options: Options,
): Promise<FactorProven> {
  const self = selfOf(ctx)
  const found = await findFactor(ctx.db, self.userId, factorId)
  if (!found || (options.provenOnly && !found.isVerified)) throw NotFound()
  refuseKindOff(ctx, found)
  await warnOfGuesses(ctx, self.userId, async () => {
    await countGuess(ctx.app, `factor ${self.userId} ${found.id}`, mostGuesses, windowSeconds)
    await countGuess(ctx.app, `factors ${self.userId}`, mostADay, day)
  })
  try {
    return await withTransaction(ctx.app, ctx, (tx) => prove(tx, self, factorId, answer, options))
  } catch (error) {
    if (error instanceof AppError && isWrongAnswer(error)) await noteFailure(ctx, found, error)
    throw error
  }
}

const isWrongAnswer = ({ code }: AppError) => code === WrongCode.code || code === WrongKey.code

const noteFailure = (ctx: Ctx, factor: Factor, error: AppError) =>
  withTransaction(ctx.app, ctx, async (tx) => {
    const { userId } = factor
    await noteTry(tx, { userId, method: methodOf[factor.type], failureReason: error.code })
    if (error.params.copied) {
      await record(tx, 'identity.key_copied', { entityType: 'factor', entityId: factor.id, targetId: userId })
    }
  })

async function prove(
  ctx: Ctx,
  self: Self,
  factorId: string,
  answer: FactorAnswer,
  options: Options,
): Promise<FactorProven> {
  const standing = await holdStanding(ctx, self)
  const factor = standing.factors.find((one) => one.id === factorId)
  if (!factor) throw NotFound()
  if (!factor.isVerified) refuseFreshOnTop(standing)
  const credential = await checkAnswer(ctx, factor, answer)
  await noteUse(ctx.db, factor.id)
  const recoveryCodes = factor.isVerified ? null : await admit(ctx, factor, standing, credential, options)
  const method = methodOf[factor.type]
  const token = await raise(ctx, self.sessionId, { method, aal: 'aal2', factorId: factor.id })
  if (factor.isVerified) {
    await record(ctx, 'identity.second_factor_used', {
      entityType: 'session',
      entityId: self.sessionId,
      targetId: self.userId,
      metadata: { method },
    })
  }
  return { sessionId: self.sessionId, token, method, factor: { ...factor, isVerified: true }, recoveryCodes }
}

/** A factor proved itself for the first time. */
async function admit(
  ctx: Ctx,
  factor: Factor,
  { holder, factors }: Standing,
  credential: StoredCredential | null,
  options: Options,
): Promise<string[] | null> {
  await requireOwnSignIn(ctx)
  const proven = factors.filter((one) => one.isVerified)
  if (factor.phone && proven.some((one) => one.phone === factor.phone)) throw PhoneFactorExists()
  await markProven(ctx.db, factor.id, credential)
  await record(ctx, 'identity.factor_added', {
    entityType: 'factor',
    entityId: factor.id,
    targetId: holder.id,
    after: { type: factor.type, name: factor.name },
  })
  await tellOfFactor(ctx, holder, 'factor_added', nameOf(factor))
  return proven.length === 0 && options.recoveryCodes ? makeCodes(ctx, holder.id) : null
}

/** Takes the answer once. @returns the key that was made, when the answer was one */
async function checkAnswer(ctx: Ctx, factor: Factor, answer: FactorAnswer): Promise<StoredCredential | null> {
  const { challengeId } = answer
  const challenge = challengeId ? await findOpenChallenge(ctx.db, factor.id, challengeId) : null
  if (!challenge && (challengeId || factor.type !== 'totp')) throw ChallengeOver()
  switch (factor.type) {
    case 'totp':
      await checkApp(ctx, factor, challenge, answer.code ?? '')
      return null
    case 'phone': {
      const otpCode = hashCode(ctx, factor, answer.code ?? '')
      if (!(await answerChallenge(ctx.db, factor.id, challenge!.id, otpCode))) throw WrongCode()
      return null
    }
    case 'webauthn':
      return checkKey(ctx, factor, challenge!, answer)
  }
}

async function checkApp(ctx: Ctx, factor: Factor, challenge: OpenChallenge | null, code: string) {
  const step = factor.secret && stepOf(ctx.app.keys, factor.userId, factor.secret, code, ctx.now)
  if (!step || !(await takeStep(ctx.db, factor.id, step))) throw WrongCode()
  if (challenge && !(await answerChallenge(ctx.db, factor.id, challenge.id))) throw ChallengeOver()
}

async function checkKey(
  ctx: Ctx,
  factor: Factor,
  challenge: OpenChallenge,
  { credential }: FactorAnswer,
): Promise<StoredCredential | null> {
  const question = challenge.keyQuestion
  if (!question || !credential) throw WrongKey()
  const stored = factor.isVerified ? factor.credential : null
  if ((question.type === 'request') !== (stored !== null)) throw ChallengeOver()
  let made: StoredCredential | null = null
  if (stored === null) {
    made =
      'attestationObject' in credential.response
        ? await checkCreation(ctx.app, question.challenge, credential as NewCredential)
        : null
    if (!made) throw WrongKey()
  } else {
    const facts =
      'signature' in credential.response
        ? await checkSignature(ctx.app, question.challenge, stored, credential as SignedChallenge)
        : null
    if (!facts) throw WrongKey()
    if (facts.isCopied || !(await moveCounter(ctx.db, factor.id, facts.counter)))
      throw WrongKey({ copied: true })
  }
  if (!(await answerChallenge(ctx.db, factor.id, challenge.id))) throw ChallengeOver()
  return made
}
