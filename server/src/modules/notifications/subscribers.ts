import type { Ctx } from '../../platform/ctx.ts'
import { subscribe } from '../../platform/events/events.ts'
import { accessChanged, localeOf } from '../identity/index.ts'
import { say } from './messages.ts'
import { notify } from './notify.ts'

export const notificationSubscribers = [
  // Roles that change for everybody who holds them are no news for one person.
  subscribe('notifications.tell_access_changed', accessChanged, async (ctx, { id, payload, actorUserId }) => {
    if (payload.userId && payload.userId !== actorUserId) await tellAccessChanged(ctx, payload.userId, id)
  }),
]

/** Tells a person that what they may do here has changed. */
async function tellAccessChanged(ctx: Ctx, userId: string, dedupeKey: string): Promise<void> {
  const locale = await localeOf(ctx, userId)
  await notify(ctx, {
    userId,
    type: 'identity.role_changed',
    title: say(locale, 'access_changed.title'),
    message: say(locale, 'access_changed.message'),
    actionUrl: '/account',
    dedupeKey,
  })
}
