import { type Ctx, noOrganization } from '../../../platform/ctx.ts'
import { NotFound, SignInRequired } from '../../../platform/errors.ts'
import { isPhoneNumber } from '../../../platform/sms/text-messages.ts'
import { record } from '../../audit/index.ts'
import { sendLetter } from '../letters.ts'
import { findById } from '../organizations/organizations.queries.ts'
import { findLanguage } from '../people/people.queries.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import {
  FactorKindOff,
  FactorNameTaken,
  LastFactorNeeded,
  PhoneFactorExists,
  PhoneNotValid,
  SecondFactorNeeded,
  TooManyFactors,
} from './errors.ts'
import {
  deleteFactor,
  deleteUnproven,
  type Factor,
  type FactorType,
  findAssurance,
  findFactor,
  findFactors,
  type Holder,
  holdPerson,
  insertFactor,
  isAskedForFactor,
  lowerSessions,
  renameFactor,
} from './factors.queries.ts'
import { requireOwnSignIn } from './own-sign-in.ts'
import { deleteCodes } from './recovery-codes.queries.ts'
import { describeSecret, newSecret, sealSecret } from './totp.ts'

/** Minutes after which a factor that was begun and not proven is in nobody's way. */
const unprovenMinutes = 15

export type Self = { userId: string; sessionId: string }

/** The person who asks, in a session. @throws SignInRequired */
export function selfOf(ctx: Ctx): Self {
  const { userId, sessionId } = ctx.actor
  if (!userId || !sessionId) throw SignInRequired()
  return { userId, sessionId }
}

export type Standing = { holder: Holder; factors: Factor[]; aal: string }

/**
 * Holds the person until the end of the transaction and tells how they stand: two changes to somebody's
 * factors follow one another.
 * @throws SignInRequired when the session ended meanwhile
 */
export async function holdStanding(ctx: Ctx, { userId, sessionId }: Self): Promise<Standing> {
  const holder = await holdPerson(ctx.db, userId)
  const aal = await findAssurance(ctx.db, userId, sessionId)
  if (!holder || aal === null) throw SignInRequired()
  return { holder, aal, factors: await findFactors(ctx.db, userId) }
}

/**
 * Whoever has a factor shows it before another one is added: else a password alone would make a second one.
 * @throws SecondFactorNeeded
 */
export function refuseFreshOnTop({ factors, aal }: Standing): void {
  if (aal === 'aal1' && factors.some((factor) => factor.isVerified)) throw SecondFactorNeeded()
}

export type Enrolled = { factor: Factor; totp: { secret: string; uri: string; qrCode: string } | null }

/**
 * Begins a second factor. It counts once it was proven (`verifyFactor`). In the caller's transaction.
 * @param wish.startOver forgets a factor of this name that was begun before and never proven
 * @throws ProofTooOld, OwnSignInNeeded, FactorKindOff, TooManyFactors, FactorNameTaken, PhoneFactorExists, PhoneNotValid,
 * SecondFactorNeeded
 */
export async function enrolFactor(
  ctx: Ctx,
  wish: {
    type: FactorType
    name: string | null
    phone?: string | null
    issuer?: string | null
    startOver?: boolean
  },
): Promise<Enrolled> {
  requireRecentProof(ctx)
  await requireOwnSignIn(ctx)
  const self = selfOf(ctx)
  const { auth } = ctx.app.config
  if (!auth.mfa[wish.type].enrol) throw FactorKindOff()
  const phone = wish.type === 'phone' ? phoneNumber(wish.phone ?? '') : null
  const name = wish.name?.trim() || null
  await holdPerson(ctx.db, self.userId)
  await deleteUnproven(ctx.db, self.userId, {
    name: wish.startOver ? name : null,
    minutes: unprovenMinutes,
  })
  const standing = await holdStanding(ctx, self)
  refuseFreshOnTop(standing)
  if (standing.factors.length >= auth.mostFactors) throw TooManyFactors({ limit: auth.mostFactors })
  if (phone && standing.factors.some((factor) => factor.isVerified && factor.phone === phone))
    throw PhoneFactorExists()
  const secret = wish.type === 'totp' ? newSecret() : null
  const factor = await insertFactor(ctx.db, {
    userId: self.userId,
    factorType: wish.type,
    friendlyName: name,
    secret: secret && sealSecret(ctx.app.keys, self.userId, secret),
    phone,
  })
  if (!factor) throw FactorNameTaken()
  if (!secret) return { factor, totp: null }
  const issuer = wish.issuer?.trim() || (await findById(ctx.db, ctx.organizationId))?.name || 'Stoa'
  const account = standing.holder.email ?? standing.holder.phone ?? standing.holder.name
  return { factor, totp: { secret, ...(await describeSecret(secret, { issuer, account })) } }
}

/** A number as people write it, in E.164 form. @throws PhoneNotValid */
export function phoneNumber(text: string): string {
  const plain = text.replace(/[\s().\-/\u00a0]/g, '').replace(/^00/, '+')
  if (!isPhoneNumber(plain)) {
    throw PhoneNotValid(
      {},
      {
        fields: [{ pointer: '/phone', code: 'format', message: 'is not a phone number with a country code' }],
      },
    )
  }
  return plain
}

/** @throws NotFound, FactorNameTaken */
export async function changeFactorName(ctx: Ctx, factorId: string, name: string): Promise<Factor> {
  const self = selfOf(ctx)
  await holdPerson(ctx.db, self.userId)
  const factor = await findFactor(ctx.db, self.userId, factorId)
  if (!factor) throw NotFound()
  if (!(await renameFactor(ctx.db, factor.id, name.trim() || null))) throw FactorNameTaken()
  await record(ctx, 'identity.factor_renamed', { entityType: 'factor', entityId: factor.id })
  return { ...factor, name: name.trim() || null }
}

/**
 * Removes a second factor of whoever asks. In the caller's transaction.
 * @throws NotFound, ProofTooOld, SecondFactorNeeded, LastFactorNeeded
 */
export async function removeFactor(ctx: Ctx, factorId: string): Promise<void> {
  const self = selfOf(ctx)
  const standing = await holdStanding(ctx, self)
  const factor = standing.factors.find((one) => one.id === factorId)
  if (!factor) throw NotFound()
  if (factor.isVerified) {
    requireRecentProof(ctx)
    if (standing.aal === 'aal1') throw SecondFactorNeeded()
    const others = standing.factors.filter((one) => one.isVerified && one.id !== factor.id)
    if (others.length === 0 && (await isAskedForFactor(ctx.db, self.userId))) throw LastFactorNeeded()
  }
  await dropFactor(ctx, standing.holder, factor, self.sessionId)
}

/**
 * Removes a factor of anybody, for somebody who may: whoever asks has checked that. In the caller's transaction.
 * @returns false when there is no such factor
 */
export async function removeFactorOf(ctx: Ctx, userId: string, factorId: string): Promise<boolean> {
  const holder = await holdPerson(ctx.db, userId)
  const factor = holder && (await findFactor(ctx.db, userId, factorId))
  if (!holder || !factor) return false
  await dropFactor(ctx, holder, factor, null)
  return true
}

async function dropFactor(ctx: Ctx, holder: Holder, factor: Factor, sessionId: string | null): Promise<void> {
  await deleteFactor(ctx.db, factor.id)
  if (!factor.isVerified) return
  const hasMore = (await findFactors(ctx.db, holder.id)).some((one) => one.isVerified)
  await lowerSessions(ctx.db, holder.id, factor.id, hasMore ? sessionId : null)
  if (!hasMore) await deleteCodes(ctx.db, holder.id)
  await record(ctx, 'identity.factor_removed', {
    entityType: 'factor',
    entityId: factor.id,
    targetId: holder.id,
    before: { type: factor.type, name: factor.name },
  })
  await tellOfFactor(ctx, holder, 'factor_removed', nameOf(factor))
}

export const nameOf = (factor: Factor): string => factor.name ?? factor.type

/** A change to how somebody signs in is told to them by mail, in case it was not them. */
export async function tellOfFactor(
  ctx: Ctx,
  person: { id: string; email: string | null },
  kind:
    | 'factor_added'
    | 'factor_removed'
    | 'factor_guesses'
    | 'recovery_code_used'
    | 'passkey_added'
    | 'passkey_removed',
  what: string | number,
): Promise<void> {
  if (!person.email) return
  const organization =
    ctx.organizationId === noOrganization ? null : await findById(ctx.db, ctx.organizationId)
  const locale = await findLanguage(ctx.db, ctx.organizationId, person.id)
  const to = { email: person.email, userId: person.id, locale, path: '/account/security' }
  await sendLetter(ctx, kind, to, organization, { when: ctx.now, what })
}
