import type { Static } from 'typebox'
import type { Ctx } from '../../../platform/ctx.ts'
import { route } from '../../../platform/http/route.ts'
import { CodeSentLately, WrongCode, WrongPassword } from '../errors.ts'
import { byPerson } from '../limits.ts'
import { PasskeyChallengeOver, PasskeyRefused, PasskeysOff } from '../passkeys/errors.ts'
import { recentMinutes } from '../sessions/second-proofs.ts'
import { handOver } from '../sessions/session-cookie.ts'
import { SignedIn } from '../sessions/sessions.schemas.ts'
import { ChallengeOver, FactorKindOff, NoMailedCode, WrongKey } from './errors.ts'
import { digits, usableView } from './factors.schemas.ts'
import { tendsFactors } from './policy.ts'
import { MailedTo, ProofBody, ProofWays } from './proofs.schemas.ts'
import {
  mailProofCode,
  type Proven,
  proveByFactor,
  proveByMailedCode,
  proveByPasskey,
  proveByPassword,
  waysToProve,
} from './proofs.ts'
import { raisedSession } from './raised-sessions.ts'

function prove(ctx: Ctx, body: Static<typeof ProofBody>): Promise<Proven> {
  switch (body.by) {
    case 'password':
      return proveByPassword(ctx, body.password)
    case 'factor':
      return proveByFactor(ctx, body.factorId, {
        challengeId: body.challengeId ?? null,
        code: digits(body.code),
        credential: body.credential,
      })
    case 'passkey':
      return proveByPasskey(ctx, body)
    case 'mailed_code':
      return proveByMailedCode(ctx, digits(body.code) ?? '')
  }
}

export const proofRoutes = [
  route({
    method: 'GET',
    path: '/proofs',
    summary: 'How I can show that it is still me, before a dangerous act',
    response: ProofWays,
    organization: 'none',
    whileOnHold: true,
    allow: tendsFactors,
    async handle(ctx) {
      const { authenticatedAt } = ctx.actor
      const ways = await waysToProve(ctx)
      return {
        ...ways,
        factors: ways.factors.map(usableView),
        recentUntil: authenticatedAt && new Date(authenticatedAt.getTime() + recentMinutes * 60_000),
      }
    },
  }),
  route({
    method: 'POST',
    path: '/proofs/mailed-codes',
    summary: 'Send me a code by mail to show that it is still me',
    response: MailedTo,
    status: 202,
    errors: [NoMailedCode, CodeSentLately],
    organization: 'none',
    whileOnHold: true,
    limits: [byPerson(10, 3600)],
    allow: tendsFactors,
    handle: async (ctx) => ({ email: await mailProofCode(ctx) }),
  }),
  route({
    method: 'POST',
    path: '/proofs',
    summary: 'Show that it is still me; the session gets a new token',
    body: ProofBody,
    response: SignedIn,
    errors: [
      WrongPassword,
      WrongCode,
      WrongKey,
      ChallengeOver,
      FactorKindOff,
      NoMailedCode,
      PasskeysOff,
      PasskeyRefused,
      PasskeyChallengeOver,
    ],
    organization: 'none',
    whileOnHold: true,
    transaction: false,
    limits: [byPerson(60, 600)],
    allow: tendsFactors,
    handle: async (ctx, _, { body, reply }) =>
      handOver(ctx, reply, body.mode ?? 'token', await raisedSession(ctx, await prove(ctx, body))),
  }),
]
