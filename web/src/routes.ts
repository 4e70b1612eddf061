import { layout, type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes'
import * as site from './features/site/routes.ts'

/** Pages inside a frame; an error in one of them is shown inside the frame too. */
function framed(frame: 'public' | 'app' | 'focus' | 'auth', pages: RouteConfigEntry[]): RouteConfigEntry {
  return layout(`app/${frame}-layout.tsx`, [
    layout('app/page-boundary.tsx', { id: `app/page-boundary-${frame}` }, pages),
  ])
}

export default [
  framed('public', [...site.publicPages, route('*', 'app/not-found.tsx')]),
  framed('auth', [...site.authPages]),
  framed('app', [...site.appPages]),
  framed('focus', [...site.focusPages]),
  route('preferences', 'app/preferences.ts'),
] satisfies RouteConfig
