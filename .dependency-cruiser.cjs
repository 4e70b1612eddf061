const { readFileSync } = require('node:fs')
const { join } = require('node:path')

// The one list of modules, from ground to roof.
const source = readFileSync(join(__dirname, 'server/src/modules.ts'), 'utf8')
const order = source
  .match(/modules: Module\[\] = \[([^\]]+)\]/)[1]
  .split(',')
  .map((name) => name.trim())
const test = String.raw`(\.test\.tsx?|/testing\.ts)$`

const downwards = order.slice(0, -1).map((module, index) => ({
  name: `downwards-${module}`,
  severity: 'error',
  comment: `${module} stands below ${order.slice(index + 1).join(', ')}: it announces events to them and never calls them.`,
  from: { path: `^server/src/modules/${module}/`, pathNot: test },
  to: { path: `^server/src/modules/(${order.slice(index + 1).join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment:
        'Files that import each other can only be understood together. Move what both need into a file of its own.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-doors',
      severity: 'error',
      comment: 'Another module is entered through its door, index.ts: ask its owner to export what you need.',
      from: { path: '^server/src/modules/([^/]+)/', pathNot: test },
      to: {
        path: '^server/src/modules/([^/]+)/',
        pathNot: ['^server/src/modules/$1/', '^server/src/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'module-files',
      severity: 'error',
      comment: 'module.ts is read by modules.ts alone.',
      from: { pathNot: ['^server/src/modules\\.ts$', test] },
      to: { path: '^server/src/modules/[^/]+/module\\.ts$' },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      comment: 'platform/ has no domain words in it; pass what it needs from outside.',
      from: { path: '^server/src/platform/', pathNot: test },
      to: { path: '^server/src/(modules|commands|web|stoa)' },
    },
    {
      name: 'sql-has-one-address',
      severity: 'error',
      comment: 'Only *.queries.ts talks to tables, so that all SQL of a noun is read side by side.',
      from: { path: '^server/src/modules/', pathNot: ['\\.queries\\.ts$', test] },
      to: { path: 'node_modules/(kysely|pg)/' },
    },
    {
      name: 'server-and-web-apart',
      severity: 'error',
      comment: 'They meet at the API only; the shapes come from openapi.json.',
      from: { path: '^web/src/' },
      to: { path: '^server/' },
    },
    {
      name: 'features-apart',
      severity: 'error',
      comment:
        'Features do not import one another: app/ composes them, or the shared piece moves down into ui/.',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/([^/]+)/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'web-flows-down',
      severity: 'error',
      comment: 'app → features → ui, lib.',
      from: { path: '^web/src/(ui|lib)/' },
      to: { path: '^web/src/(app|features)/' },
    },
    {
      name: 'features-below-app',
      severity: 'error',
      comment: 'app → features → ui, lib.',
      from: { path: '^web/src/features/' },
      to: { path: '^web/src/app/' },
    },
    ...downwards,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^web/build|/\\+types/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'web/tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] },
  },
}
