import { anyone } from '../../../platform/actor.ts'
import { withTransaction } from '../../../platform/ctx.ts'
import { route } from '../../../platform/http/route.ts'
import { validTimeZone } from '../account/preferences.ts'
import {
  LinkNotValid,
  PasswordCommon,
  PasswordTooLong,
  SignUpClosed,
  WrongSignUpPassword,
} from '../errors.ts'
import { byAddress, byIp, byLink } from '../limits.ts'
import { ownWords } from '../passwords/own-words.ts'
import { hashPassword, refuseWeakPassword } from '../passwords/passwords.ts'
import { handOver } from '../sessions/session-cookie.ts'
import { SignedIn } from '../sessions/sessions.schemas.ts'
import { Sent, SignUpBody, VerificationBody } from './sign-ups.schemas.ts'
import { signUp, verifyEmail } from './sign-ups.ts'

export const signUpRoutes = [
  route({
    method: 'POST',
    path: '/sign-ups',
    summary: 'Sign up: a mail is sent, whether or not the address has an account',
    body: SignUpBody,
    response: Sent,
    status: 202,
    errors: [SignUpClosed, PasswordCommon, PasswordTooLong],
    // The password is hashed outside the transaction.
    transaction: false,
    limits: [byIp(50, 3600), byAddress(20, 3600)],
    allow: anyone,
    async handle(ctx, _, { body }) {
      refuseWeakPassword(ctx.app, body.password, await ownWords(ctx, body.email, body.name))
      const { email, name, language = null, next = null } = body
      const timeZone = body.timeZone === undefined ? null : validTimeZone(body.timeZone)
      const encryptedPassword = await hashPassword(body.password)
      await withTransaction(ctx.app, ctx, (tx) =>
        signUp(tx, { email, name, encryptedPassword, language, timeZone, next }),
      )
      return { email }
    },
  }),
  route({
    method: 'POST',
    path: '/email-verifications',
    summary: 'Prove an address by the link and the password chosen with it, and sign in',
    body: VerificationBody,
    response: SignedIn,
    status: 201,
    errors: [LinkNotValid, WrongSignUpPassword],
    organization: 'none',
    transaction: false,
    limits: [byIp(100, 600), byLink(60, 600)],
    allow: anyone,
    handle: async (ctx, _, { body, reply }) =>
      handOver(ctx, reply, body.mode, await verifyEmail(ctx, body.token, body.password)),
  }),
]
