import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs all tests (unit, API on real PostgreSQL, browser journeys) and ends with `N passed, N failed`. */
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'stoa-report-'))
const report = join(folder, 'report.json')
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
)
let passed = 0
let failed = status === 0 ? 0 : 1
try {
  const result = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numFailedTestSuites: number
  }
  passed = result.numPassedTests
  // A file that cannot be loaded, or a set-up that fails, counts as a failure too.
  failed = Math.max(result.numFailedTests, status === 0 ? 0 : 1)
} catch {
  console.error('The test run ended without a report.')
  failed = 1
}
rmSync(folder, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : passed > 0 ? 0 : 1)
