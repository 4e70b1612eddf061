import { Type } from 'typebox'
import { signedIn } from '../../platform/actor.ts'
import { route } from '../../platform/http/route.ts'
import { defineModule } from '../../platform/module.ts'

export const identity = defineModule({
  name: 'identity',
  routes: [
    route({
      method: 'GET',
      path: '/me',
      summary: 'Who I am',
      response: Type.Object({ userId: Type.String() }),
      allow: signedIn,
      handle: async (ctx) => ({ userId: ctx.actor.userId ?? '' }),
    }),
  ],
})
