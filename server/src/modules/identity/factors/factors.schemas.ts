import { Type } from 'typebox'
import { Id, Nullable, OneOf, Timestamp } from '../../../platform/http/schemas.ts'
import { NewCredential, SignedChallenge } from '../passkeys/webauthn.schemas.ts'
import { Mode, SignedIn } from '../sessions/sessions.schemas.ts'
import type { Factor } from './factors.queries.ts'

const closed = { additionalProperties: false }

export const FactorKind = OneOf(['totp', 'phone', 'webauthn'] as const, {
  description: 'totp: an authenticator app. phone: a code by text message. webauthn: a security key.',
})
const FactorName = Type.String({ maxLength: 60, description: 'What the person calls it' })

export const FactorView = Type.Object({
  id: Id,
  type: FactorKind,
  isVerified: Type.Boolean({ description: 'It counts; otherwise it was begun and not proven yet' }),
  name: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  lastUsedAt: Nullable(Timestamp),
  createdAt: Timestamp,
})

export const FactorList = Type.Object({
  items: Type.Array(FactorView),
  recoveryCodesLeft: Type.Integer(),
  /** Kinds that can be added here. */
  kinds: Type.Array(FactorKind),
  most: Type.Integer({ description: 'Factors a person may have' }),
  isRequired: Type.Boolean({ description: 'An organization of theirs asks for a second factor' }),
})

export const UsableFactor = Type.Object({
  id: Id,
  type: FactorKind,
  name: Nullable(Type.String()),
  phoneEnding: Nullable(Type.String({ description: 'Last digits of the number' })),
})
/** A factor as somebody sees it who did not show it yet: not the whole number. */
export const usableView = ({ id, type, name, phone }: Factor) => ({
  id,
  type,
  name,
  phoneEnding: phone?.slice(-3) ?? null,
})

export const UsableFactors = Type.Object({
  items: Type.Array(UsableFactor),
  hasRecoveryCodes: Type.Boolean(),
})

export const EnrolBody = Type.Object(
  {
    type: FactorKind,
    name: Type.Optional(FactorName),
    phone: Type.Optional(Type.String({ maxLength: 40, description: 'Number of a phone, with country code' })),
  },
  closed,
)

export const Enrolled = Type.Object({
  factor: FactorView,
  totp: Nullable(
    Type.Object({
      secret: Type.String({ description: 'For typing it in; base32' }),
      uri: Type.String({ description: 'otpauth:// address' }),
      qrCode: Type.String({ description: 'The address as a picture, SVG' }),
    }),
  ),
})

export const RenameBody = Type.Object({ name: FactorName }, closed)

export const ChallengeBody = Type.Object(
  { channel: Type.Optional(OneOf(['sms', 'whatsapp'] as const)) },
  closed,
)

const BrowserOptions = Type.Unsafe<object>({ type: 'object', additionalProperties: true })

export const ChallengeView = Type.Object({
  id: Id,
  type: FactorKind,
  expiresAt: Timestamp,
  key: Nullable(
    Type.Object({
      type: OneOf(['create', 'request'] as const, {
        description: 'create: make a key (navigator.credentials.create). request: use it (get).',
      }),
      options: BrowserOptions,
    }),
  ),
})

/** Digits as people type them. */
export const Code = Type.String({ minLength: 4, maxLength: 20, pattern: '^[0-9 ]+$', description: 'Digits' })
/** A code without the spaces people read it with. */
export const digits = (code: string | undefined): string | undefined => code?.replaceAll(' ', '')
export const RecoveryCode = Type.String({ minLength: 1, maxLength: 60 })

export const answer = {
  challengeId: Type.Optional(Nullable(Id)),
  code: Type.Optional(Code),
  credential: Type.Optional(
    Type.Unsafe<NewCredential | SignedChallenge>(Type.Union([NewCredential, SignedChallenge])),
  ),
}

export const VerificationBody = Type.Object({ ...answer, mode: Mode }, closed)
export const RecoveryBody = Type.Object({ code: RecoveryCode, mode: Mode }, closed)

const RecoveryCodeList = Type.Array(Type.String(), { description: 'Each works once; they are told only now' })

export const Verified = Type.Object({
  ...SignedIn.properties,
  recoveryCodes: Nullable(RecoveryCodeList),
})
export const Recovered = Type.Object({
  ...SignedIn.properties,
  recoveryCodesLeft: Type.Integer(),
})
export const RecoveryCodes = Type.Object({ codes: RecoveryCodeList })
