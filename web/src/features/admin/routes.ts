import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `features/admin/routes/${name}.tsx`

export const appPages: RouteConfigEntry[] = [
  route('admin', page('overview')),
  route('admin/jobs', page('jobs')),
]
