import { Type } from 'typebox'
import { anyone } from '../../../platform/actor.ts'
import { route } from '../../../platform/http/route.ts'
import { Email } from '../../../platform/http/schemas.ts'
import { byAddress, byIp } from '../limits.ts'
import { normalEmail } from './registration.ts'
import { LocalPath, Sent } from './sign-ups.schemas.ts'
import { requestVerification } from './verification-requests.ts'

export const verificationRequestRoutes = [
  route({
    method: 'POST',
    path: '/email-verification-requests',
    summary: 'Ask for the confirmation mail again; answers the same whether or not a sign-up is open',
    body: Type.Object({ email: Email, next: Type.Optional(LocalPath) }, { additionalProperties: false }),
    response: Sent,
    status: 202,
    limits: [byIp(50, 3600), byAddress(5, 3600)],
    allow: anyone,
    async handle(ctx, _, { body }) {
      await requestVerification(ctx, normalEmail(body.email), body.next ?? null)
      return { email: body.email }
    },
  }),
]
