import { anyone } from '../../../platform/actor.ts'
import { type Limit, route } from '../../../platform/http/route.ts'
import {
  Banned,
  CodeSentLately,
  LinkNotValid,
  MembershipInactive,
  NoPhoneNumber,
  PhoneSignInOff,
  SignUpClosed,
  WrongCode,
} from '../errors.ts'
import { byIp } from '../limits.ts'
import { handOver } from '../sessions/session-cookie.ts'
import { SignedIn } from '../sessions/sessions.schemas.ts'
import { CodeSent, CodeWishBody, RedemptionBody } from './sign-in-codes.schemas.ts'
import { askForCode, redeemSignInCode } from './sign-in-codes.ts'

/** At most so many tries for one address or number, wherever they come from. */
const byWhatItGoesTo = (max: number, windowSeconds: number): Limit => ({
  by({ body }) {
    const { email, phone, token } = body as { email?: string; phone?: string; token?: string }
    return email?.trim() ?? phone?.replace(/\D/g, '') ?? token ?? ''
  },
  max,
  windowSeconds,
})

export const signInCodeRoutes = [
  route({
    method: 'POST',
    path: '/sign-in-codes',
    summary: 'Ask for a code and a link to sign in; answers the same whether or not anybody has the address',
    body: CodeWishBody,
    response: CodeSent,
    status: 202,
    errors: [CodeSentLately, NoPhoneNumber, PhoneSignInOff],
    organization: 'none',
    limits: [byIp(50, 3600), byWhatItGoesTo(20, 3600)],
    allow: anyone,
    handle: (ctx, _, { body }) => askForCode(ctx, body, body.next ?? null),
  }),
  route({
    method: 'POST',
    path: '/sign-in-codes/redemptions',
    summary: 'Sign in by a code or by the token of a link',
    body: RedemptionBody,
    response: SignedIn,
    status: 201,
    errors: [
      WrongCode,
      LinkNotValid,
      NoPhoneNumber,
      PhoneSignInOff,
      Banned,
      MembershipInactive,
      SignUpClosed,
    ],
    organization: 'none',
    transaction: false,
    limits: [byIp(100, 600), byWhatItGoesTo(60, 600)],
    allow: anyone,
    handle: async (ctx, _, { body, reply }) =>
      handOver(ctx, reply, body.mode, await redeemSignInCode(ctx, body)),
  }),
]
