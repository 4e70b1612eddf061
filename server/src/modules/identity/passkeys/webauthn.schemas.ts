import { type Static, Type } from 'typebox'
import { OneOf } from '../../../platform/http/schemas.ts'

const Encoded = (most: number) =>
  Type.String({ minLength: 1, maxLength: most, pattern: '^[A-Za-z0-9_-]+=*$' })

const credential = {
  id: Encoded(1400),
  rawId: Encoded(1400),
  type: OneOf(['public-key'] as const),
}

/** What `navigator.credentials.create()` gave, as JSON (WebAuthn level 3, 5.1: RegistrationResponseJSON). */
export const NewCredential = Type.Object({
  ...credential,
  response: Type.Object({
    clientDataJSON: Encoded(8000),
    attestationObject: Encoded(64_000),
    transports: Type.Optional(Type.Array(Type.String({ maxLength: 30 }), { maxItems: 10 })),
  }),
})
export type NewCredential = Static<typeof NewCredential>

/** What `navigator.credentials.get()` gave, as JSON (AuthenticationResponseJSON). */
export const SignedChallenge = Type.Object({
  ...credential,
  response: Type.Object({
    clientDataJSON: Encoded(8000),
    authenticatorData: Encoded(8000),
    signature: Encoded(2000),
    userHandle: Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 200 })),
  }),
})
export type SignedChallenge = Static<typeof SignedChallenge>
