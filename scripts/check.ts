import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules/.bin', name)
const node = process.execPath
const typescript = join(root, 'node_modules/typescript-7/bin/tsc')

/** What keeps the rules, in the order of how fast it answers. `npm run check -- NAME` runs one. */
const steps: Record<string, { why: string; run: () => boolean }> = {
  format: {
    why: 'One format and the lint rules; `npm run fix` mends most.',
    run: () => command(bin('biome'), ['check', '--error-on-warnings', '.']),
  },
  queries: { why: 'SQL has one address: *.queries.ts.', run: onlyQueriesTouchTables },
  borders: {
    why: 'Modules call doors, downwards; platform/ knows no module; no circles.',
    run: () =>
      command(bin('depcruise'), [
        'server/src',
        'web/src',
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'err-long',
      ]),
  },
  types: {
    why: 'Strict types on the server.',
    run: () => command(node, [typescript, '-p', 'tsconfig.json']),
  },
  'web-types': {
    why: 'Strict types in the web app, with the types of its routes.',
    run: () =>
      command(node, [join(root, 'node_modules/@react-router/dev/bin.cjs'), 'typegen'], join(root, 'web')) &&
      command(node, [typescript, '-p', 'web/tsconfig.json']),
  },
  unused: { why: 'Nothing that nobody uses.', run: () => command(bin('knip'), ['--no-progress']) },
  generated: {
    why: 'openapi.json, schema.sql, types and dictionary are fresh; tenant keys and reference maps hold.',
    run: () => command(node, ['scripts/gen.ts', '--check']),
  },
}

function command(file: string, args: string[], cwd = root): boolean {
  const { status } = spawnSync(file, args, { cwd, stdio: 'inherit' })
  return status === 0
}

/** Finds builders that change or read tables outside query files. */
function onlyQueriesTouchTables(): boolean {
  const folder = join(root, 'server/src/modules')
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(queries|test)\.ts$/.test(name))
    .flatMap((name) => {
      const lines = readFileSync(join(folder, name), 'utf8').split('\n')
      return lines.flatMap((line, index) =>
        /\.(insertInto|updateTable|deleteFrom|selectFrom)\(/.test(line)
          ? [`server/src/modules/${name}:${index + 1} ${line.trim()}`]
          : [],
      )
    })
  if (found.length > 0) console.error(`Move these into a *.queries.ts:\n${found.join('\n')}`)
  return found.length === 0
}

const only = process.argv.slice(2)
const failed: string[] = []
for (const [name, step] of Object.entries(steps)) {
  if (only.length > 0 && !only.includes(name)) continue
  const began = performance.now()
  const ok = step.run()
  console.log(
    `${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(10)} ${((performance.now() - began) / 1000).toFixed(1)} s  ${step.why}`,
  )
  if (!ok) failed.push(name)
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`)
  process.exit(1)
}
