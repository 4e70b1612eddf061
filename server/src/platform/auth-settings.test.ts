import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { authVariables } from './auth-settings.ts'

const guide = readFileSync(new URL('../../../docs/guides/auth-api.md', import.meta.url), 'utf8')

test('the guide names every setting of sign-in, and none that is not there', () => {
  const told = new Set(guide.match(/STOA_AUTH_[A-Z0-9_]*[A-Z0-9]/g))
  expect(Object.keys(authVariables).filter((name) => !told.has(name))).toEqual([])
  expect([...told].filter((name) => !(name in authVariables))).toEqual([])
})
