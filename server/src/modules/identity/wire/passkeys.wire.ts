import { Type } from 'typebox'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors.ts'
import { selfOf } from '../factors/factors.ts'
import { findPasskeys, type Passkey } from '../passkeys/passkeys.queries.ts'
import {
  addPasskey,
  beginPasskey,
  changePasskeyName,
  type PasskeyChallenge,
  removePasskey,
} from '../passkeys/passkeys.ts'
import { beginSignIn, signInByPasskey } from '../passkeys/sign-in.ts'
import { NewCredential, SignedChallenge } from '../passkeys/webauthn.schemas.ts'
import { firstTokens } from '../sessions/refresh-tokens.ts'
import { defineWireError } from './errors.ts'
import { requireOwnSession } from './own-session.ts'
import { wireRoute } from './route.ts'
import { sessionView } from './session-view.ts'

const NoSuchPasskey = defineWireError('passkey_not_found', 404, 'Passkey not found')
const PasskeyDisabled = defineWireError('passkey_disabled', 404, 'Passkeys are disabled')
const TooMany = defineWireError('too_many_passkeys', 422, 'Maximum number of passkeys reached')
const NoSuchChallenge = defineWireError('webauthn_challenge_not_found', 400, 'Challenge not found')
const NotVerified = defineWireError(
  'webauthn_verification_failed',
  400,
  'The credential could not be verified',
)
const CredentialExists = defineWireError(
  'webauthn_credential_exists',
  422,
  'This credential was registered already',
)

const words: Record<string, () => AppError> = {
  not_found: NoSuchPasskey,
  'identity.passkeys_off': PasskeyDisabled,
  'identity.too_many_passkeys': TooMany,
  'identity.passkey_challenge_over': NoSuchChallenge,
  'identity.passkey_refused': NotVerified,
  'identity.passkey_exists': CredentialExists,
}

/** What the errors of passkeys are called on the wire. */
async function inPasskeyWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof AppError ? (words[error.code]?.() ?? error) : error
  }
}

const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function checkedId(text: string, missing: () => AppError): string {
  if (!uuidShape.test(text)) throw missing()
  return text
}

const PasskeyParams = Type.Object({ passkeyId: Type.String({ maxLength: 200 }) })
const ChallengeId = Type.String({ maxLength: 200 })

const viewOf = (passkey: Passkey) => ({
  id: passkey.id,
  ...(passkey.name === null ? {} : { friendly_name: passkey.name }),
  created_at: passkey.createdAt.toISOString(),
  ...(passkey.lastUsedAt === null ? {} : { last_used_at: passkey.lastUsedAt.toISOString() }),
})

const questionOf = ({ id, expiresAt, options }: PasskeyChallenge<object>) => ({
  challenge_id: id,
  options,
  expires_at: Math.floor(expiresAt.getTime() / 1000),
})

const list = wireRoute({
  method: 'GET',
  path: '/passkeys',
  allow: 'user',
  handle: async (ctx) => (await findPasskeys(ctx.db, selfOf(ctx).userId)).map(viewOf),
})

const registrationOptions = wireRoute({
  method: 'POST',
  path: '/passkeys/registration/options',
  allow: 'user',
  limits: [{ max: 60, windowSeconds: 300 }],
  async handle(ctx) {
    requireOwnSession(ctx)
    return questionOf(await inPasskeyWords(() => beginPasskey(ctx)))
  },
})

const registrationVerify = wireRoute({
  method: 'POST',
  path: '/passkeys/registration/verify',
  allow: 'user',
  body: Type.Object({
    challenge_id: ChallengeId,
    credential: NewCredential,
    friendly_name: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  limits: ['verify'],
  async handle(ctx, { body }) {
    requireOwnSession(ctx)
    const made = {
      challengeId: checkedId(body.challenge_id, NoSuchChallenge),
      credential: body.credential,
      name: body.friendly_name ?? null,
    }
    return viewOf(await inPasskeyWords(() => addPasskey(ctx, made)))
  },
})

const authenticationOptions = wireRoute({
  method: 'POST',
  path: '/passkeys/authentication/options',
  allow: 'anyone',
  limits: ['tokenRefresh'],
  handle: async (ctx) => questionOf(await inPasskeyWords(() => beginSignIn(ctx))),
})

const authenticationVerify = wireRoute({
  method: 'POST',
  path: '/passkeys/authentication/verify',
  allow: 'anyone',
  body: Type.Object({ challenge_id: ChallengeId, credential: SignedChallenge }),
  limits: ['tokenRefresh'],
  transaction: false,
  handle: (ctx, { body }) =>
    inPasskeyWords(async () => {
      const signed = {
        challengeId: checkedId(body.challenge_id, NoSuchChallenge),
        credential: body.credential,
      }
      const { sessionId, person } = await signInByPasskey(ctx, signed, 'app')
      return firstView(ctx, { sessionId, userId: person.id })
    }),
})

const firstView = (ctx: Ctx, session: { sessionId: string; userId: string }) =>
  withTransaction(ctx.app, ctx, async (tx) => sessionView(tx, await firstTokens(tx, session, 'passkey')))

const update = wireRoute({
  method: 'PATCH',
  path: '/passkeys/:passkeyId',
  allow: 'user',
  params: PasskeyParams,
  body: Type.Object({ friendly_name: Type.String({ maxLength: 200 }) }),
  async handle(ctx, { params, body }) {
    requireOwnSession(ctx)
    const id = checkedId(params.passkeyId, NoSuchPasskey)
    return viewOf(await inPasskeyWords(() => changePasskeyName(ctx, id, body.friendly_name)))
  },
})

const remove = wireRoute({
  method: 'DELETE',
  path: '/passkeys/:passkeyId',
  allow: 'user',
  params: PasskeyParams,
  async handle(ctx, { params }) {
    requireOwnSession(ctx)
    const id = checkedId(params.passkeyId, NoSuchPasskey)
    await inPasskeyWords(() => removePasskey(ctx, id))
  },
})

/** Passkeys, as `passkey` of Supabase's client calls them. */
export const passkeyWireRoutes = [
  list,
  registrationOptions,
  registrationVerify,
  authenticationOptions,
  authenticationVerify,
  update,
  remove,
]
