import { Type } from 'typebox'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { findChallengeState } from '../factors/challenges.queries.ts'
import { challengeFactor } from '../factors/challenges.ts'
import { type Factor, type FactorType, findFactor } from '../factors/factors.queries.ts'
import { enrolFactor, removeFactor, selfOf } from '../factors/factors.ts'
import { verifyFactor } from '../factors/verifications.ts'
import { NewCredential, SignedChallenge } from '../passkeys/webauthn.schemas.ts'
import { relyingParty } from '../passkeys/webauthn.ts'
import { nextTokens } from '../sessions/refresh-tokens.ts'
import { ValidationFailed } from './errors.ts'
import {
  type About,
  ChallengeExpired,
  IpMismatch,
  inFactorWords,
  NoSuchChallenge,
  NoSuchFactor,
} from './factor-errors.ts'
import { requireOwnSession, requireTendsFactors } from './own-session.ts'
import { wireRoute } from './route.ts'
import { type SessionView, sessionView } from './session-view.ts'

const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const FactorParams = Type.Object({ factorId: Type.String({ maxLength: 200 }) })

/** A factor of the person. @throws ValidationFailed, NoSuchFactor */
async function ownFactor(ctx: Ctx, factorId: string): Promise<Factor> {
  if (!uuidShape.test(factorId)) throw NoSuchFactor()
  const factor = await findFactor(ctx.db, selfOf(ctx).userId, factorId)
  if (!factor) throw NoSuchFactor()
  return factor
}

const aboutOf = ({ type, isVerified }: Factor): About => ({ type, step: isVerified ? 'verify' : 'enroll' })

/** The next tokens of a session that was raised a moment ago. */
export const raisedView = (ctx: Ctx, method: string): Promise<SessionView> =>
  withTransaction(ctx.app, ctx, async (tx) => sessionView(tx, await nextTokens(tx, selfOf(ctx), method)))

const kinds: Record<string, FactorType> = { totp: 'totp', phone: 'phone', webauthn: 'webauthn' }
const EnrolBody = Type.Object({
  factor_type: Type.Optional(Type.String({ maxLength: 50 })),
  friendly_name: Type.Optional(Type.String({ maxLength: 200 })),
  issuer: Type.Optional(Type.String({ maxLength: 200 })),
  phone: Type.Optional(Type.String({ maxLength: 40 })),
})

const enrol = wireRoute({
  method: 'POST',
  path: '/factors',
  allow: 'user',
  whileOnHold: true,
  body: EnrolBody,
  limits: [{ max: 60, windowSeconds: 300 }],
  async handle(ctx, { body }) {
    requireTendsFactors(ctx)
    const type = Object.hasOwn(kinds, body.factor_type ?? '') ? kinds[body.factor_type ?? ''] : undefined
    if (!type)
      throw ValidationFailed({ reason: 'factor_type needs to be either "totp", "phone", or "webauthn"' })
    const { factor, totp } = await inFactorWords({ type, step: 'enroll' }, () =>
      enrolFactor(ctx, {
        type,
        name: body.friendly_name ?? null,
        issuer: body.issuer ?? null,
        phone: body.phone === undefined ? null : body.phone.replace(/^\+?/, '+'),
      }),
    )
    return {
      id: factor.id,
      type,
      ...(factor.name === null ? {} : { friendly_name: factor.name }),
      ...(totp ? { totp: { qr_code: totp.qrCode, secret: totp.secret, uri: totp.uri } } : {}),
      ...(factor.phone ? { phone: factor.phone } : {}),
    }
  },
})

const ChallengeBody = Type.Object({
  channel: Type.Optional(Type.String({ maxLength: 20 })),
  webauthn: Type.Optional(
    Type.Object({ rpId: Type.Optional(Type.String({ maxLength: 300 })) }, { additionalProperties: true }),
  ),
})

const challenge = wireRoute({
  method: 'POST',
  path: '/factors/:factorId/challenge',
  allow: 'user',
  whileOnHold: true,
  params: FactorParams,
  body: ChallengeBody,
  limits: ['otp'],
  transaction: false,
  async handle(ctx, { params, body }) {
    requireOwnSession(ctx)
    const factor = await ownFactor(ctx, params.factorId)
    const { channel = 'sms', webauthn } = body
    if (channel !== 'sms' && channel !== 'whatsapp')
      throw ValidationFailed({ reason: 'channel must be either "sms" or "whatsapp"' })
    const { id: rpId } = relyingParty(ctx.app)
    if (factor.type === 'webauthn' && webauthn?.rpId !== undefined && webauthn.rpId !== rpId)
      throw ValidationFailed({ reason: `Keys are for the domain ${rpId} here` })
    const about = { ...aboutOf(factor), sendsText: true }
    const asked = await inFactorWords(about, () => challengeFactor(ctx, factor.id, channel))
    return {
      id: asked.id,
      type: asked.type,
      expires_at: Math.floor(asked.expiresAt.getTime() / 1000),
      ...(asked.key
        ? { webauthn: { type: asked.key.type, credential_options: { publicKey: asked.key.options } } }
        : {}),
    }
  },
})

const VerifyBody = Type.Object({
  challenge_id: Type.Optional(Type.String({ maxLength: 200 })),
  code: Type.Optional(Type.String({ maxLength: 40 })),
  webauthn: Type.Optional(
    Type.Object(
      {
        type: Type.Optional(Type.String({ maxLength: 20 })),
        credential_response: Type.Unsafe<NewCredential | SignedChallenge>(
          Type.Union([NewCredential, SignedChallenge]),
        ),
      },
      { additionalProperties: true },
    ),
  ),
})

const verify = wireRoute({
  method: 'POST',
  path: '/factors/:factorId/verify',
  allow: 'user',
  whileOnHold: true,
  params: FactorParams,
  body: VerifyBody,
  limits: ['verify'],
  transaction: false,
  async handle(ctx, { params, body }) {
    requireOwnSession(ctx)
    const factor = await ownFactor(ctx, params.factorId)
    const { challenge_id: challengeId = '' } = body
    if (factor.type !== 'webauthn' && !body.code)
      throw ValidationFailed({ reason: 'Code needs to be non-empty' })
    if (factor.type === 'webauthn' && !body.webauthn)
      throw ValidationFailed({ reason: 'WebAuthn config required' })
    const state = uuidShape.test(challengeId)
      ? await findChallengeState(ctx.db, factor.id, challengeId)
      : null
    if (!state) throw NoSuchChallenge()
    if (state.ip !== null && state.ip !== ctx.ip) throw IpMismatch()
    if (!state.isOpen) throw ChallengeExpired()
    const answer = { challengeId, code: body.code, credential: body.webauthn?.credential_response }
    const { method } = await inFactorWords(aboutOf(factor), () =>
      verifyFactor(ctx, factor.id, answer, { recoveryCodes: false }),
    )
    return raisedView(ctx, method)
  },
})

const unenrol = wireRoute({
  method: 'DELETE',
  path: '/factors/:factorId',
  allow: 'user',
  whileOnHold: true,
  params: FactorParams,
  async handle(ctx, { params }) {
    requireTendsFactors(ctx)
    const factor = await ownFactor(ctx, params.factorId)
    await inFactorWords(aboutOf(factor), () => removeFactor(ctx, factor.id))
    return { id: factor.id }
  },
})

/** Second factors of whoever asks, as `mfa` of Supabase's client calls them. */
export const factorWireRoutes = [enrol, challenge, verify, unenrol]
