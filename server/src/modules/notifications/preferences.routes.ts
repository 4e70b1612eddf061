import { Type } from 'typebox'
import { signedIn } from '../../platform/actor.ts'
import { route } from '../../platform/http/route.ts'
import { OneOf } from '../../platform/http/schemas.ts'
import { changeWishes, myWishes } from './preferences.ts'
import { noticeTypeNames } from './types.ts'

const wish = {
  type: OneOf(noticeTypeNames, { description: 'Kind of notice' }),
  inApp: Type.Boolean(),
  email: Type.Boolean({ description: 'Sent only while mail is on at all in the preferences of the person' }),
}
const Wishes = Type.Object({ items: Type.Array(Type.Object(wish)) })

export const preferenceRoutes = [
  route({
    method: 'GET',
    path: '/preferences',
    summary: 'Where I want which notices',
    response: Wishes,
    allow: signedIn,
    handle: async (ctx) => ({ items: await myWishes(ctx, ctx.actor.userId ?? '') }),
  }),
  route({
    method: 'PUT',
    path: '/preferences',
    summary: 'Choose where I want which notices; types that are not named stay',
    body: Type.Object(
      { items: Type.Array(Type.Object(wish, { additionalProperties: false }), { maxItems: 100 }) },
      { additionalProperties: false },
    ),
    response: Wishes,
    allow: signedIn,
    async handle(ctx, _, { body }) {
      const userId = ctx.actor.userId ?? ''
      await changeWishes(ctx, userId, body.items)
      return { items: await myWishes(ctx, userId) }
    },
  }),
]
