import { randomInt } from 'node:crypto'
import { isIP } from 'node:net'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { NotFound, TooManyRequests } from '../../../platform/errors.ts'
import { queueText } from '../../../platform/sms/text-messages.ts'
import { countGuess } from '../attempts.ts'
import { say } from '../messages.ts'
import { findById } from '../organizations/organizations.queries.ts'
import {
  type CreationOptions,
  challengeSeconds,
  creationOptions,
  type RequestOptions,
  requestOptions,
} from '../passkeys/webauthn.ts'
import { findLanguage } from '../people/people.queries.ts'
import { insertChallenge, type KeyQuestion } from './challenges.queries.ts'
import { FactorKindOff } from './errors.ts'
import { type Factor, findFactor, noteChallenge } from './factors.queries.ts'
import { holdStanding, refuseFreshOnTop, type Standing, selfOf } from './factors.ts'

/** A code on a phone lives no longer, whatever the operator sets (ASVS 6.5.5). */
const challengeMostSeconds = 600

export type Challenge = {
  id: string
  type: Factor['type']
  expiresAt: Date
  /** What the browser needs to ask a security key; `create` while the factor is not proven. */
  key: { type: 'create'; options: CreationOptions } | { type: 'request'; options: RequestOptions } | null
}

/**
 * Asks a factor: sends a code to a phone, prepares the question to a security key. Opens its own transaction.
 * @throws NotFound, FactorKindOff, SecondFactorNeeded, TooManyRequests
 */
export async function challengeFactor(
  ctx: Ctx,
  factorId: string,
  channel: 'sms' | 'whatsapp' = 'sms',
): Promise<Challenge> {
  const self = selfOf(ctx)
  const found = await findFactor(ctx.db, self.userId, factorId)
  if (!found) throw NotFound()
  refuseKindOff(ctx, found)
  if (found.type === 'phone') await countText(ctx, self.userId, found.phone ?? '')
  return withTransaction(ctx.app, ctx, async (tx) => {
    const standing = await holdStanding(tx, self)
    const factor = standing.factors.find((one) => one.id === factorId)
    if (!factor) throw NotFound()
    if (!factor.isVerified) refuseFreshOnTop(standing)
    switch (factor.type) {
      case 'totp':
        await noteChallenge(tx.db, factor.id, 0)
        return ask(tx, factor, { seconds: challengeSeconds })
      case 'phone':
        return askPhone(tx, factor, channel)
      case 'webauthn':
        await noteChallenge(tx.db, factor.id, 0)
        return askKey(tx, factor, standing)
    }
  })
}

/** Proven factors are used, others are added; the operator may switch off either. @throws FactorKindOff */
export function refuseKindOff(ctx: Ctx, factor: Factor): void {
  const kind = ctx.app.config.auth.mfa[factor.type]
  if (!(factor.isVerified ? kind.verify : kind.enrol)) throw FactorKindOff()
}

/** Text messages cost money: so many an hour to one number, and for one person. @throws TooManyRequests */
async function countText(ctx: Ctx, userId: string, phone: string): Promise<void> {
  const { smsSent } = ctx.app.config.auth.rateLimits
  await countGuess(ctx.app, `text to ${phone}`, smsSent, 3600)
  await countGuess(ctx.app, `text of ${userId}`, smsSent, 3600)
}

async function ask(
  ctx: Ctx,
  factor: Factor,
  question: { seconds: number; otpCode?: string; keyQuestion?: KeyQuestion },
): Promise<Challenge> {
  const expiresAt = new Date(ctx.now.getTime() + question.seconds * 1000)
  const id = await insertChallenge(ctx.db, {
    factorId: factor.id,
    ipAddress: ctx.ip && isIP(ctx.ip) ? ctx.ip : null,
    otpCode: question.otpCode ?? null,
    keyQuestion: question.keyQuestion ?? null,
    expiresAt,
  })
  return { id, type: factor.type, expiresAt, key: null }
}

async function askPhone(ctx: Ctx, factor: Factor, channel: 'sms' | 'whatsapp'): Promise<Challenge> {
  const { smsOtpLength, smsOtpSeconds, smsPauseSeconds } = ctx.app.config.auth
  if (!(await noteChallenge(ctx.db, factor.id, smsPauseSeconds))) {
    const since = Date.now() - (factor.lastChallengedAt?.getTime() ?? 0)
    const seconds = Math.max(1, Math.ceil(smsPauseSeconds - since / 1000))
    throw TooManyRequests({ seconds }, { headers: { 'retry-after': String(seconds) } })
  }
  const code = String(randomInt(10 ** smsOtpLength)).padStart(smsOtpLength, '0')
  const seconds = Math.min(smsOtpSeconds, challengeMostSeconds)
  const challenge = await ask(ctx, factor, { seconds, otpCode: hashCode(ctx, factor, code) })
  const organization = await findById(ctx.db, ctx.organizationId)
  const locale = await findLanguage(ctx.db, ctx.organizationId, factor.userId)
  const words = say(locale, 'phone_code.text', { code, organization: organization?.name ?? 'Stoa' })
  await queueText(ctx, {
    to: factor.phone ?? '',
    userId: factor.userId,
    type: 'identity.factor_code',
    // The last line ties the code to our site, so that browsers fill it in there only (origin-bound codes).
    text: `${words}\n\n@${new URL(ctx.app.config.url).hostname} #${code}`,
    channel,
    until: challenge.expiresAt,
  })
  return challenge
}

/** What is stored of a code sent to a phone. */
export const hashCode = (ctx: Ctx, factor: Factor, code: string): string =>
  ctx.app.keys.mac('factor-code', `${factor.id}.${code}`).toString('base64url')

async function askKey(ctx: Ctx, factor: Factor, { holder, factors }: Standing): Promise<Challenge> {
  if (factor.isVerified && factor.credential) {
    const options = await requestOptions(ctx.app, {
      allowed: [factor.credential],
      userVerification: 'discouraged',
    })
    const keyQuestion = { type: 'request', challenge: options.challenge } as const
    const challenge = await ask(ctx, factor, { seconds: challengeSeconds, keyQuestion })
    return { ...challenge, key: { type: 'request', options } }
  }
  const organization = await findById(ctx.db, ctx.organizationId)
  const options = await creationOptions(ctx.app, {
    kind: 'second_factor',
    name: organization?.name ?? 'Stoa',
    userName: holder.email ?? holder.phone ?? holder.name,
    displayName: holder.name,
    // Another handle than that of passkeys: an authenticator keeps one discoverable key a handle.
    userHandle: ctx.app.keys.mac('second-factor-handle', holder.id),
    existing: factors.flatMap((one) => (one.credential ? [one.credential] : [])),
  })
  const keyQuestion = { type: 'create', challenge: options.challenge } as const
  const challenge = await ask(ctx, factor, { seconds: challengeSeconds, keyQuestion })
  return { ...challenge, key: { type: 'create', options } }
}
