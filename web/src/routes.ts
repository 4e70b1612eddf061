import { layout, type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes'
import * as admin from './features/admin/routes.ts'
import * as audit from './features/audit/routes.ts'
import * as identity from './features/identity/routes.ts'
import * as imports from './features/imports/routes.ts'
import * as learning from './features/learning/routes.ts'
import * as notifications from './features/notifications/routes.ts'
import * as site from './features/site/routes.ts'
import * as teaching from './features/teaching/routes.ts'

/** Pages inside a frame; an error in one of them is shown inside the frame too. */
function framed(frame: 'public' | 'app' | 'focus' | 'auth', pages: RouteConfigEntry[]): RouteConfigEntry {
  const boundary = frame === 'focus' ? 'app/focus-boundary.tsx' : 'app/page-boundary.tsx'
  return layout(`app/${frame}-layout.tsx`, [layout(boundary, { id: `app/page-boundary-${frame}` }, pages)])
}

export default [
  framed('public', [
    ...site.publicPages,
    ...learning.publicPages,
    ...notifications.publicPages,
    route('*', 'app/not-found.tsx'),
  ]),
  framed('auth', [...site.authPages, ...identity.authPages]),
  framed('app', [
    ...site.appPages,
    ...learning.appPages,
    ...identity.appPages,
    ...admin.appPages,
    ...audit.appPages,
    ...notifications.appPages,
    ...imports.appPages,
    ...teaching.appPages,
  ]),
  framed('focus', [...site.focusPages, ...learning.focusPages]),
  route('preferences', 'app/preferences.ts'),
  ...identity.framelessPages,
  ...learning.framelessPages,
  ...notifications.framelessPages,
  ...teaching.framelessPages,
] satisfies RouteConfig
