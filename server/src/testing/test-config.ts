import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, loadConfig } from '../platform/config.ts'

export const testSecret = 'a-secret-for-tests-only-0123456789abcdef'

/** A configuration for tests, with a data folder of its own. */
export function testConfig(changes: Partial<Config> = {}): Config {
  const dataDir = mkdtempSync(join(tmpdir(), 'stoa-test-data-'))
  return {
    ...loadConfig({
      STOA_ENV: 'test',
      STOA_SECRET: testSecret,
      STOA_DATA: dataDir,
      STOA_LOG_LEVEL: process.env.STOA_LOG_LEVEL ?? 'silent',
    }),
    url: 'http://stoa.test',
    ...changes,
  }
}
