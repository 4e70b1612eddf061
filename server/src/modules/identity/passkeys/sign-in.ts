import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors.ts'
import { sameBytes } from '../../../platform/keys.ts'
import { record } from '../../audit/index.ts'
import { type Entered, noteTry, openSession } from '../sessions/sessions.ts'
import { PasskeyChallengeOver, PasskeyRefused } from './errors.ts'
import { consumePasskeyChallenge, holdByCredential, notePasskeyUse } from './passkeys.queries.ts'
import { keepChallenge, type PasskeyChallenge, refuseWhenOff, userHandleOf } from './passkeys.ts'
import type { SignedChallenge } from './webauthn.schemas.ts'
import { checkSignature, type RequestOptions, requestOptions } from './webauthn.ts'

/**
 * What a browser needs to sign in with a passkey. It names nobody and no key: the person chooses one, so nobody
 * learns which addresses have any. In the caller's transaction.
 * @throws PasskeysOff
 */
export async function beginSignIn(ctx: Ctx): Promise<PasskeyChallenge<RequestOptions>> {
  refuseWhenOff(ctx)
  const options = await requestOptions(ctx.app, { allowed: [], userVerification: 'preferred' })
  const kept = await keepChallenge(ctx, {
    type: 'authentication',
    userId: null,
    challenge: options.challenge,
  })
  return { ...kept, options }
}

export type SignedQuestion = { challengeId: string; credential: SignedChallenge }

/** Who a passkey belongs to, and whether its authenticator checked a PIN or a finger. */
export type PasskeyProof = { userId: string; userVerified: boolean }

/**
 * Opens a session by a passkey: raised at once when the authenticator checked who holds it. Opens its own
 * transactions.
 * @throws PasskeysOff, PasskeyChallengeOver, PasskeyRefused, Banned, MembershipInactive
 */
export function signInByPasskey(
  ctx: Ctx,
  signed: SignedQuestion,
  carrier: 'cookie' | 'app' = 'cookie',
): Promise<Entered> {
  return withPasskey(ctx, signed, (tx, { userId, userVerified }) =>
    openSession(tx, userId, { method: 'passkey', aal: userVerified ? 'aal2' : 'aal1', carrier }),
  )
}

/**
 * Checks a signed challenge, once, and does the work it allows in the same transaction. Opens its own
 * transactions: a failed try is kept although it ends in an error.
 * @throws PasskeysOff, PasskeyChallengeOver, PasskeyRefused
 */
export async function withPasskey<T>(
  ctx: Ctx,
  signed: SignedQuestion,
  work: (tx: Ctx, proof: PasskeyProof) => Promise<T>,
): Promise<T> {
  refuseWhenOff(ctx)
  try {
    return await withTransaction(ctx.app, ctx, async (tx) => work(tx, await check(tx, signed)))
  } catch (error) {
    if (error instanceof AppError && error.code !== PasskeyChallengeOver.code)
      await noteRefusal(ctx, error, signed)
    throw error
  }
}

async function check(ctx: Ctx, { challengeId, credential }: SignedQuestion): Promise<PasskeyProof> {
  const challenge = await consumePasskeyChallenge(ctx.db, challengeId, {
    type: 'authentication',
    userId: null,
  })
  if (!challenge) throw PasskeyChallengeOver()
  const passkey = await holdByCredential(ctx.db, credential.id)
  if (!passkey) throw PasskeyRefused()
  // WebAuthn level 3, 7.2, step 6: found without an address, the key has to name its person.
  const named = Buffer.from(credential.response.userHandle ?? '', 'base64url')
  if (!sameBytes(named, userHandleOf(passkey.userId))) throw PasskeyRefused()
  const stored = {
    id: credential.id,
    publicKey: passkey.publicKey.toString('base64url'),
    counter: passkey.signCount,
  }
  const facts = await checkSignature(ctx.app, challenge, stored, credential)
  if (!facts) throw PasskeyRefused()
  if (facts.isCopied || !(await notePasskeyUse(ctx.db, passkey.id, facts)))
    throw PasskeyRefused({ copied: true })
  return { userId: passkey.userId, userVerified: facts.userVerified }
}

const noteRefusal = (ctx: Ctx, error: AppError, { credential }: SignedQuestion) =>
  withTransaction(ctx.app, ctx, async (tx) => {
    const passkey = await holdByCredential(tx.db, credential.id)
    await noteTry(tx, {
      userId: passkey?.userId ?? null,
      method: 'passkey',
      failureReason: error.code,
    })
    if (!error.params.copied || !passkey) return
    await record(tx, 'identity.key_copied', {
      entityType: 'passkey',
      entityId: passkey.id,
      targetId: passkey.userId,
    })
  })
