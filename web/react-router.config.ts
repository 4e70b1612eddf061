import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'src',
  // Built beside the last build, which it replaces when it is whole.
  buildDirectory: process.env.WEB_BUILD_FOLDER ?? 'build',
  ssr: true,
  // The route table is one cached file instead of a request on every page.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
