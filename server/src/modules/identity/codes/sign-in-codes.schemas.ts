import { Type } from 'typebox'
import { Email } from '../../../platform/http/schemas.ts'
import { LocalPath } from '../joining/sign-ups.schemas.ts'
import { LinkToken, Mode, PersonName } from '../sessions/sessions.schemas.ts'

export const GivenCode = Type.String({
  pattern: '^\\s*\\d(?:[ -]?\\d){5,9}\\s*$',
  maxLength: 30,
  description: 'Digits of the code',
})
export const GivenPhone = Type.String({
  minLength: 5,
  maxLength: 40,
  description: 'Phone number with its country: +49…',
})

/** Where the code goes: an address or a phone number. */
export const CodeWishBody = Type.Object(
  { email: Type.Optional(Email), phone: Type.Optional(GivenPhone), next: Type.Optional(LocalPath) },
  { additionalProperties: false },
)

/** The code with what it was sent to, or the token of the link alone. */
export const RedemptionBody = Type.Object(
  {
    email: Type.Optional(Email),
    phone: Type.Optional(GivenPhone),
    code: Type.Optional(GivenCode),
    token: Type.Optional(LinkToken),
    name: Type.Optional(PersonName),
    mode: Mode,
  },
  { additionalProperties: false },
)

/** Says the same whatever becomes of it. */
export const CodeSent = Type.Object({
  codeLength: Type.Integer({ description: 'Digits of the code that is on its way, if anybody is meant' }),
  seconds: Type.Integer({ description: 'How long it works' }),
})
