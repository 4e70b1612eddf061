import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { StartProblem } from '../platform/start-problem.ts'

const root = join(import.meta.dirname, '../../..')
const web = join(root, 'web')
const build = join(web, 'build')
const stampName = '.built-from'
const isBuiltFrom = (sources: string) => {
  const stamp = join(build, stampName)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sources
}
const cache = join(root, 'node_modules/.cache')

/**
 * Builds the web app when its sources changed since the last build. In a folder of its own, which takes the place of
 * the last build when it is whole: two starts at once, or one that is cut off, leave no mixture behind.
 */
export async function buildWebApp(): Promise<void> {
  const sources = fingerprint()
  if (isBuiltFrom(sources)) return
  console.log('Building the web app …')
  mkdirSync(cache, { recursive: true })
  const fresh = mkdtempSync(join(cache, 'stoa-web-'))
  try {
    const { code, output } = await run(
      join(root, 'node_modules/@react-router/dev/bin.cjs'),
      ['build'],
      web,
      fresh,
    )
    if (code !== 0) {
      console.error(output)
      throw new StartProblem('web_not_built', { detail: `the build ended with code ${code}` })
    }
    await compressAssets(join(fresh, 'client/assets'))
    writeFileSync(join(fresh, stampName), sources)
    if (!isBuiltFrom(sources)) takePlace(fresh, sources)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

function takePlace(fresh: string, sources: string): void {
  rmSync(build, { recursive: true, force: true })
  try {
    renameSync(fresh, build)
  } catch (error) {
    // Another start put the same build there between the two lines.
    if (!isBuiltFrom(sources)) throw error
  }
}

/** Puts a Brotli and a gzip twin beside each text asset, so that nothing is compressed while people wait. */
async function compressAssets(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css|svg|json)$/.test(name)) continue
    const bytes = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }))
    writeFileSync(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes))
  }
}

/** Changes when a source file of the web app, or a dependency, changes. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const add = (file: string) => {
    const { mtimeMs, size } = statSync(file)
    hash.update(`${file.slice(root.length)} ${size} ${Math.round(mtimeMs)}\n`)
  }
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (entry.isDirectory()) walk(join(folder, entry.name))
      else add(join(folder, entry.name))
    }
  }
  walk(join(web, 'src'))
  walk(join(web, 'public'))
  for (const file of ['package-lock.json', 'web/vite.config.ts', 'web/react-router.config.ts'])
    add(join(root, file))
  return hash.digest('hex')
}

function run(
  script: string,
  args: string[],
  cwd: string,
  folder: string,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', WEB_BUILD_FOLDER: folder },
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
