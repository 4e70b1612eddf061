import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadConfig } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'stoa-config-'))
afterAll(() => rmSync(folder, { recursive: true }))
const secret = 'x'.repeat(32)

test('nothing set is a development Stoa on port 3000 with a secret of its own', () => {
  const config = loadConfig({ STOA_DATA: folder })
  expect(config).toMatchObject({
    env: 'development',
    port: 3000,
    url: 'http://localhost:3000',
    databaseUrl: null,
    processes: 1,
  })
  expect(readFileSync(join(folder, 'secret'), 'utf8').trim()).toBe(config.secret)
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  expect(loadConfig({ STOA_DATA: folder }).secret).toBe(config.secret)
})

test.each([
  [{ PORT: 'eighty' }, 'PORT must be integer.'],
  [{ PORT: '70000' }, 'PORT must be <= 65535.'],
  [{ STOA_ENV: 'prod' }, 'STOA_ENV must be one of development, production, test.'],
  [{ STOA_SECRET: 'short' }, 'STOA_SECRET must not have fewer than 32 characters.'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL is not of the right form.'],
  [{ STOA_URL: 'learn.example.org' }, 'STOA_URL is not of the right form.'],
  [{ STOA_PROCESSES: '0' }, 'STOA_PROCESSES must be >= 1.'],
])('%j is refused by name', (environment, words) => {
  expect(() => loadConfig({ STOA_DATA: folder, ...environment })).toThrow(words)
})

test('each variable that is wrong has its sentence, and no secret is repeated', () => {
  const wrong = { PORT: 'x', STOA_SECRET: 'hidden', SMTP_URL: 'hidden' }
  let message = ''
  try {
    loadConfig({ STOA_DATA: folder, ...wrong })
  } catch (error) {
    message = (error as Error).message
  }
  expect(
    message
      .split('\n')
      .map((line) => line.split(' ')[0])
      .sort(),
  ).toEqual(Object.keys(wrong).sort())
  expect(message).not.toContain('hidden')
})

test('production insists on a secret and an address', () => {
  const production = { STOA_ENV: 'production', STOA_DATA: folder }
  expect(() => loadConfig(production)).toThrow('STOA_SECRET')
  expect(() => loadConfig({ ...production, STOA_SECRET: secret })).toThrow('STOA_URL')
  expect(loadConfig({ ...production, STOA_SECRET: secret, STOA_URL: 'https://learn.example.org' }).url).toBe(
    'https://learn.example.org',
  )
})

test('a data folder that cannot be written is a clear sentence', () => {
  const inAFile = join(folder, 'secret', 'data')
  expect(() => loadConfig({ STOA_DATA: inAFile })).toThrow(inAFile)
})

test.runIf(existsSync('/proc/self'))('so is one where the system makes no folders', () => {
  expect(() => loadConfig({ STOA_DATA: '/proc/stoa/data' })).toThrow('/proc/stoa/data')
})
