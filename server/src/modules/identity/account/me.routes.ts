import { hasAccount } from '../../../platform/actor.ts'
import { route } from '../../../platform/http/route.ts'
import { Empty } from '../../../platform/http/schemas.ts'
import { Banned, LastOwner, MembershipInactive, SignUpClosed, UnknownTimeZone } from '../errors.ts'
import { oneself } from '../policy.ts'
import { findPreferences, upsertPreferences } from './me.queries.ts'
import { Me, MyProfile, Preferences, PreferencesBody, ProfileChanges } from './me.schemas.ts'
import { changeProfile, describeMe, join, leave, myProfile } from './me.ts'
import { validTimeZone } from './preferences.ts'

export const meRoutes = [
  route({
    method: 'GET',
    path: '/me',
    summary: 'Who I am here, and what I may do',
    response: Me,
    organization: 'none',
    allow: hasAccount,
    handle: describeMe,
  }),
  route({
    method: 'PATCH',
    path: '/me',
    summary: 'Change my profile',
    body: ProfileChanges,
    response: MyProfile,
    organization: 'none',
    load: (ctx) => myProfile(ctx),
    allow: hasAccount,
    version: (profile) => profile.updatedAt.getTime(),
    handle: (ctx, profile, { body }) => changeProfile(ctx, profile, body),
  }),
  route({
    method: 'GET',
    path: '/me/preferences',
    summary: 'What I prefer',
    response: Preferences,
    organization: 'none',
    allow: hasAccount,
    handle: (ctx) => findPreferences(ctx.db, ctx.organizationId, ctx.actor.userId ?? ''),
  }),
  route({
    method: 'PUT',
    path: '/me/preferences',
    summary: 'Say what I prefer',
    body: PreferencesBody,
    response: Preferences,
    errors: [UnknownTimeZone],
    organization: 'none',
    allow: hasAccount,
    async handle(ctx, _, { body }) {
      const next = { ...body, timeZone: validTimeZone(body.timeZone) }
      await upsertPreferences(ctx.db, ctx.actor.userId ?? '', next)
      return next
    },
  }),
  route({
    method: 'PUT',
    path: '/me/membership',
    summary: 'Join the organization I look at',
    response: Empty,
    errors: [SignUpClosed, Banned, MembershipInactive],
    allow: oneself,
    async handle(ctx) {
      await join(ctx)
      return null
    },
  }),
  route({
    method: 'DELETE',
    path: '/me/membership',
    summary: 'Leave the organization I look at',
    response: Empty,
    errors: [LastOwner],
    allow: oneself,
    async handle(ctx) {
      await leave(ctx)
      return null
    },
  }),
]
