import { index, type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `features/site/routes/${name}.tsx`

export const publicPages: RouteConfigEntry[] = [index(page('home')), route('styleguide', page('styleguide'))]

/** The frames of the app with something in them, for looking at; not there in production. */
export const authPages: RouteConfigEntry[] = [route('styleguide/auth', page('styleguide-auth'))]
export const appPages: RouteConfigEntry[] = [route('styleguide/app', page('styleguide-app'))]
export const focusPages: RouteConfigEntry[] = [route('styleguide/focus', page('styleguide-focus'))]
