import { Type } from 'typebox'
import { Email, Id, Nullable, OneOf, Timestamp } from '../../../platform/http/schemas.ts'
import { SignedQuestionBody } from '../passkeys/passkeys.schemas.ts'
import { GivenPassword, Mode } from '../sessions/sessions.schemas.ts'
import { answer, Code, UsableFactor } from './factors.schemas.ts'

// A choice of bodies gets no defaults, so it is left out instead.
const mode = Type.Optional(Mode)
const closed = { additionalProperties: false }
const way = <const W extends string>(name: W) => OneOf([name] as const)

export const ProofWays = Type.Object({
  password: Type.Boolean(),
  factors: Type.Array(UsableFactor),
  passkeys: Type.Boolean(),
  mailedCode: Type.Boolean(),
  recentUntil: Nullable(
    Type.Unsafe<Date>({ ...Timestamp, description: 'Until when the last proof is recent enough' }),
  ),
})

export const ProofBody = Type.Union([
  Type.Object({ by: way('password'), password: GivenPassword, mode }, closed),
  Type.Object({ by: way('factor'), factorId: Id, ...answer, mode }, closed),
  Type.Object({ by: way('passkey'), ...SignedQuestionBody.properties, mode }, closed),
  Type.Object({ by: way('mailed_code'), code: Code, mode }, closed),
])

export const MailedTo = Type.Object({ email: Email })
