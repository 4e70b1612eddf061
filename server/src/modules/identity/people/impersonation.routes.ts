import { Type } from 'typebox'
import { anyone } from '../../../platform/actor.ts'
import { route } from '../../../platform/http/route.ts'
import { Banned, ProofTooOld } from '../errors.ts'
import { byPerson } from '../limits.ts'
import { canImpersonate } from '../policy.ts'
import { bringBack, forgetCookie, handOverBeside, putAside, tokenAside } from '../sessions/session-cookie.ts'
import { Mode, SignedIn } from '../sessions/sessions.schemas.ts'
import { impersonable, impersonate, stopImpersonating } from './impersonation.ts'
import { PersonParams } from './people.schemas.ts'

const Reason = Type.Object(
  {
    reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S', description: 'The person reads it' }),
    mode: Mode,
  },
  { additionalProperties: false },
)

export const impersonationRoutes = [
  route({
    method: 'POST',
    path: '/people/:personId/impersonations',
    summary: 'Act in a person’s name for an hour; they are told',
    params: PersonParams,
    body: Reason,
    response: SignedIn,
    status: 201,
    errors: [ProofTooOld, Banned],
    limits: [byPerson(30, 3600)],
    load: (ctx, { params }) => impersonable(ctx, params.personId),
    allow: canImpersonate,
    async handle(ctx, member, { body, request, reply }) {
      const entered = await impersonate(ctx, member, body.reason.trim())
      if (body.mode === 'cookie') putAside(ctx.app, request, reply)
      return handOverBeside(ctx.app, reply, body.mode, entered)
    },
  }),
  route({
    method: 'DELETE',
    path: '/impersonations/current',
    summary: 'Be oneself again; also when the session in the other’s name has ended by itself',
    response: Type.Object({
      resumed: Type.Boolean({ description: 'false: sign in again, or go on with your own token' }),
    }),
    organization: 'none',
    allow: anyone,
    async handle(ctx, _, { request, reply }) {
      const present = ctx.actor.userId !== null && ctx.actor.impersonatedBy === null
      const token = await stopImpersonating(ctx, tokenAside(ctx.app, request))
      if (token) bringBack(ctx.app, reply, token)
      else if (!present) forgetCookie(ctx.app, reply)
      return { resumed: token !== null }
    },
  }),
]
