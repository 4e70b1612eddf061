import { Type } from 'typebox'
import { anyone } from '../../../platform/actor.ts'
import { route } from '../../../platform/http/route.ts'
import { Email } from '../../../platform/http/schemas.ts'
import { LinkNotValid, PasswordCommon, PasswordTooLong, SetUpAlready } from '../errors.ts'
import { byIp, byLink } from '../limits.ts'
import { Setup } from '../organizations/organizations.schemas.ts'
import { handOver } from '../sessions/session-cookie.ts'
import { LinkToken, Mode, NewPassword, PersonName, SignedIn } from '../sessions/sessions.schemas.ts'
import { setUp } from './setup.ts'

const SetupBody = Type.Object(
  { token: LinkToken, ...Setup, name: PersonName, email: Email, password: NewPassword, mode: Mode },
  { additionalProperties: false },
)

export const setupRoutes = [
  route({
    method: 'POST',
    path: '/setup',
    summary: 'Found the first organization and become its owner, by the link Stoa printed when it started',
    body: SetupBody,
    response: SignedIn,
    status: 201,
    errors: [LinkNotValid, SetUpAlready, PasswordCommon, PasswordTooLong],
    organization: 'none',
    transaction: false,
    limits: [byIp(100, 600), byLink(60, 600)],
    allow: anyone,
    async handle(ctx, _, { body, reply }) {
      const { token, mode, ...given } = body
      return handOver(ctx, reply, mode, await setUp(ctx, token, given))
    },
  }),
]
