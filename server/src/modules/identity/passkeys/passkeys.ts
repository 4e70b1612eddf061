import { type Ctx, noOrganization } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { record } from '../../audit/index.ts'
import { holdPerson } from '../factors/factors.queries.ts'
import { selfOf, tellOfFactor } from '../factors/factors.ts'
import { requireOwnSignIn } from '../factors/own-sign-in.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { findSecret } from '../people/people.queries.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import {
  PasskeyChallengeOver,
  PasskeyExists,
  PasskeyRefused,
  PasskeysOff,
  TooManyPasskeys,
} from './errors.ts'
import {
  consumePasskeyChallenge,
  deletePasskey,
  findPasskeys,
  insertPasskey,
  insertPasskeyChallenge,
  type Passkey,
  renamePasskey,
} from './passkeys.queries.ts'
import type { NewCredential } from './webauthn.schemas.ts'
import { type CreationOptions, challengeSeconds, checkCreation, creationOptions } from './webauthn.ts'

export type PasskeyChallenge<Options> = { id: string; expiresAt: Date; options: Options }

/** @throws PasskeysOff */
export function refuseWhenOff(ctx: Ctx): void {
  if (!ctx.app.config.auth.passkeysEnabled) throw PasskeysOff()
}

/** What authenticators call a person. */
export const userHandleOf = (userId: string): Buffer => Buffer.from(userId)

/** Keeps what is to be signed until it is, once. */
export async function keepChallenge(
  ctx: Ctx,
  about: { type: 'registration' | 'authentication'; userId: string | null; challenge: string },
): Promise<{ id: string; expiresAt: Date }> {
  const expiresAt = new Date(ctx.now.getTime() + challengeSeconds * 1000)
  const id = await insertPasskeyChallenge(ctx.db, {
    userId: about.userId,
    organizationId: ctx.organizationId === noOrganization ? null : ctx.organizationId,
    challengeType: about.type,
    challenge: about.challenge,
    expiresAt,
  })
  return { id, expiresAt }
}

/**
 * What a browser needs to make a passkey for whoever asks. In the caller's transaction.
 * @throws PasskeysOff, ProofTooOld, OwnSignInNeeded, TooManyPasskeys
 */
export async function beginPasskey(ctx: Ctx): Promise<PasskeyChallenge<CreationOptions>> {
  refuseWhenOff(ctx)
  requireRecentProof(ctx)
  await requireOwnSignIn(ctx)
  const { userId } = selfOf(ctx)
  const person = await findSecret(ctx.db, userId)
  if (!person) throw NotFound()
  const existing = await findPasskeys(ctx.db, userId)
  refuseTooMany(ctx, existing)
  const organization = await findById(ctx.db, ctx.organizationId)
  const options = await creationOptions(ctx.app, {
    kind: 'passkey',
    name: organization?.name ?? ctx.app.config.auth.webauthn.rpName,
    userName: person.email ?? person.name,
    displayName: person.name,
    userHandle: userHandleOf(userId),
    existing: existing.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  })
  const kept = await keepChallenge(ctx, { type: 'registration', userId, challenge: options.challenge })
  return { ...kept, options }
}

function refuseTooMany(ctx: Ctx, existing: Passkey[]): void {
  const limit = ctx.app.config.auth.mostFactors
  if (existing.length >= limit) throw TooManyPasskeys({ limit })
}

/**
 * Adds the passkey a browser made. In the caller's transaction.
 * @throws PasskeysOff, ProofTooOld, OwnSignInNeeded, PasskeyChallengeOver, PasskeyRefused, PasskeyExists, TooManyPasskeys
 */
export async function addPasskey(
  ctx: Ctx,
  made: { challengeId: string; credential: NewCredential; name: string | null },
): Promise<Passkey> {
  refuseWhenOff(ctx)
  requireRecentProof(ctx)
  await requireOwnSignIn(ctx)
  const { userId } = selfOf(ctx)
  const holder = await holdPerson(ctx.db, userId)
  if (!holder) throw NotFound()
  const challenge = await consumePasskeyChallenge(ctx.db, made.challengeId, { type: 'registration', userId })
  if (!challenge) throw PasskeyChallengeOver()
  const credential = await checkCreation(ctx.app, challenge, made.credential)
  if (!credential) throw PasskeyRefused()
  refuseTooMany(ctx, await findPasskeys(ctx.db, userId))
  const passkey = await insertPasskey(ctx.db, userId, made.name?.trim() || null, credential)
  if (!passkey) throw PasskeyExists()
  await record(ctx, 'identity.passkey_added', {
    entityType: 'passkey',
    entityId: passkey.id,
    targetId: userId,
    after: { name: passkey.name, synced: passkey.isSynced },
  })
  await tellOfFactor(ctx, holder, 'passkey_added', passkey.name ?? 'Passkey')
  return passkey
}

/** @throws NotFound */
export async function changePasskeyName(ctx: Ctx, id: string, name: string): Promise<Passkey> {
  const passkey = await renamePasskey(ctx.db, selfOf(ctx).userId, id, name.trim() || null)
  if (!passkey) throw NotFound()
  await record(ctx, 'identity.passkey_renamed', { entityType: 'passkey', entityId: id })
  return passkey
}

/** Removes a passkey of whoever asks. In the caller's transaction. @throws NotFound, ProofTooOld, OwnSignInNeeded */
export async function removePasskey(ctx: Ctx, id: string): Promise<void> {
  requireRecentProof(ctx)
  await requireOwnSignIn(ctx)
  if (!(await removePasskeyOf(ctx, selfOf(ctx).userId, id))) throw NotFound()
}

/**
 * Removes a passkey of anybody, for somebody who may: whoever asks has checked that.
 * @returns false when there is no such passkey
 */
export async function removePasskeyOf(ctx: Ctx, userId: string, id: string): Promise<boolean> {
  const holder = await holdPerson(ctx.db, userId)
  const removed = holder && (await deletePasskey(ctx.db, userId, id))
  if (!holder || !removed) return false
  await record(ctx, 'identity.passkey_removed', {
    entityType: 'passkey',
    entityId: id,
    targetId: userId,
    before: { name: removed.name },
  })
  await tellOfFactor(ctx, holder, 'passkey_removed', removed.name ?? 'Passkey')
  return true
}
