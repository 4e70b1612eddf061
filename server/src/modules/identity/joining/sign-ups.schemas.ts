import { Type } from 'typebox'
import { Email, OneOf } from '../../../platform/http/schemas.ts'
import { locales } from '../../../platform/messages.ts'
import { GivenPassword, LinkToken, Mode, NewPassword, PersonName } from '../sessions/sessions.schemas.ts'

/** A path on this site: one slash, then none and no backslash, so it cannot lead elsewhere. */
export const LocalPath = Type.String({ maxLength: 500, pattern: '^/(?![/\\\\])[^\\\\\\x00-\\x1f]*$' })
export const TimeZone = Type.String({
  minLength: 1,
  maxLength: 60,
  pattern: '^[A-Za-z0-9_+/-]+$',
  description: 'IANA name',
})

export const SignUpBody = Type.Object(
  {
    email: Email,
    password: NewPassword,
    name: PersonName,
    language: Type.Optional(OneOf(locales)),
    timeZone: Type.Optional(TimeZone),
    next: Type.Optional(LocalPath),
  },
  { additionalProperties: false },
)

export const VerificationBody = Type.Object(
  { token: LinkToken, password: GivenPassword, mode: Mode },
  { additionalProperties: false },
)

/** Says the same whatever became of it. */
export const Sent = Type.Object({ email: Type.String({ description: 'Address a mail is on its way to' }) })
