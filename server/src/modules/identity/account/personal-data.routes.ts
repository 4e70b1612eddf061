import { Type } from 'typebox'
import { route } from '../../../platform/http/route.ts'
import { Empty } from '../../../platform/http/schemas.ts'
import { DeletionNotConfirmed, LastOwnerOf, ProofTooOld } from '../errors.ts'
import { OwnSignInNeeded } from '../factors/errors.ts'
import { byPerson } from '../limits.ts'
import { oneself } from '../policy.ts'
import { forgetCookie } from '../sessions/session-cookie.ts'
import { deleteMyself } from './account-deletion.ts'
import { exportMyself } from './personal-data.ts'

export const personalDataRoutes = [
  route({
    method: 'GET',
    path: '/me/export',
    summary: 'Everything that is kept of me, as a JSON file',
    errors: [ProofTooOld],
    organization: 'none',
    // That it was taken along is recorded.
    transaction: true,
    limits: [byPerson(10, 3600)],
    allow: oneself,
    async handle(ctx, _, { reply }) {
      const everything = await exportMyself(ctx)
      void reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-disposition', 'attachment; filename="my-data.json"')
        .header('cache-control', 'no-store')
      return everything
    },
  }),
  route({
    method: 'DELETE',
    path: '/me',
    summary: 'Delete my account everywhere, for good',
    body: Type.Object(
      {
        confirmation: Type.String({
          maxLength: 254,
          description: 'My main address, or my phone number when I have none',
        }),
      },
      { additionalProperties: false },
    ),
    response: Empty,
    errors: [ProofTooOld, OwnSignInNeeded, DeletionNotConfirmed, LastOwnerOf],
    organization: 'none',
    limits: [byPerson(10, 3600)],
    allow: oneself,
    async handle(ctx, _, { body, reply }) {
      await deleteMyself(ctx, body.confirmation)
      forgetCookie(ctx.app, reply)
      return null
    },
  }),
]
