import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `features/audit/routes/${name}.tsx`

export const appPages: RouteConfigEntry[] = [
  route('admin/audit', page('entries')),
  route('admin/audit/verification', page('verification')),
  route('admin/audit/dead-letters', page('dead-letters')),
  route('admin/audit/:seq', page('entry')),
]
