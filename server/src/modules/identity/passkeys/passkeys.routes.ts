import { Type } from 'typebox'
import { anyone } from '../../../platform/actor.ts'
import { NotFound } from '../../../platform/errors.ts'
import { route } from '../../../platform/http/route.ts'
import { Empty, Id } from '../../../platform/http/schemas.ts'
import { Banned, MembershipInactive, ProofTooOld } from '../errors.ts'
import { OwnSignInNeeded } from '../factors/errors.ts'
import { selfOf } from '../factors/factors.ts'
import { cameBySsoAlone } from '../factors/sessions.queries.ts'
import { byIp, byPerson } from '../limits.ts'
import { oneself } from '../policy.ts'
import { handOver } from '../sessions/session-cookie.ts'
import { SignedIn } from '../sessions/sessions.schemas.ts'
import {
  PasskeyChallengeOver,
  PasskeyExists,
  PasskeyRefused,
  PasskeysOff,
  TooManyPasskeys,
} from './errors.ts'
import { findPasskeys, type Passkey } from './passkeys.queries.ts'
import {
  NewPasskeyBody,
  PasskeyList,
  PasskeyNameBody,
  PasskeyQuestion,
  PasskeySignInBody,
  PasskeyView,
} from './passkeys.schemas.ts'
import {
  addPasskey,
  beginPasskey,
  changePasskeyName,
  type PasskeyChallenge,
  removePasskey,
} from './passkeys.ts'
import { beginSignIn, signInByPasskey } from './sign-in.ts'

const OnePasskey = Type.Object({ passkeyId: Id })

const viewOf = ({ id, name, isSynced, lastUsedAt, createdAt }: Passkey) => ({
  id,
  name,
  isSynced,
  lastUsedAt,
  createdAt,
})
const questionOf = ({ id, expiresAt, options }: PasskeyChallenge<object>) => ({
  challengeId: id,
  expiresAt,
  options,
})

export const passkeyRoutes = [
  route({
    method: 'GET',
    path: '/passkeys',
    summary: 'My passkeys',
    response: PasskeyList,
    organization: 'none',
    allow: oneself,
    async handle(ctx) {
      const { passkeysEnabled, mostFactors } = ctx.app.config.auth
      const { userId, sessionId } = selfOf(ctx)
      const mayAdd = passkeysEnabled && !(await cameBySsoAlone(ctx.db, sessionId))
      return {
        items: (await findPasskeys(ctx.db, userId)).map(viewOf),
        most: mayAdd ? mostFactors : 0,
      }
    },
  }),
  route({
    method: 'POST',
    path: '/passkeys/challenges',
    summary: 'Begin to add a passkey: what the browser needs to make one',
    response: PasskeyQuestion,
    status: 201,
    errors: [PasskeysOff, ProofTooOld, OwnSignInNeeded, TooManyPasskeys],
    organization: 'none',
    limits: [byPerson(30, 3600)],
    allow: oneself,
    handle: async (ctx) => questionOf(await beginPasskey(ctx)),
  }),
  route({
    method: 'POST',
    path: '/passkeys',
    summary: 'Add the passkey the browser made',
    body: NewPasskeyBody,
    response: PasskeyView,
    status: 201,
    errors: [
      PasskeysOff,
      ProofTooOld,
      OwnSignInNeeded,
      TooManyPasskeys,
      PasskeyChallengeOver,
      PasskeyRefused,
      PasskeyExists,
    ],
    organization: 'none',
    limits: [byPerson(30, 3600)],
    allow: oneself,
    handle: async (ctx, _, { body }) => viewOf(await addPasskey(ctx, { ...body, name: body.name ?? null })),
  }),
  route({
    method: 'PATCH',
    path: '/passkeys/:passkeyId',
    summary: 'Rename a passkey',
    params: OnePasskey,
    body: PasskeyNameBody,
    response: PasskeyView,
    errors: [NotFound],
    organization: 'none',
    allow: oneself,
    handle: async (ctx, _, { params, body }) =>
      viewOf(await changePasskeyName(ctx, params.passkeyId, body.name)),
  }),
  route({
    method: 'DELETE',
    path: '/passkeys/:passkeyId',
    summary: 'Remove a passkey',
    params: OnePasskey,
    response: Empty,
    errors: [NotFound, ProofTooOld, OwnSignInNeeded],
    organization: 'none',
    allow: oneself,
    async handle(ctx, _, { params }) {
      await removePasskey(ctx, params.passkeyId)
      return null
    },
  }),
  route({
    method: 'POST',
    path: '/passkey-challenges',
    summary: 'Begin to sign in with a passkey; the same for everybody',
    response: PasskeyQuestion,
    status: 201,
    errors: [PasskeysOff],
    organization: 'none',
    limits: [byIp(100, 600)],
    allow: anyone,
    handle: async (ctx) => questionOf(await beginSignIn(ctx)),
  }),
  route({
    method: 'POST',
    path: '/passkey-sessions',
    summary: 'Sign in with a passkey',
    body: PasskeySignInBody,
    response: SignedIn,
    status: 201,
    errors: [PasskeysOff, PasskeyChallengeOver, PasskeyRefused, Banned, MembershipInactive],
    organization: 'none',
    transaction: false,
    limits: [byIp(100, 600)],
    allow: anyone,
    handle: async (ctx, _, { body, reply }) =>
      handOver(ctx, reply, body.mode, await signInByPasskey(ctx, body)),
  }),
]
