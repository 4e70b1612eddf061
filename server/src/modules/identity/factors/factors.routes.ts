import { Type } from 'typebox'
import { withTransaction } from '../../../platform/ctx.ts'
import { NotFound } from '../../../platform/errors.ts'
import { route } from '../../../platform/http/route.ts'
import { Empty, Id } from '../../../platform/http/schemas.ts'
import { ProofTooOld, WrongCode } from '../errors.ts'
import { byPerson } from '../limits.ts'
import { oneself } from '../policy.ts'
import { handOver } from '../sessions/session-cookie.ts'
import { challengeFactor } from './challenges.ts'
import {
  ChallengeOver,
  FactorKindOff,
  FactorNameTaken,
  LastFactorNeeded,
  NoSecondFactor,
  OwnSignInNeeded,
  PhoneFactorExists,
  PhoneNotValid,
  SecondFactorNeeded,
  TooManyFactors,
  WrongKey,
} from './errors.ts'
import { type Factor, findFactors, isAskedForFactor } from './factors.queries.ts'
import {
  ChallengeBody,
  ChallengeView,
  digits,
  EnrolBody,
  Enrolled,
  FactorList,
  FactorView,
  Recovered,
  RecoveryBody,
  RecoveryCodes,
  RenameBody,
  UsableFactors,
  usableView,
  VerificationBody,
  Verified,
} from './factors.schemas.ts'
import { changeFactorName, enrolFactor, removeFactor, selfOf } from './factors.ts'
import { tendsFactors } from './policy.ts'
import { raisedSession } from './raised-sessions.ts'
import { countCodes } from './recovery-codes.queries.ts'
import { redeemCode, renewCodes } from './recovery-codes.ts'
import { cameBySsoAlone } from './sessions.queries.ts'
import { verifyFactor } from './verifications.ts'

const OneFactor = Type.Object({ factorId: Id })
const kinds = ['totp', 'phone', 'webauthn'] as const

const viewOf = ({ id, type, isVerified, name, phone, lastUsedAt, createdAt }: Factor) => ({
  id,
  type,
  isVerified,
  name,
  phone,
  lastUsedAt,
  createdAt,
})

export const factorRoutes = [
  route({
    method: 'GET',
    path: '/factors',
    summary: 'My second factors',
    response: FactorList,
    organization: 'none',
    whileOnHold: true,
    allow: tendsFactors,
    async handle(ctx) {
      const { userId, sessionId } = selfOf(ctx)
      const { mfa, mostFactors } = ctx.app.config.auth
      const mayAdd = !(await cameBySsoAlone(ctx.db, sessionId))
      return {
        items: (await findFactors(ctx.db, userId)).map(viewOf),
        recoveryCodesLeft: (await countCodes(ctx.db, userId)).left,
        kinds: kinds.filter((kind) => mayAdd && mfa[kind].enrol),
        most: mostFactors,
        isRequired: await isAskedForFactor(ctx.db, userId),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/factors/challengeable',
    summary: 'Which second factors I can sign in with',
    response: UsableFactors,
    organization: 'none',
    whileOnHold: true,
    allow: oneself,
    async handle(ctx) {
      const { userId } = selfOf(ctx)
      const { mfa } = ctx.app.config.auth
      const factors = await findFactors(ctx.db, userId)
      return {
        items: factors.filter((factor) => factor.isVerified && mfa[factor.type].verify).map(usableView),
        hasRecoveryCodes: (await countCodes(ctx.db, userId)).left > 0,
      }
    },
  }),
  route({
    method: 'POST',
    path: '/factors',
    summary: 'Begin a second factor; it counts once it was verified',
    body: EnrolBody,
    response: Enrolled,
    status: 201,
    errors: [
      FactorKindOff,
      FactorNameTaken,
      OwnSignInNeeded,
      PhoneFactorExists,
      PhoneNotValid,
      ProofTooOld,
      SecondFactorNeeded,
      TooManyFactors,
    ],
    organization: 'none',
    whileOnHold: true,
    // Not kept for a repeated Idempotency-Key: the answer holds a secret.
    transaction: false,
    limits: [byPerson(30, 3600)],
    allow: tendsFactors,
    async handle(ctx, _, { body }) {
      const wish = { ...body, name: body.name ?? null, startOver: true }
      const { factor, totp } = await withTransaction(ctx.app, ctx, (tx) => enrolFactor(tx, wish))
      return { factor: viewOf(factor), totp }
    },
  }),
  route({
    method: 'PATCH',
    path: '/factors/:factorId',
    summary: 'Rename a second factor',
    params: OneFactor,
    body: RenameBody,
    response: FactorView,
    errors: [NotFound, FactorNameTaken],
    organization: 'none',
    allow: tendsFactors,
    handle: async (ctx, _, { params, body }) =>
      viewOf(await changeFactorName(ctx, params.factorId, body.name)),
  }),
  route({
    method: 'DELETE',
    path: '/factors/:factorId',
    summary: 'Remove a second factor',
    params: OneFactor,
    response: Empty,
    errors: [NotFound, ProofTooOld, SecondFactorNeeded, LastFactorNeeded],
    organization: 'none',
    whileOnHold: true,
    allow: tendsFactors,
    async handle(ctx, _, { params }) {
      await removeFactor(ctx, params.factorId)
      return null
    },
  }),
  route({
    method: 'POST',
    path: '/factors/:factorId/challenges',
    summary: 'Ask a second factor: a code goes to a phone, a security key gets its question',
    params: OneFactor,
    body: ChallengeBody,
    response: ChallengeView,
    status: 201,
    errors: [NotFound, FactorKindOff, SecondFactorNeeded],
    organization: 'none',
    whileOnHold: true,
    transaction: false,
    limits: [byPerson(30, 300)],
    allow: oneself,
    handle: (ctx, _, { params, body }) => challengeFactor(ctx, params.factorId, body.channel),
  }),
  route({
    method: 'POST',
    path: '/factors/:factorId/verifications',
    summary: 'Answer with a second factor; the session rises and gets a new token',
    params: OneFactor,
    body: VerificationBody,
    response: Verified,
    errors: [
      NotFound,
      FactorKindOff,
      WrongCode,
      WrongKey,
      ChallengeOver,
      OwnSignInNeeded,
      SecondFactorNeeded,
      PhoneFactorExists,
    ],
    organization: 'none',
    whileOnHold: true,
    transaction: false,
    allow: oneself,
    async handle(ctx, _, { params, body, reply }) {
      const given = { ...body, challengeId: body.challengeId ?? null, code: digits(body.code) }
      const proven = await verifyFactor(ctx, params.factorId, given, { recoveryCodes: true })
      const session = await handOver(ctx, reply, body.mode, await raisedSession(ctx, proven))
      return { ...session, recoveryCodes: proven.recoveryCodes }
    },
  }),
  route({
    method: 'POST',
    path: '/recovery-codes',
    summary: 'Make new recovery codes; the earlier ones stop working',
    response: RecoveryCodes,
    status: 201,
    errors: [ProofTooOld, SecondFactorNeeded, NoSecondFactor],
    organization: 'none',
    transaction: false,
    limits: [byPerson(20, 3600)],
    allow: oneself,
    handle: async (ctx) => ({ codes: await withTransaction(ctx.app, ctx, renewCodes) }),
  }),
  route({
    method: 'POST',
    path: '/recovery-codes/verifications',
    summary: 'Use a recovery code in place of a second factor that is lost',
    body: RecoveryBody,
    response: Recovered,
    errors: [WrongCode],
    organization: 'none',
    whileOnHold: true,
    transaction: false,
    allow: oneself,
    async handle(ctx, _, { body, reply }) {
      const redeemed = await redeemCode(ctx, body.code)
      const session = await handOver(ctx, reply, body.mode, await raisedSession(ctx, redeemed))
      return { ...session, recoveryCodesLeft: redeemed.left }
    },
  }),
]
