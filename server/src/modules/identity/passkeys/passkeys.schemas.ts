import { Type } from 'typebox'
import { Id, Nullable, Timestamp } from '../../../platform/http/schemas.ts'
import { Mode } from '../sessions/sessions.schemas.ts'
import { NewCredential, SignedChallenge } from './webauthn.schemas.ts'

const closed = { additionalProperties: false }

export const PasskeyName = Type.String({ maxLength: 60, description: 'What the person calls it' })

export const PasskeyView = Type.Object({
  id: Id,
  name: Nullable(Type.String()),
  isSynced: Type.Boolean({
    description: 'Kept by the provider of the device, so that it outlives the device',
  }),
  lastUsedAt: Nullable(Timestamp),
  createdAt: Timestamp,
})
export const PasskeyList = Type.Object({
  items: Type.Array(PasskeyView),
  most: Type.Integer({ description: 'Passkeys a person may have; 0 when none can be added here' }),
})

export const PasskeyQuestion = Type.Object({
  challengeId: Id,
  expiresAt: Timestamp,
  options: Type.Unsafe<object>({ type: 'object', additionalProperties: true }),
})

export const NewPasskeyBody = Type.Object(
  { challengeId: Id, credential: NewCredential, name: Type.Optional(PasskeyName) },
  closed,
)
export const PasskeyNameBody = Type.Object({ name: PasskeyName }, closed)
export const SignedQuestionBody = Type.Object({ challengeId: Id, credential: SignedChallenge }, closed)
export const PasskeySignInBody = Type.Object({ ...SignedQuestionBody.properties, mode: Mode }, closed)
