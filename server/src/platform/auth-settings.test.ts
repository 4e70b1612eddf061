import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { authVariables } from './auth-settings.ts'
import { loadConfig } from './config.ts'

const guide = readFileSync(new URL('../../../docs/guides/auth-api.md', import.meta.url), 'utf8')

test('the guide names every setting of sign-in, and none that is not there', () => {
  const told = new Set(guide.match(/STOA_AUTH_[A-Z0-9_]*[A-Z0-9]/g))
  expect(Object.keys(authVariables).filter((name) => !told.has(name))).toEqual([])
  expect([...told].filter((name) => !(name in authVariables))).toEqual([])
})

test.each([
  ['1s', 1],
  ['1m30s', 90],
  ['500ms', 1],
  ['60', 60],
  ['0', 0],
])('a pause of %s is taken as Supabase takes it', (pause, seconds) => {
  const { auth } = loadConfig({
    STOA_ENV: 'production',
    STOA_URL: 'https://learn.example.org',
    STOA_SECRET: 'a-secret-of-32-characters-or-more',
    STOA_AUTH_SMTP_MAX_FREQUENCY: pause,
    STOA_AUTH_SMS_MAX_FREQUENCY: pause,
  })
  expect([auth.mailPauseSeconds, auth.smsPauseSeconds]).toEqual([seconds, seconds])
})
