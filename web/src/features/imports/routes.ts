import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `features/imports/routes/${name}.tsx`

export const appPages: RouteConfigEntry[] = [
  route('teach/imports', page('imports')),
  route('teach/imports/new', page('new-import')),
  route('teach/imports/:importId', page('import')),
]
