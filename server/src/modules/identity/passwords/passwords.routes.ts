import { anyone } from '../../../platform/actor.ts'
import { route } from '../../../platform/http/route.ts'
import { Empty } from '../../../platform/http/schemas.ts'
import { PasswordChange, Reset, ResetRequest } from '../account/me.schemas.ts'
import { LinkNotValid, PasswordCommon, PasswordTooLong, WrongPassword } from '../errors.ts'
import { requestReset } from '../jobs.ts'
import { normalEmail } from '../joining/registration.ts'
import { Sent } from '../joining/sign-ups.schemas.ts'
import { byAddress, byIp, byLink, byPerson } from '../limits.ts'
import { oneself } from '../policy.ts'
import { changePassword, resetPassword } from './password-changes.ts'

export const passwordRoutes = [
  route({
    method: 'POST',
    path: '/password-reset-requests',
    summary: 'Ask for a link to choose a new password; answers the same whether or not the address is known',
    body: ResetRequest,
    response: Sent,
    status: 202,
    organization: 'none',
    limits: [byIp(50, 3600), byAddress(20, 3600)],
    allow: anyone,
    async handle(ctx, _, { body }) {
      await requestReset(ctx, normalEmail(body.email))
      return { email: body.email }
    },
  }),
  route({
    method: 'POST',
    path: '/password-resets',
    summary: 'Choose a new password by a link; ends every session',
    body: Reset,
    response: Empty,
    errors: [LinkNotValid, PasswordCommon, PasswordTooLong],
    organization: 'none',
    transaction: false,
    limits: [byIp(100, 600), byLink(60, 600)],
    allow: anyone,
    async handle(ctx, _, { body }) {
      await resetPassword(ctx, body.token, body.password)
      return null
    },
  }),
  route({
    method: 'PUT',
    path: '/me/password',
    summary: 'Change my password; ends my other sessions',
    body: PasswordChange,
    response: Empty,
    errors: [WrongPassword, PasswordCommon, PasswordTooLong],
    organization: 'none',
    transaction: false,
    limits: [byPerson(10, 600)],
    allow: oneself,
    async handle(ctx, _, { body }) {
      await changePassword(ctx, body.currentPassword, body.newPassword)
      return null
    },
  }),
]
