import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'src',
  buildDirectory: 'build',
  ssr: true,
  // The route table is one cached file instead of a request on every page.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
