import { Type } from 'typebox'
import { route } from '../../../platform/http/route.ts'
import { Empty, Nullable } from '../../../platform/http/schemas.ts'
import { GivenCode, GivenPhone } from '../codes/sign-in-codes.schemas.ts'
import {
  CodeSentLately,
  NoOtherWayIn,
  NoPhoneNumber,
  PhoneSignInOff,
  PhoneTaken,
  ProofTooOld,
  WrongCode,
} from '../errors.ts'
import { OwnSignInNeeded } from '../factors/errors.ts'
import { byPerson } from '../limits.ts'
import { oneself } from '../policy.ts'
import { askForPhoneCode, myPhone, proveMyPhone, removeMyPhone } from './phones.ts'

const Phone = Type.Object({ phone: Nullable(Type.String()), isProven: Type.Boolean() })

export const phoneRoutes = [
  route({
    method: 'GET',
    path: '/me/phone',
    summary: 'My phone number',
    response: Phone,
    organization: 'none',
    allow: oneself,
    handle: myPhone,
  }),
  route({
    method: 'POST',
    path: '/me/phone/codes',
    summary: 'Have a code sent to a number I want to sign in with',
    body: Type.Object({ phone: GivenPhone }, { additionalProperties: false }),
    response: Empty,
    status: 202,
    errors: [ProofTooOld, OwnSignInNeeded, NoPhoneNumber, PhoneSignInOff, CodeSentLately],
    organization: 'none',
    limits: [byPerson(10, 3600)],
    allow: oneself,
    async handle(ctx, _, { body }) {
      await askForPhoneCode(ctx, body.phone)
      return null
    },
  }),
  route({
    method: 'PUT',
    path: '/me/phone',
    summary: 'Prove a number by the code sent to it; it becomes mine',
    body: Type.Object({ phone: GivenPhone, code: GivenCode }, { additionalProperties: false }),
    response: Phone,
    errors: [WrongCode, OwnSignInNeeded, PhoneTaken, NoPhoneNumber],
    organization: 'none',
    transaction: false,
    limits: [byPerson(60, 600)],
    allow: oneself,
    handle: (ctx, _, { body }) => proveMyPhone(ctx, body),
  }),
  route({
    method: 'DELETE',
    path: '/me/phone',
    summary: 'Remove my phone number',
    response: Empty,
    errors: [ProofTooOld, OwnSignInNeeded, NoOtherWayIn],
    organization: 'none',
    allow: oneself,
    async handle(ctx) {
      await removeMyPhone(ctx)
      return null
    },
  }),
]
